import { Link } from '@tanstack/react-router'
import type { MouseEvent, ReactNode } from 'react'
import { useIsNarrow } from './narrow.ts'
import { Pager, type PageSizes } from './pager.tsx'
import './data-list.css'

export type Column<Row> = { readonly title: string; readonly show: (row: Row) => ReactNode }
/** A row on a phone: who · what, and below it state · deadline. What can be pressed belongs to `acts` alone. */
export type Brief = {
  readonly who: ReactNode
  readonly what?: ReactNode
  readonly state: ReactNode
  readonly due?: ReactNode
  readonly acts?: ReactNode
}
type Search = Readonly<Record<string, string | undefined>>
type Page<Row> = { items: readonly Row[]; page: number; pageSize: number; total: number }
export type DataListProps<Row> = {
  page: Page<Row>
  columns: readonly Column<Row>[]
  brief: (row: Row) => Brief
  /** The address that a row opens, and what stands behind its `?`. */
  to: (row: Row) => string
  search?: ((row: Row) => Search) | undefined
  /** What stands before a row to choose it by, under this title. */
  tick?: { readonly title: string; readonly show: (row: Row) => ReactNode } | undefined
  /** Said instead of an empty list: why it is empty, and what to do first. */
  empty: ReactNode
  label: string
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

function Table<Row extends { id: string }>({ page, columns, to, search, tick, label }: DataListProps<Row>) {
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
          {page.items.map((row) => (
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

type RowsProps<Row> = Pick<DataListProps<Row>, 'brief' | 'to' | 'search' | 'tick' | 'label'> & {
  items: readonly Row[]
  /** The row whose page is shown beside them; another one is then shown instead of it. */
  current?: string
}

/** Rows of two lines. */
export function Rows<Row extends { id: string }>({
  items,
  brief,
  to,
  search,
  tick,
  label,
  current,
}: RowsProps<Row>) {
  return (
    <ul className="rows" aria-label={label}>
      {items.map((row) => {
        const { who, what, state, due, acts } = brief(row)
        return (
          <li key={row.id}>
            {tick?.show(row)}
            <div>
              <Link
                className="opens"
                to={to(row)}
                search={search?.(row) ?? {}}
                replace={current !== undefined}
                {...(row.id === current && { 'aria-current': 'true' })}
              >
                <span className="row-who">
                  <strong>{who}</strong>
                  {what && <span> · {what}</span>}
                </span>
                <span className="row-state">
                  {state}
                  {due && <span className="soft">{due}</span>}
                </span>
              </Link>
              {acts && <div className="row-acts">{acts}</div>}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

/** A table, or rows of two lines where it is too narrow for one; with the manual's pager. */
export function DataList<Row extends { id: string }>(props: DataListProps<Row>) {
  const isNarrow = useIsNarrow()
  if (props.page.total === 0) return <div className="empty">{props.empty}</div>
  return (
    <>
      {isNarrow ? <Rows {...props} items={props.page.items} /> : <Table {...props} />}
      <Pager of={props.page} onPage={props.onPage} sizes={props.sizes} />
    </>
  )
}
