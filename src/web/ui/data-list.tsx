import { Link } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useIsNarrow } from './narrow.ts'
import { Pager, type PageSizes } from './pager.tsx'
import { Rows, type RowsProps } from './rows.tsx'
import './data-list.css'

export type Column<Row> = { readonly title: string; readonly show: (row: Row) => ReactNode }
type Page<Row> = { items: readonly Row[]; page: number; pageSize: number; total: number }
export type DataListProps<Row> = RowsProps<Row> & {
  page: Page<Row>
  columns: readonly Column<Row>[]
  /** Said instead of an empty list: why it is empty, and what to do first. */
  empty: ReactNode
  onPage: (page: number) => void
  /** How many a page holds, where that can be chosen. */
  sizes?: PageSizes | undefined
}

/** The whole row opens, by the link in it: with the keys that open a new window, and never for what is pressed within. */
function openRow(event: MouseEvent<HTMLTableRowElement>) {
  const { target, currentTarget, ctrlKey, metaKey, shiftKey } = event
  if (target instanceof Element && target.closest('a, button, input, label, summary, details')) return
  if (window.getSelection()?.toString()) return
  const click = new globalThis.MouseEvent('click', {
    bubbles: true,
    cancelable: true,
    ctrlKey,
    metaKey,
    shiftKey,
  })
  currentTarget.querySelector('a.opens')?.dispatchEvent(click)
}

type Shown<Row> = RowsProps<Row> & { items: readonly Row[]; columns: readonly Column<Row>[] }

function Table<Row extends { id: string }>({ items, columns, to, search, tick, label }: Shown<Row>) {
  const [first, ...others] = columns
  return (
    <div className="wide">
      <table className="list" aria-label={label}>
        <thead>
          <tr>
            {(tick ? [tick, ...columns] : columns).map(({ title }) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((row) => (
            <tr key={row.id} onClick={openRow}>
              {tick && <td>{tick.show(row)}</td>}
              <td>
                <Link className="opens" to={to(row)} search={search?.(row) ?? {}}>
                  {first?.show(row)}
                </Link>
              </td>
              {others.map(({ title, show }) => (
                <td key={title}>{show(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A table, or rows of two lines where it is too narrow for one. */
export const RowsOrTable = <Row extends { id: string }>(props: Shown<Row>) =>
  useIsNarrow() ? <Rows {...props} /> : <Table {...props} />

/** The same with the manual's pager. */
export function DataList<Row extends { id: string }>(props: DataListProps<Row>) {
  if (props.page.total === 0) return <div className="empty">{props.empty}</div>
  return (
    <>
      <RowsOrTable {...props} items={props.page.items} />
      <Pager of={props.page} onPage={props.onPage} sizes={props.sizes} />
    </>
  )
}
