import { Link } from '@tanstack/react-router'
import { type DragEvent, type ReactNode, useId, useState } from 'react'
import type { ApplicationStatus } from '../../../domain/application/life.ts'
import { useWords } from '../../words/language.tsx'
import type { Address } from './applicant-filters.tsx'
import { ApplicationMark } from './application-mark.tsx'
import { applicationWords } from './words.ts'

type Props = {
  status: ApplicationStatus
  total: number
  /** How many of them stand on the board. */
  shown: number
  address: Partial<Address>
  /** A card is on its way that cannot be let go here. */
  isClosed: boolean
  /** Takes the card that is on its way; null where none is, or none that can come here. */
  onDrop: (() => void) | null
  children: ReactNode
}

/** One state: how many, their cards, and the way to the rest of them in the table. */
export function BoardColumn({ status, total, shown, address, isClosed, onDrop, children }: Props) {
  const w = useWords(applicationWords)
  const id = useId()
  const [isOver, setOver] = useState(false)
  const over = (event: DragEvent) => {
    if (!onDrop) return
    event.preventDefault()
    setOver(true)
  }
  return (
    <section
      aria-labelledby={id}
      className={[
        'board-column',
        shown === 0 && 'bare',
        isClosed && 'closed',
        onDrop && 'open',
        onDrop && isOver && 'over',
      ]
        .filter(Boolean)
        .join(' ')}
      onDragEnter={over}
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        onDrop?.()
      }}
    >
      <h2 id={id}>
        <ApplicationMark status={status} reader="employer" /> <span className="number">{total}</span>
      </h2>
      {shown === 0 && <p className="soft">{w.board.none}</p>}
      <ul>{children}</ul>
      {total > shown && (
        <p>
          <Link to="." search={{ ...address, view: undefined, after: undefined, status }}>
            {w.board.all(total)}
          </Link>
        </p>
      )}
    </section>
  )
}
