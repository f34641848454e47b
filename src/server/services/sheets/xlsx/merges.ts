import { Refusal } from '../../../../domain/refusal.ts'
import { columnOf } from '../../../../domain/sheet.ts'

/** Cells of one column, one above the other, that show the text of the uppermost. Rows from 1, column from 0. */
export type Merge = { readonly column: number; readonly from: number; readonly to: number }

const MOST_MERGES = 200_000
const END_OF_CELLS = 'sheetData>'
/** Longer than the longest of what is looked for. */
const KEPT = 300

/**
 * Merged cells by the row they begin in. A sheet names them after all its cells, so it is gone through for them before,
 * without being understood. Only downwards: what is merged across is one heading, and to repeat it would make it two.
 */
export async function readMerges(sheet: AsyncIterable<Buffer>): Promise<Map<number, readonly Merge[]>> {
  const merges = new Map<number, Merge[]>()
  let count = 0
  let isPastCells = false
  let text = ''
  for await (const piece of sheet) {
    text += piece.toString('latin1')
    if (!isPastCells) {
      const end = /<\/(?:\w+:)?sheetData>|<(?:\w+:)?sheetData\s*\/>/.exec(
        text.includes(END_OF_CELLS) || text.includes('sheetData/') ? text : '',
      )
      isPastCells = end !== null
      text = end ? text.slice(end.index) : text.slice(-KEPT)
    }
    if (!isPastCells) continue
    let read = 0
    for (const found of text.matchAll(
      /<(?:\w+:)?mergeCell\s(?:[^>]*\s)?ref=["']([A-Z]+)(\d+):[A-Z]+(\d+)["']/g,
    )) {
      read = found.index + found[0].length
      const merge = { column: columnOf(found[1]!), from: Number(found[2]), to: Number(found[3]) }
      if (merge.to === merge.from) continue
      if (++count > MOST_MERGES) throw new Refusal('sheet-too-heavy')
      const beside = merges.get(merge.from)
      if (beside) beside.push(merge)
      else merges.set(merge.from, [merge])
    }
    text = text.slice(Math.max(read, text.length - KEPT))
  }
  return merges
}
