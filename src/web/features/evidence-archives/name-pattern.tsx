import { Input } from 'antd'
import { useId } from 'react'
import { namesFault } from '../../../domain/evidence-archive/names.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { useWords } from '../../words/language.tsx'
import { useRefusalText } from '../../words/refusals.ts'
import { NamePieces, useNamesExample } from './name-pieces.tsx'
import { archiveWords } from './words.ts'

/** What is wrong with a pattern, in words; null for one that can be used. */
export function useNamesFault(names: string): string | null {
  const refusalText = useRefusalText()
  const fault = namesFault(names)
  return fault && refusalText(fault.code, fault.details)
}

type Props = { names: string; usual: string; onChange: (names: string) => void }

/** How the files of this archive are named, with what a pattern makes while it is typed; `usual` is the school's. */
export function NamePattern({ names, usual, onChange }: Props) {
  const w = useWords(archiveWords)
  const exampleOf = useNamesExample()
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
      {!fault && <p className="soft">{exampleOf(names)}</p>}
      <NamePieces names={names} usual={usual} onChange={onChange} />
      <p className="soft">{w.namesOfSchool}</p>
    </section>
  )
}
