/** Which row of a sheet has the headings, and which of its columns is what. */
import { columnLetters, type SheetRow, textOf } from '../sheet.ts'
import { foldText } from '../text.ts'
import type { SheetColumns } from './columns.ts'

/** A heading that somebody has said the meaning of, or that nothing is to be read from it; by its folded text. */
export type OwnHeadings<Key extends string> = ReadonlyMap<string, Key | null>

export type Mapping<Key extends string> = {
  /** As on the sheet. */
  readonly row: number
  /** By column, from 0. */
  readonly columns: ReadonlyMap<number, Key>
  /** Nothing is read from these: nobody knows the heading, or another column says the same by a better one. */
  readonly unread: readonly { readonly column: string; readonly heading: string }[]
  /** The same heading more than once: it cannot be told which is meant, so none is. */
  readonly twice: readonly { readonly key: Key; readonly columns: readonly string[] }[]
  /** No column of the file says it, and no row can be without. */
  readonly missing: readonly Key[]
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

function isNeverRead<Key extends string>(
  { neverRead }: SheetColumns<Key>,
  heading: string,
  own: OwnHeadings<Key>,
): boolean {
  if (heading.length > LONGEST_HEADING) return false
  const folded = foldText(heading)
  return neverRead.has(folded) || own.get(folded) === null
}

function meaningOf<Key extends string>(
  { known }: SheetColumns<Key>,
  heading: string,
  own: OwnHeadings<Key>,
): { readonly key: Key; readonly rank: number } | null {
  if (heading.length > LONGEST_HEADING) return null
  const said = own.get(foldText(heading))
  if (said !== undefined) return said === null ? null : { key: said, rank: -1 }
  return known.get(foldText(heading)) ?? known.get(bare(heading)) ?? null
}

/** The row with the most headings, of several the last: some files have the ministry's keys above the names. */
function headingsAmong<Key extends string>(
  all: SheetColumns<Key>,
  rows: readonly SheetRow[],
  own: OwnHeadings<Key>,
): SheetRow | null {
  let best: SheetRow | null = null
  let most = FEWEST
  for (const row of rows.slice(0, DEEPEST)) {
    const known = new Set(
      row.cells.map((cell) => meaningOf(all, textOf(cell).trim(), own)?.key).filter(Boolean),
    ).size
    if (known < most) continue
    best = row
    most = known
  }
  return best
}

/** Null where no row of the first has headings that are known. */
export function findHeadings<Key extends string>(
  all: SheetColumns<Key>,
  rows: readonly SheetRow[],
  own: OwnHeadings<Key> = new Map(),
): Mapping<Key> | null {
  const found = headingsAmong(all, rows, own)
  if (!found) return null
  const headings = found.cells.map((cell, column) => {
    const heading = textOf(cell).trim()
    return { column, heading, means: meaningOf(all, heading, own) }
  })
  const columns = new Map<number, Key>()
  const twice: { key: Key; columns: string[] }[] = []
  for (const key of all.keys) {
    const saying = headings.filter(({ means }) => means?.key === key)
    const rank = Math.min(...saying.map(({ means }) => means!.rank))
    const best = saying.filter(({ means }) => means!.rank === rank)
    if (best.length > 1) twice.push({ key, columns: best.map(({ column }) => columnLetters(column)) })
    else if (best[0]) columns.set(best[0].column, key)
  }
  const unread = headings.filter(
    ({ column, heading }) => heading !== '' && !columns.has(column) && !isNeverRead(all, heading, own),
  )
  const said = new Set([...columns.values(), ...twice.map(({ key }) => key)])
  for (const key of [...said]) {
    const { says } = all.of[key]
    if (says !== undefined) said.add(says)
  }
  return {
    row: found.row,
    columns,
    unread: unread.map(({ column, heading }) => ({ column: columnLetters(column), heading })),
    twice,
    missing: all.keys.filter((key) => all.of[key].isNeeded && !said.has(key)),
  }
}
