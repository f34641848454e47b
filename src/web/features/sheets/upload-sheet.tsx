import { Button } from 'antd'
import { type ChangeEvent, useRef } from 'react'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { DropZone } from '../evidence/drop-zone.tsx'
import type { useSheetUpload } from './uploading.ts'
import { sheetWords } from './words.ts'
import '../evidence/evidence.css'
import './sheets.css'

const UNSEEN = { display: 'none' }

type Props = {
  title: string
  /** What may be brought, in words and by the endings of its name. */
  limits: string
  endings: readonly string[]
  by: ReturnType<typeof useSheetUpload>
  /** The one that was sent before, where this page still has it. */
  held?: File | null
}

/** One file, chosen or dropped: how much of it has left, and why it was refused. */
export function UploadSheet({
  title,
  limits,
  endings,
  by: { sending, error, send, stop },
  held = null,
}: Props) {
  const w = useWords(sheetWords)
  const field = useRef<HTMLFieldSetElement>(null)
  const chooser = useRef<HTMLInputElement>(null)
  const take = (files: readonly File[]) => {
    const [file] = files
    if (file) void send(file)
  }
  const choose = ({ target }: ChangeEvent<HTMLInputElement>) => {
    take([...(target.files ?? [])])
    // The same file can then be chosen again.
    target.value = ''
  }
  return (
    <DropZone ref={field} title={title} onFiles={take}>
      <p className="limits">{limits}</p>
      <ProblemNote error={error} />
      {sending ? (
        <div className="sending-sheet">
          <span role="status">{w.sending(sending.name, sending.percent)}</span>
          <progress max={100} value={sending.percent} aria-label={w.sending(sending.name, sending.percent)} />
          <Button onClick={stop}>{w.stop}</Button>
        </div>
      ) : (
        <div className="pick">
          <Button type="primary" onClick={() => chooser.current?.click()}>
            {w.choose}
          </Button>
          {held && <Button onClick={() => void send(held)}>{w.again(held.name)}</Button>}
          <span className="drop">{w.drop}</span>
        </div>
      )}
      <input ref={chooser} type="file" style={UNSEEN} accept={endings.join(',')} onChange={choose} />
    </DropZone>
  )
}
