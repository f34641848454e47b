import type { ReactNode } from 'react'
import { useListAddress } from '../../ui/list-address.ts'
import { Pager } from '../../ui/pager.tsx'
import { useWords } from '../../words/language.tsx'
import { sheetWords } from './words.ts'
import './sheets.css'

type Paged = {
  readonly items: readonly { readonly id: string }[]
  readonly page: number
  readonly pageSize: number
  readonly total: number
}

/** Rows of a file, a page of them at a time. */
export function SheetRows({
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
      <ul className="sheet-rows">{children}</ul>
      <Pager of={page} onPage={turn} />
    </div>
  )
}

/** The page of rows that the address names. */
export const useSheetPage = () => {
  const { shown } = useListAddress<{ tab: string }>()
  return shown.page === undefined ? {} : { page: shown.page }
}

export type ToldFault = {
  readonly column: string | null
  readonly name: string
  readonly value: string
  readonly said: string
}
/** A cell that is wrong, or the whole row. */
export function SheetFault({ of: { column, name, value, said } }: { of: ToldFault }) {
  const w = useWords(sheetWords)
  const where = name === '' ? '' : column === null ? w.noColumn(name) : w.column(column, name)
  return (
    <li>
      {where} {value && <q className="cell">{value}</q>} <span className="old">{said}</span>
    </li>
  )
}

type About = {
  readonly sheet: {
    readonly name: string
    readonly others: readonly string[]
    readonly hiddenColumns: readonly string[]
  }
  readonly hiddenRows: number
  readonly computed: readonly string[]
}
/** What there is to know of a file beside its rows. */
export function SheetFacts({ of: { sheet, hiddenRows, computed } }: { of: About }) {
  const w = useWords(sheetWords).sheet
  const told = [
    sheet.name && w.one(sheet.name),
    sheet.others.length > 0 && w.others(sheet.others.join('、')),
    sheet.hiddenColumns.length > 0 && w.hiddenColumns(sheet.hiddenColumns.join('、')),
    hiddenRows > 0 && w.hiddenRows(hiddenRows),
    computed.length > 0 && w.computed(computed.join('、')),
  ].filter(Boolean)
  return told.length === 0 ? null : <p className="soft">{told.join(' · ')}</p>
}
