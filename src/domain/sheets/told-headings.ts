/** What became of each heading of a file, to be shown and, where it is not clear, to be asked about. */
import { columnLetters, type SheetRow, textOf } from '../sheet.ts'
import { foldText, withoutHidden } from '../text.ts'
import { clippedCell } from './cells.ts'
import type { SheetColumns } from './columns.ts'
import type { Mapping, OwnHeadings } from './header.ts'

/** `unread`: nobody knows it, or another says the same by a better one; `twice`: the same heading stands over another column. */
export const HEADING_STATES = ['read', 'twice', 'unread', 'ignored'] as const
export type ToldHeading<Key extends string> = {
  readonly column: string
  readonly heading: string
  /** Some of what stands beneath. */
  readonly examples: readonly string[]
  readonly state: (typeof HEADING_STATES)[number]
  readonly means: Key | null
  /** Somebody has said what it means. */
  readonly isSaid: boolean
}
export type ToldHeadings<Key extends string> = {
  /** As on the sheet. */
  readonly row: number
  readonly headings: readonly ToldHeading<Key>[]
  readonly missing: readonly Key[]
}

/** Of what is clear; null where something has to be answered before anything is read. */
export const clearOf = <Key extends string>(mapping: Mapping<Key> | null): Mapping<Key> | null =>
  mapping && mapping.missing.length === 0 && mapping.twice.length === 0 ? mapping : null

const EXAMPLES = 3
const LONGEST_EXAMPLE = 30
/** In the first rows, titles among them. */
const FIRST = 30

/** Nothing in it hides, or turns the page around it. */
const shown = (text: string) => withoutHidden(clippedCell(text)).trim()

const filled = ({ cells }: SheetRow) => cells.filter((cell) => textOf(cell).trim() !== '').length
/** Where no row has headings that are known, the first of the fullest may have some that are not. */
const fullest = (rows: readonly SheetRow[]) =>
  rows.slice(0, FIRST).reduce((best, row) => (filled(row) > filled(best) ? row : best), rows[0]!)

/** Of the first rows of a file, of which there is one. */
export function tellHeadings<Key extends string>(
  all: SheetColumns<Key>,
  rows: readonly SheetRow[],
  mapping: Mapping<Key> | null,
  own: OwnHeadings<Key> = new Map(),
): ToldHeadings<Key> {
  const found = rows.find(({ row }) => row === mapping?.row) ?? fullest(rows)
  const beneath = rows.filter(({ row }) => row > found.row)
  const twice = new Map(
    (mapping?.twice ?? []).flatMap(({ key, columns }) => columns.map((column) => [column, key] as const)),
  )
  const unread = new Set(mapping?.unread.map(({ column }) => column))
  const headings = found.cells.flatMap((cell, place): ToldHeading<Key>[] => {
    const heading = shown(textOf(cell))
    if (heading === '') return []
    const column = columnLetters(place)
    const examples = beneath
      .map(({ cells }) => shown(textOf(cells[place])).slice(0, LONGEST_EXAMPLE))
      .filter((text) => text !== '')
      .slice(0, EXAMPLES)
    const means = mapping?.columns.get(place) ?? twice.get(column) ?? null
    const isUnread = mapping === null || unread.has(column)
    const state = twice.has(column) ? 'twice' : means ? 'read' : isUnread ? 'unread' : 'ignored'
    return [{ column, heading, examples, state, means, isSaid: own.has(foldText(heading)) }]
  })
  return {
    row: found.row,
    headings,
    missing: mapping?.missing ?? all.keys.filter((key) => all.of[key].isNeeded),
  }
}
