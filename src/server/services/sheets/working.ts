import { Refusal } from '../../../domain/refusal.ts'
import type { SheetRow } from '../../../domain/sheet.ts'
import { BROKEN_OFF, SIGN_OF_LIFE } from '../../../domain/sheet-work.ts'
import type { Spooled } from '../spool.ts'
import type { OpenSheet, SheetReader } from './reader.ts'

/** Cancelled or replaced: nobody waits for it. */
export class NobodyWaits extends Error {}

/** Says `signLife` every some seconds for as long as the work takes, also while it waits for its turn. */
export async function staySeen<T>(signLife: () => Promise<unknown>, work: () => Promise<T>): Promise<T> {
  const alive = setInterval(() => void signLife().catch(() => {}), SIGN_OF_LIFE)
  try {
    return await work()
  } finally {
    clearInterval(alive)
  }
}

/** Reads a file that is here and removes it; why it cannot be read is told by `fail`. */
export async function workThrough(
  { sheets, file }: { readonly sheets: SheetReader; readonly file: Spooled },
  {
    signLife,
    fail,
  }: { readonly signLife: () => Promise<unknown>; readonly fail: (why: Refusal) => Promise<unknown> },
  use: (sheet: OpenSheet) => Promise<void>,
): Promise<void> {
  try {
    await staySeen(signLife, () => sheets.read(async () => file.read(), use))
  } catch (error) {
    if (error instanceof NobodyWaits) return
    const why = error instanceof Refusal ? error : new Refusal(BROKEN_OFF)
    await fail(why)
    if (why !== error) throw error
  } finally {
    await file.remove()
  }
}

/** Among these rows the headings stand, or nowhere. */
const FIRST = 30

/** The first rows of a sheet; the iterator goes on after them. */
export async function firstOf(source: AsyncIterator<readonly SheetRow[]>): Promise<SheetRow[]> {
  const first: SheetRow[] = []
  while (first.length < FIRST) {
    const next = await source.next()
    if (next.done) break
    first.push(...next.value)
  }
  return first
}

/** The rows of a sheet below this one: those that were read first, then what the source goes on with. */
export async function* rowsBelow(
  heading: number,
  first: readonly SheetRow[],
  source: AsyncIterator<readonly SheetRow[]>,
): AsyncGenerator<SheetRow> {
  for (const row of first) if (row.row > heading) yield row
  for (let next = await source.next(); !next.done; next = await source.next()) yield* next.value
}
