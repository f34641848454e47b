import { useQuery } from '@tanstack/react-query'
import { checkExport } from '../../../contracts/exports.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { PlainButton } from '../../ui/plain-button.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { exportWords } from './words.ts'

type Props = {
  id: string
  selection: Parameters<typeof ask<typeof checkExport>>[1]['query']
  /** Shows who lacks what a column needs. */
  open: (lacking: { readonly lacking: string; readonly after: undefined }) => void
}

/** What the rows of a file would lack: all of them are gone through, while the page is already read. */
export function ExportCheck({ id, selection, open }: Props) {
  const w = useWords(exportWords).check
  const { number } = useFigures()
  const school = useMySchool()
  const { data, error } = useQuery(ask(checkExport, { params: { school, id }, query: selection }))
  return (
    <section aria-label={w.title} aria-live="polite">
      <h2>{w.title}</h2>
      <ProblemNote error={error} />
      {!data && !error && <p className="soft">{w.running}</p>}
      {data?.lacking.length === 0 && <p>{w.fine}</p>}
      {data && data.lacking.length > 0 && (
        <>
          <ul className="export-lacking">
            {data.lacking.map(({ column, heading, n }) => (
              <li key={column}>
                {w.lacking(number(n), heading)}{' '}
                <PlainButton onClick={() => open({ lacking: String(column), after: undefined })}>
                  {w.open}
                  <span className="unseen">{heading}</span>
                </PlainButton>
              </li>
            ))}
          </ul>
          <p className="soft">{w.why}</p>
        </>
      )}
    </section>
  )
}
