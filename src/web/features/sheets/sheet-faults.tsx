import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { SheetFault, type ToldFault } from './sheet-rows.tsx'
import { sheetWords } from './words.ts'

/** Rows of a file with all that is wrong with their cells; they are left out. */
export function SheetFaults({
  title,
  of,
}: {
  title: string
  of: readonly (ToldFault & { readonly row: number })[]
}) {
  const sheet = useWords(sheetWords)
  const rows = [...new Set(of.map(({ row }) => row))]
  return (
    <Note
      type="warning"
      title={title}
      description={
        <ul className="sheet-rows">
          {rows.map((row) => (
            <li key={row}>
              <strong>{sheet.row(row)}</strong>
              <ul>
                {of
                  .filter((fault) => fault.row === row)
                  .map((fault) => (
                    <SheetFault key={fault.name} of={fault} />
                  ))}
              </ul>
            </li>
          ))}
        </ul>
      }
    />
  )
}
