import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { listMissingStudents, listRosterRows } from '../../../contracts/roster-imports.ts'
import type { RowStanding } from '../../../domain/roster/import.ts'
import { ask } from '../../call.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Pager } from '../../ui/pager.tsx'
import { useWords } from '../../words/language.tsx'
import { rosterImportWords } from './words.ts'

type Of = { readonly school: string; readonly id: string }
type Paged = {
  readonly items: readonly { readonly id: string }[]
  readonly page: number
  readonly pageSize: number
  readonly total: number
}

function Listed({
  page,
  lead,
  none,
  children,
}: {
  page: Paged
  lead: string
  none: string
  children: ReactNode
}) {
  const { turn, isTurning } = useListAddress()
  if (page.total === 0) return <p>{none}</p>
  return (
    <div aria-busy={isTurning}>
      <p className="soft">{lead}</p>
      <ul className="import-rows">{children}</ul>
      <Pager of={page} onPage={turn} />
    </div>
  )
}

const usePage = () => {
  const { shown } = useListAddress<{ tab: string }>()
  return shown.page === undefined ? {} : { page: shown.page }
}

/** Rows that do the same, or every faulty cell of those that do nothing. */
export function ImportRows({ of: { school, id }, standing }: { of: Of; standing: RowStanding }) {
  const w = useWords(rosterImportWords)
  const query = { standing, ...usePage() }
  const { data } = useSuspenseQuery(ask(listRosterRows, { params: { school, id }, query }))
  return (
    <Listed page={data} lead={w.explained[standing]} none={w.none[standing]}>
      {data.items.map(({ row, studentNumber, name, changes, faults }) => (
        <li key={row}>
          <p>
            <strong>{w.row(row)}</strong> {studentNumber} {name}
          </p>
          {(changes.length > 0 || faults.length > 0) && (
            <ul>
              {faults.map((fault) => (
                <li key={fault.name}>
                  {fault.column === null ? w.noColumn(fault.name) : w.column(fault.column, fault.name)}{' '}
                  {fault.value && <q className="cell">{fault.value}</q>}{' '}
                  <span className="old">{fault.said}</span>
                </li>
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
    </Listed>
  )
}

export function MissingStudents({ of: { school, id } }: { of: Of }) {
  const w = useWords(rosterImportWords)
  const { data } = useSuspenseQuery(ask(listMissingStudents, { params: { school, id }, query: usePage() }))
  return (
    <Listed page={data} lead={w.explained.missing} none={w.none.missing}>
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
    </Listed>
  )
}
