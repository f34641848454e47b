import { buffer } from 'node:stream/consumers'
import { Refusal } from '../../../domain/refusal.ts'
import { lettersOf, SHEET_LIMITS, type SheetRow } from '../../../domain/sheet.ts'
import { openSheet } from './kind.ts'
import type { Word } from './talk.ts'

/** A process of its own for one file, so that what the file does to a reader it does to nothing else. Started by `reader.ts`. */

/** Rows are handed on together: few enough that whoever works on them stands still for some milliseconds only. */
const TOGETHER = 50
/** And so few letters that they are nothing in memory: one text of a file can stand in every cell. */
const LETTERS_TOGETHER = 1_000_000

async function* words(): AsyncGenerator<Word> {
  try {
    const { facts, rows } = await openSheet(await buffer(process.stdin))
    let read = 0
    let batch: SheetRow[] = []
    let letters = 0
    let isTold = false
    for await (const row of rows) {
      if (!isTold) yield { facts }
      isTold = true
      if (++read > SHEET_LIMITS.rows) throw new Refusal('sheet-too-long', { most: SHEET_LIMITS.rows })
      letters += lettersOf(row)
      if (batch.push(row) < TOGETHER && letters < LETTERS_TOGETHER) continue
      yield { rows: batch }
      batch = []
      letters = 0
    }
    if (!isTold) throw new Refusal('sheet-without-rows')
    if (batch.length > 0) yield { rows: batch }
    yield { isOver: true }
  } catch (error) {
    // Readers speak for themselves; to a person all of it means that the file cannot be opened.
    const { code, details } = error instanceof Refusal ? error : new Refusal('sheet-damaged')
    yield { refusal: { code, details } }
  }
}

const asked = () => new Promise<void>((resolve) => process.once('message', () => resolve()))

/** Words that are ready before they are asked for: whoever works on rows does so in bursts, and finds the next ones there. */
const AHEAD = 10

process.on('disconnect', () => process.exit())
process.send!('ready')
const said = words()
for (const coming = Array.from({ length: AHEAD }, () => said.next()); ; coming.push(said.next())) {
  await asked()
  const next = await coming.shift()!
  if (next.done) break
  process.send!(next.value)
}
