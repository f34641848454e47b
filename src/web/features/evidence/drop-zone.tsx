import { type DragEvent, type ReactNode, type Ref, useEffect, useState } from 'react'

type Props = {
  id?: string | undefined
  /** For the focus that a row takes with it when it goes away. */
  ref: Ref<HTMLFieldSetElement>
  title: string
  onFiles: (files: readonly File[]) => void
  children: ReactNode
}

const keepPage = (event: Event) => event.preventDefault()

/** A group of inputs that files can be dropped on. A file let go beside it must not replace the page and what was typed. */
export function DropZone({ id, ref, title, onFiles, children }: Props) {
  const [over, setOver] = useState(false)
  useEffect(() => {
    window.addEventListener('dragover', keepPage)
    window.addEventListener('drop', keepPage)
    return () => {
      window.removeEventListener('dragover', keepPage)
      window.removeEventListener('drop', keepPage)
    }
  }, [])
  const drop = ({ dataTransfer }: DragEvent) => {
    setOver(false)
    onFiles([...dataTransfer.files])
  }
  return (
    <fieldset
      id={id}
      ref={ref}
      tabIndex={-1}
      className={over ? 'evidence over' : 'evidence'}
      onDragOver={() => setOver(true)}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
