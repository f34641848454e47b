import type { ReactNode } from 'react'
import type { Column } from './data-list.tsx'
import { useIsNarrow } from './narrow.ts'
import './data-list.css'
import './small-table.css'

type Props<Row> = {
  label: string
  items: readonly Row[]
  keyOf: (row: Row) => string
  columns: readonly Column<Row>[]
  /** What can be done to a row. */
  acts?: { readonly title: string; readonly show: (row: Row) => ReactNode }
}

/** All there is of something, a handful that leads nowhere: a table, or names with their facts where that is too wide. */
export function SmallTable<Row>({ label, items, keyOf, columns, acts }: Props<Row>) {
  const isNarrow = useIsNarrow()
  const [first, ...others] = columns
  if (isNarrow)
    return (
      <ul className="small-rows" aria-label={label}>
        {items.map((row) => (
          <li key={keyOf(row)}>
            <strong>{first?.show(row)}</strong>
            {others.map(({ title, show }) => (
              <span key={title}>
                <span className="soft">{title}</span>
                {show(row)}
              </span>
            ))}
            {acts && <div className="row-acts">{acts.show(row)}</div>}
          </li>
        ))}
      </ul>
    )
  return (
    <table className="list" aria-label={label}>
      <thead>
        <tr>
          {(acts ? [...columns, acts] : columns).map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map(({ title, show }) => (
              <td key={title}>{show(row)}</td>
            ))}
            {acts && (
              <td>
                <div className="row-acts">{acts.show(row)}</div>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
