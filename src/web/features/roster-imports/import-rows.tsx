import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { listMissingStudents, listRosterRows } from '../../../contracts/roster-imports.ts'
import type { RowStanding } from '../../../domain/roster/import.ts'
import { ask } from '../../call.ts'
import { useWords } from '../../words/language.tsx'
import { SheetFault, SheetRows, useSheetPage } from '../sheets/sheet-rows.tsx'
import { sheetWords } from '../sheets/words.ts'
import { rosterImportWords } from './words.ts'

/** `entered`: what the rows do is done. */
type Of = { readonly school: string; readonly id: string; readonly entered: boolean }
/** Rows that do the same, or every faulty cell of those that do nothing. */
export function ImportRows({ of: { school, id, entered }, standing }: { of: Of; standing: RowStanding }) {
  const w = useWords(rosterImportWords)
  const sheet = useWords(sheetWords)
  const query = { standing, ...useSheetPage() }
  const { data } = useSuspenseQuery(ask(listRosterRows, { params: { school, id }, query }))
  return (
    <SheetRows page={data} lead={(entered ? w.entered : w.explained)[standing]} none={w.none[standing]}>
      {data.items.map(({ row, studentNumber, name, changes, faults }) => (
        <li key={row}>
          <p>
            <strong>{sheet.row(row)}</strong> {studentNumber} {name}
          </p>
          {(changes.length > 0 || faults.length > 0) && (
            <ul>
              {faults.map((fault) => (
                <SheetFault key={fault.name} of={fault} />
              ))}
              {changes.map(({ column, from, to }) => (
                <li key={column}>
                  {column} <del>{from || w.emptyCell}</del> → <ins>{to}</ins>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </SheetRows>
  )
}

export function MissingStudents({ of: { school, id, entered } }: { of: Of }) {
  const w = useWords(rosterImportWords)
  const { data } = useSuspenseQuery(
    ask(listMissingStudents, { params: { school, id }, query: useSheetPage() }),
  )
  return (
    <SheetRows page={data} lead={(entered ? w.entered : w.explained).missing} none={w.none.missing}>
      {data.items.map((student) => (
        <li key={student.id}>
          <p>
            <Link to="/school/students/$school/$id" params={{ school, id: student.id }}>
              {student.name}
            </Link>{' '}
            {student.studentNumber} <span className="soft">{student.college}</span>
          </p>
        </li>
      ))}
    </SheetRows>
  )
}
