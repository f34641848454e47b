import type { ReactNode } from 'react'
import { Pager } from './pager.tsx'
import './data-list.css'

export type Column<Row> = { readonly title: string; readonly show: (row: Row) => ReactNode }
type Page<Row> = { items: readonly Row[]; page: number; pageSize: number; total: number }
type Props<Row> = {
  page: Page<Row>
  columns: readonly Column<Row>[]
  empty: string
  label: string
  onPage: (page: number) => void
}

/** A table that becomes cards on a phone, and scrolls by itself where it is too wide; with the manual's pager. */
export function DataList<Row extends { id: string }>({ page, columns, empty, label, onPage }: Props<Row>) {
  if (page.total === 0) return <p className="empty">{empty}</p>
  return (
    <>
      <div className="wide">
        <table className="list" aria-label={label}>
          <thead>
            <tr>
              {columns.map(({ title }) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {page.items.map((row) => (
              <tr key={row.id}>
                {columns.map(({ title, show }) => (
                  <td key={title} data-label={title}>
                    <div>{show(row)}</div>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager of={page} onPage={onPage} />
    </>
  )
}
