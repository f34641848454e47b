/** Which row of a sheet has the headings, and which of its columns is what. */
import { columnLetters, type SheetRow, textOf } from '../sheet.ts'
import { foldText } from '../text.ts'
import { COLUMN_KEYS, type ColumnKey, ROSTER_COLUMNS, UNREAD_HEADINGS } from './columns.ts'

/** A heading that a school has said the meaning of, or that nothing is to be read from it; by its folded text. */
export type OwnHeadings = ReadonlyMap<string, ColumnKey | null>

export type Mapping = {
  /** As on the sheet. */
  readonly row: number
  /** By column, from 0. */
  readonly columns: ReadonlyMap<number, ColumnKey>
  /** Nothing is read from these: nobody knows the heading, or another column says the same by a better one. */
  readonly unread: readonly { readonly column: string; readonly heading: string }[]
  /** The same heading more than once: it cannot be told which is meant, so none is. */
  readonly twice: readonly { readonly key: ColumnKey; readonly columns: readonly string[] }[]
  /** No column of the file says it, and a student cannot be without. */
  readonly missing: readonly ColumnKey[]
}

/** Below titles and remarks. */
const DEEPEST = 30
/** One word alone may stand anywhere. */
const FEWEST = 2
/** With what explains it in brackets; whatever is longer is a remark. */
const LONGEST_HEADING = 500

const bare = (heading: string) =>
  foldText(heading)
    .replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】|[*#:]/g, '')
    // A folded dot stands in the middle.
    .replace(/^\d+[·、]/, '')

/** Folded heading → what it is, and how well it says so: 0 is our own. */
const KNOWN: ReadonlyMap<string, { readonly key: ColumnKey; readonly rank: number }> = new Map(
  COLUMN_KEYS.flatMap((key) => {
    const { zh, en, also } = ROSTER_COLUMNS[key]
    return [zh, en, ...also].map(
      (name, place) => [foldText(name), { key, rank: Math.max(0, place - 1) }] as const,
    )
  }),
)
const NEVER_READ = new Set(UNREAD_HEADINGS.map(foldText))

const isNeverRead = (heading: string, own: OwnHeadings) => {
  if (heading.length > LONGEST_HEADING) return false
  const folded = foldText(heading)
  return NEVER_READ.has(folded) || own.get(folded) === null
}

const meaningOf = (heading: string, own: OwnHeadings) => {
  if (heading.length > LONGEST_HEADING) return null
  const said = own.get(foldText(heading))
  if (said !== undefined) return said === null ? null : { key: said, rank: -1 }
  return KNOWN.get(foldText(heading)) ?? KNOWN.get(bare(heading)) ?? null
}

/** The row with the most headings, of several the last: some files have the ministry's keys above the names. */
function headingsAmong(rows: readonly SheetRow[], own: OwnHeadings): SheetRow | null {
  let best: SheetRow | null = null
  let most = FEWEST
  for (const row of rows.slice(0, DEEPEST)) {
    const known = new Set(row.cells.map((cell) => meaningOf(textOf(cell).trim(), own)?.key).filter(Boolean))
      .size
    if (known < most) continue
    best = row
    most = known
  }
  return best
}

/** Null where no row of the first has headings that are known. */
export function findHeadings(rows: readonly SheetRow[], own: OwnHeadings = new Map()): Mapping | null {
  const found = headingsAmong(rows, own)
  if (!found) return null
  const headings = found.cells.map((cell, column) => {
    const heading = textOf(cell).trim()
    return { column, heading, means: meaningOf(heading, own) }
  })
  const columns = new Map<number, ColumnKey>()
  const twice: { key: ColumnKey; columns: string[] }[] = []
  for (const key of COLUMN_KEYS) {
    const saying = headings.filter(({ means }) => means?.key === key)
    const rank = Math.min(...saying.map(({ means }) => means!.rank))
    const best = saying.filter(({ means }) => means!.rank === rank)
    if (best.length > 1) twice.push({ key, columns: best.map(({ column }) => columnLetters(column)) })
    else if (best[0]) columns.set(best[0].column, key)
  }
  const unread = headings.filter(
    ({ column, heading }) => heading !== '' && !columns.has(column) && !isNeverRead(heading, own),
  )
  const said = new Set([...columns.values(), ...twice.map(({ key }) => key)])
  // The month says the year.
  if (said.has('graduationMonth')) said.add('graduationYear')
  return {
    row: found.row,
    columns,
    unread: unread.map(({ column, heading }) => ({ column: columnLetters(column), heading })),
    twice,
    missing: COLUMN_KEYS.filter((key) => ROSTER_COLUMNS[key].isNeeded && !said.has(key)),
  }
}
