import type { EntryView } from '../../../contracts/fair-entries.ts'
import { useWords } from '../../words/language.tsx'
import { EntryMark } from './fair-mark.tsx'
import { fairWords } from './words.ts'

/** Where an employer's part in a fair stands: its booth or its place in the line, and the other side's last words. */
export function EntryStands({ of, reader }: { of: EntryView; reader: 'school' | 'employer' }) {
  const w = useWords(fairWords)
  return (
    <>
      <EntryMark of={of} reader={reader} />
      {of.line !== null && <p>{w.entries.line(of.line)}</p>}
      {of.reason && (
        <p>
          {w.reason}
          {of.ground && `${w.ground[of.ground]} · `}
          {of.reason}
        </p>
      )}
    </>
  )
}
