import type { ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pLimit from 'p-limit'
import { Refusal } from '../../../domain/refusal.ts'
import { SHEET_LIMITS, type SheetFacts, type SheetRow } from '../../../domain/sheet.ts'
import { heardFrom, startConfined } from '../confined-process.ts'
import type { Word } from './talk.ts'

/** The rows come some dozens at a time, and only as fast as they are taken. A file may turn out to be unreadable in its middle. */
export type OpenSheet = { readonly facts: SheetFacts; readonly rows: AsyncIterable<readonly SheetRow[]> }

/** Opens spreadsheets that strangers sent, where they can do no harm. */
export type SheetReader = {
  /**
   * What `use` makes of the sheet, once the whole file has come from `source`, whose errors are passed on. Refuses, with a code that begins with `sheet-`, what is no sheet, cannot be opened, or
   * asks for more time, memory, rows or columns than a sheet may; and with `sheet-busy` when too many wait already.
   */
  read<T>(source: () => Promise<Readable>, use: (sheet: OpenSheet) => Promise<T>): Promise<T>
  close(): void
}

/** One core is left to everybody else. */
const AT_ONCE = Math.max(1, Math.min(2, availableParallelism() - 1))
const MOST_WAITING = 20
/** Milliseconds by the clock until the next rows, for a machine that has no time; work itself is counted in seconds of the processor. */
const PATIENCE = 120_000

const startReading = () =>
  startConfined({
    script: join(import.meta.dirname, 'process.ts'),
    seconds: 90,
    heapMegabytes: 320,
    takesInput: true,
  })

async function* upToLimit(file: AsyncIterable<Buffer>) {
  let bytes = 0
  for await (const piece of file) {
    bytes += piece.length
    if (bytes > SHEET_LIMITS.megabytes * 1024 * 1024)
      throw new Refusal('sheet-too-large', { most: SHEET_LIMITS.megabytes })
    yield piece
  }
}

export function openSheetReader(): SheetReader {
  const together = pLimit(AT_ONCE)
  const all = new Set<ChildProcess>()
  let isOpen = true

  async function nextOf(child: ChildProcess): Promise<Word> {
    let hadPatience = true
    const patience = setTimeout(() => {
      hadPatience = false
      child.kill('SIGKILL')
    }, PATIENCE)
    const heard = heardFrom(child)
    if (child.connected) child.send('next', () => undefined)
    const word = child.exitCode === null && child.signalCode === null ? await heard : null
    clearTimeout(patience)
    if (!word) throw new Refusal(hadPatience ? 'sheet-too-heavy' : 'sheet-busy')
    const said = word as Word
    if ('refusal' in said) throw new Refusal(said.refusal.code, said.refusal.details)
    return said
  }

  /** The next rows are asked for while those before are worked on. */
  async function* rowsOf(child: ChildProcess) {
    for (let coming = nextOf(child); ; ) {
      const word = await coming
      if (!('rows' in word)) return
      coming = nextOf(child)
      // Awaited with the next rows; of who wants none any more it is nobody's.
      coming.catch(() => {})
      yield word.rows
    }
  }

  async function readIn<T>(child: ChildProcess, file: Readable, use: (sheet: OpenSheet) => Promise<T>) {
    // Nothing is asked before the file is whole: half of a csv would pass for one.
    await pipeline(file, upToLimit, child.stdin!)
    const first = await nextOf(child)
    if (!('facts' in first)) throw new Error('A process that reads sheets began in their middle')
    return use({ facts: first.facts, rows: rowsOf(child) })
  }

  return {
    async read(source, use) {
      if (together.pendingCount >= MOST_WAITING) throw new Refusal('sheet-busy')
      return together(async () => {
        const child = await startReading()
        all.add(child)
        child.on('exit', () => all.delete(child))
        try {
          if (!isOpen) throw new Refusal('sheet-broken-off')
          return await readIn(child, await source(), use)
        } catch (error) {
          throw isOpen ? error : new Refusal('sheet-broken-off')
        } finally {
          child.kill('SIGKILL')
        }
      })
    },
    close() {
      isOpen = false
      for (const child of all) child.kill('SIGKILL')
    },
  }
}
