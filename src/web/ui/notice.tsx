import { useEffect, useState } from 'react'
import { keepHere, keptHere } from './on-this-device.ts'
import './notice.css'

type Props = {
  /** By which this device remembers that it was read. */
  id: string
  title: string
  lines: readonly string[]
}

/** 温馨提示 above a list: open when it is first seen, folded to its title from then on. */
export function Notice({ id, title, lines }: Props) {
  const [isOpen] = useState(() => keptHere(`read.${id}`) === null)
  useEffect(() => {
    keepHere(`read.${id}`, '1')
  }, [id])
  return (
    <details className="card read-once" open={isOpen}>
      <summary>{title}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  )
}
