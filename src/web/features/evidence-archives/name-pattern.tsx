import { Button, Input } from 'antd'
import { useId } from 'react'
import {
  NAME_PIECES,
  pathOf,
  refuseUnlessNames,
  USUAL_NAMES,
} from '../../../domain/evidence-archive/names.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import { useRefusalText } from '../../words/refusals.ts'
import { archiveWords } from './words.ts'
import './archives.css'

/** What is wrong with a pattern, in words; null for one that can be used. */
export function useNamesFault(names: string): string | null {
  const refusalText = useRefusalText()
  try {
    refuseUnlessNames(names)
    return null
  } catch (error) {
    if (error instanceof Refusal) return refusalText(error.code, error.details)
    throw error
  }
}

/** How the files are named, with what a pattern makes while it is typed. */
export function NamePattern({ names, onChange }: { names: string; onChange: (names: string) => void }) {
  const w = useWords(archiveWords)
  const id = useId()
  const fault = useNamesFault(names)
  return (
    <section className="card">
      <h2>
        <label htmlFor={id}>{w.names}</label>
      </h2>
      <p id={`${id}-hint`} className="soft">
        {w.namesHint}
      </p>
      <Input
        id={id}
        className="mono name-pattern"
        autoComplete="off"
        maxLength={LONGEST.archiveNames}
        value={names}
        status={fault ? 'error' : ''}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-hint`}
        onChange={({ target }) => onChange(target.value)}
      />
      <FieldFault of={{ id, fault }} />
      {!fault && (
        <p className="soft">
          {w.example(pathOf(names, { ...w.sample, mediaType: 'application/pdf', nth: 1 }, new Set()))}
        </p>
      )}
      <p className="soft">{w.addPiece}</p>
      <div className="name-pieces">
        {NAME_PIECES.map((piece) => (
          <Button key={piece} onClick={() => onChange(`${names}{${piece}}`)}>
            {w.pieces[piece]} <code>{`{${piece}}`}</code>
          </Button>
        ))}
        <Button onClick={() => onChange(USUAL_NAMES)}>{w.usual}</Button>
      </div>
    </section>
  )
}
