import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words/language.tsx'
import { DataList, type DataListProps } from './data-list.tsx'
import { type Active, chosenOf, clearing, Filters } from './filters.tsx'
import { uiWords } from './words.ts'
import './list-page.css'

type Props<Row> = Omit<DataListProps<Row>, 'label'> & {
  title: string
  /** The main act, at the right of the title. */
  act?: ReactNode
  /** To be known before the list is read: 温馨提示, why something is not offered. */
  notes?: ReactNode
  /** One line of what the list is searched and narrowed by. */
  filters?: ReactNode
  active?: Active
  onClear?: (cleared: Record<string, undefined>) => void
  /** While the next rows are on their way. */
  isTurning?: boolean
  /** Between the filters and the rows: what is done with those that are ticked. */
  children?: ReactNode
}

/** A list is a page (`docs/looks.md`): its title with its number, the main act, the filters, the rows and the pager. */
export function ListPage<Row extends { id: string }>({
  title,
  act,
  notes,
  filters,
  active,
  onClear,
  isTurning = false,
  children,
  ...list
}: Props<Row>) {
  const w = useWords(uiWords)
  const isNarrowed = chosenOf(active).length > 0
  const nothing = (
    <>
      <p>{w.noMatch}</p>
      {onClear && <Button onClick={() => onClear(clearing(active))}>{w.clear}</Button>}
    </>
  )
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
        <span className="number" role="img" aria-label={w.records(list.page.total)}>
          {list.page.total}
        </span>
        {act && <div className="page-act">{act}</div>}
      </div>
      {notes}
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        {filters && (
          <Filters active={active} onClear={onClear}>
            {filters}
          </Filters>
        )}
        {children}
        <DataList<Row> {...list} label={title} empty={isNarrowed ? nothing : list.empty} />
      </section>
    </>
  )
}
