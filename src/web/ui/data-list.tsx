import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words/language.tsx'

export type Column<Row> = { readonly title: string; readonly show: (row: Row) => ReactNode }
type Page<Row> = { items: readonly Row[]; page: number; pageSize: number; total: number }
type Props<Row> = {
  page: Page<Row>
  columns: readonly Column<Row>[]
  empty: string
  label: string
  onPage: (page: number) => void
}

/** A table that becomes cards on a phone, with the manual's pager. */
export function DataList<Row extends { id: string }>({ page, columns, empty, label, onPage }: Props<Row>) {
  const words = useWords()
  const pages = Math.max(1, Math.ceil(page.total / page.pageSize))
  if (page.total === 0) return <p className="empty">{empty}</p>
  const step = (text: string, to: number, able: boolean) => (
    <Button size="small" disabled={!able} onClick={() => onPage(to)}>
      {text}
    </Button>
  )
  return (
    <>
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
                  {show(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="pager">
        <span>{words.pager(page.total, page.page, pages)}</span>
        {step(words.first, 1, page.page > 1)}
        {step(words.previous, page.page - 1, page.page > 1)}
        {step(words.next, page.page + 1, page.page < pages)}
        {step(words.last, pages, page.page < pages)}
      </div>
    </>
  )
}
