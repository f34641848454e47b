import type { JournalData } from './outcome.ts'
import { Refusal } from './refusal.ts'
import { foldText } from './text.ts'

/** What an operator may change of a row of a code table; its code is what records name, and stays. Years are graduation years. */
export type CodeText = {
  readonly name: string
  readonly nameEn: string | null
  readonly validFrom: number | null
  readonly validUntil: number | null
}
export type CodeRow = CodeText & { readonly code: string; readonly parent: string | null }

/** How a row stands beside the product's own table: the same, changed in one of them, or only here. */
export const CODE_STANDINGS = ['same', 'changed', 'own'] as const
export type CodeStanding = (typeof CODE_STANDINGS)[number]
export type ComparedRow = CodeRow & { readonly standing: CodeStanding; readonly shipped: CodeRow | null }

const FIELDS = ['name', 'nameEn', 'parent', 'validFrom', 'validUntil'] as const

const changed = (before: CodeRow, after: CodeRow) => FIELDS.filter((field) => before[field] !== after[field])

/** Each row with the product's own of the same code. */
export function compareCodes(rows: readonly CodeRow[], shipped: readonly CodeRow[]): ComparedRow[] {
  const own = new Map(shipped.map((row) => [row.code, row]))
  return rows.map((row) => {
    const from = own.get(row.code) ?? null
    if (from === null) return { ...row, standing: 'own', shipped: null }
    return { ...row, standing: changed(row, from).length > 0 ? 'changed' : 'same', shipped: from }
  })
}

/** The rows whose code begins with what was typed, or whose name in either language has it. */
export const codesMatching = <Row extends CodeRow>(rows: readonly Row[], q: string): Row[] => {
  const sought = foldText(q)
  return rows.filter(
    ({ code, name, nameEn }) =>
      code.startsWith(q) || foldText(name).includes(sought) || foldText(nameEn ?? '').includes(sought),
  )
}

/** Of a row that is written over: each field as it was and as it is, for the journal. */
export const codeChanges = (before: CodeRow, after: CodeRow): JournalData =>
  Object.fromEntries(
    changed(before, after).flatMap((field) => [
      [`${field}.before`, before[field]],
      [`${field}.after`, after[field]],
    ]),
  )

/** The row as it will be. Refuses what somebody else has changed meanwhile, years that end before they begin, and what changes nothing. */
export function changeCode(row: CodeRow, seen: CodeText, to: CodeText): CodeRow {
  if (changed(row, { ...row, ...seen }).length > 0) throw new Refusal('content-changed')
  refuseImpossibleYears(to)
  const after = { ...row, ...to }
  if (changed(row, after).length === 0) throw new Refusal('nothing-changed', { field: 'name' })
  return after
}

/** A row that the table has not yet. `within`: the codes that it has. */
export function refuseUnlessNewCode(row: CodeRow, within: ReadonlySet<string>): void {
  if (within.has(row.code)) throw new Refusal('code-exists', { field: 'id' })
  if (row.parent !== null && !within.has(row.parent))
    throw new Refusal('code-not-offered', { field: 'parent' })
  refuseImpossibleYears(row)
}

function refuseImpossibleYears({ validFrom, validUntil }: CodeText): void {
  if (validFrom !== null && validUntil !== null && validUntil < validFrom)
    throw new Refusal('years-reversed', { field: 'validUntil' })
}
