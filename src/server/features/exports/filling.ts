import { cellOf, type ExportTables } from '../../../domain/export/cell.ts'
import { type ExportColumn, isNeeded } from '../../../domain/export/template.ts'
import type { Db } from '../../db/database.ts'
import type { Secrets } from '../../services/secrets.ts'
import { findGraduates, type Graduate } from './graduates.ts'

type School = { readonly code: string; readonly name: string }
/** Whose rows, by what columns. */
export type Filling = {
  readonly school: School
  readonly ids: readonly string[]
  readonly columns: readonly ExportColumn[]
  readonly tables: ExportTables
}
type From = { readonly db: Db; readonly secrets: Secrets }

/** Read together: so few that everybody else waits for some dozen milliseconds only. */
const TOGETHER = 500

type Told = (ids: readonly string[]) => Promise<void>
/**
 * Graduates in the order of `ids`, some at a time: the next are fetched, and `told` of, while these are written. Nobody is given of whom
 * it was not told.
 */
async function* inPieces(
  { db, secrets }: From,
  { school, ids, columns }: Filling,
  told: Told = async () => {},
): AsyncGenerator<Graduate[]> {
  const opening = { secrets, wanted: new Set(columns.map(({ field }) => field)) }
  const pieceFrom = async (from: number) => {
    const piece = await findGraduates(db, school, ids.slice(from, from + TOGETHER), opening)
    await told(piece.map(({ id }) => id))
    return piece
  }
  let coming = pieceFrom(0)
  for (let from = TOGETHER; from - TOGETHER < ids.length; from += TOGETHER) {
    const piece = await coming
    coming = from < ids.length ? pieceFrom(from) : Promise.resolve([])
    // Of two that fail the first says why.
    coming.catch(() => {})
    yield piece
  }
}

const cellsOf = ({ columns, tables }: Filling, { facts }: Graduate, whole: boolean): string[] =>
  columns.map((column) => cellOf(column, facts, tables, whole))

/** Of which columns, from 0, this row has not what they need. */
const lackingIn = ({ columns }: Filling, { facts, standing }: Graduate): number[] =>
  columns.flatMap(({ need, field }, place) =>
    isNeeded(need, standing) && field !== 'constant' && !facts[field] ? [place] : [],
  )

/** The rows of a file: nothing leaves that `told` has not written down. */
export async function* rowsOf(
  from: From,
  of: Filling,
  { whole, told }: { whole: boolean; told: Told },
): AsyncGenerator<string[]> {
  for await (const piece of inPieces(from, of, told))
    for (const graduate of piece) yield cellsOf(of, graduate, whole)
}

/** How many rows lack what each column needs, by the column's place. */
export async function countLacking(from: From, of: Filling): Promise<ReadonlyMap<number, number>> {
  const lacking = new Map<number, number>()
  for await (const piece of inPieces(from, of))
    for (const graduate of piece)
      for (const place of lackingIn(of, graduate)) lacking.set(place, (lacking.get(place) ?? 0) + 1)
  return lacking
}

const SHOWN = 20
/** The first rows, masked; with `lacking` of who has not what that column needs. `next`: behind whom there are more. */
export async function firstRows(from: From, of: Filling, lacking: number | undefined) {
  const shown: Graduate[] = []
  for await (const piece of inPieces(from, of)) {
    for (const graduate of piece) {
      if (lacking !== undefined && !lackingIn(of, graduate).includes(lacking)) continue
      if (shown.length === SHOWN) return { items: shown.map(presented), next: shown[SHOWN - 1]!.id }
      shown.push(graduate)
    }
  }
  return { items: shown.map(presented), next: null }

  function presented(graduate: Graduate) {
    const { id, facts } = graduate
    return { id, name: facts.name ?? '', cells: cellsOf(of, graduate, false) }
  }
}
