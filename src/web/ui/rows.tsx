import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './data-list.css'

/** A row on a phone: who · what, and below it state · deadline. What can be pressed belongs to `acts` alone. */
export type Brief = {
  readonly who: ReactNode
  readonly what?: ReactNode
  readonly state: ReactNode
  readonly due?: ReactNode
  readonly acts?: ReactNode
}
type Search = Readonly<Record<string, string | undefined>>
export type RowsProps<Row> = {
  brief: (row: Row) => Brief
  /** The address that a row opens, and what stands behind its `?`. */
  to: (row: Row) => string
  search?: ((row: Row) => Search) | undefined
  /** What stands before a row to choose it by, under this title. */
  tick?: { readonly title: string; readonly show: (row: Row) => ReactNode } | undefined
  label: string
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
}: RowsProps<Row> & {
  items: readonly Row[]
  /** The row whose page is shown beside them; another one is then shown instead of it. */
  current?: string
}) {
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
