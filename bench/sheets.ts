/** `npm run bench:sheets`: a roster of 100,000 students read and judged, its report written, all of it imported, and a wide one with faults previewed. Prints; asserts nothing. */
import { execFileSync } from 'node:child_process'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { RosterValues } from '../src/domain/roster/columns.ts'
import { findHeadings } from '../src/domain/roster/header.ts'
import { rowReader } from '../src/domain/roster/read-row.ts'
import { cellsOf, reportHeadings } from '../src/domain/roster/report.ts'
import { ROSTER_TABLES } from '../src/domain/testing/roster-tables.ts'
import { openSheetReader } from '../src/server/services/sheets/reader.ts'
import { streamSheet } from '../src/server/services/sheets/writer.ts'
import { percentile, print } from './load.ts'
import { memoryOf, processorOf, watchMemory } from './processes.ts'
import { openRosterSite, SITE } from './roster-site.ts'

const MEGABYTE = 1024 * 1024
const ROWS = Number(process.argv[2] ?? 100_000)
/** AT-54: previewed with the faults of rows and cells in at most 10 s. */
const WIDE = { rows: 10_000, columns: 60 }
const folder = mkdtempSync(join(tmpdir(), 'qianyue-sheets-'))
const file = join(folder, 'roster.xlsx')

/** How long this process stands still. */
function watchOwnPace() {
  const late: number[] = []
  let before = performance.now()
  const beat = setInterval(() => {
    const now = performance.now()
    late.push(now - before - 10)
    before = now
  }, 10)
  return async () => {
    clearInterval(beat)
    return late
  }
}
/** How long somebody else waits for the smallest answer of the site meanwhile. */
function watchAnswers() {
  const waited: number[] = []
  let goesOn = true
  const asking = (async () => {
    while (goesOn) {
      const began = performance.now()
      await fetch(`${SITE}/healthz`)
      waited.push(performance.now() - began)
      await sleep(20)
    }
  })()
  return async () => {
    goesOn = false
    await asking
    return waited
  }
}

/** A process with its children that is watched, and the processes of a database where it has one. */
type Watched = {
  readonly pid: number
  readonly database?: number
  readonly pace: () => () => Promise<number[]>
}

async function measured(name: string, { pid, database, pace }: Watched, act: () => Promise<string>) {
  const before = memoryOf(pid).whole
  const worked = () => {
    const { own, children: readers } = processorOf(pid)
    const { own: main, children } = database === undefined ? { own: 0, children: 0 } : processorOf(database)
    return [own, readers, main + children]
  }
  const workedBefore = worked()
  const began = performance.now()
  const [stopMemory, stopPace] = [watchMemory(pid), pace()]
  const said = await act()
  const seconds = (performance.now() - began) / 1000
  const [{ own, reading, together, share }, waits] = [stopMemory(), await stopPace()]
  const whole = (megabytes: number) => `${Math.round(megabytes)} MB`
  const processor = worked().map((now, nth) => (now - workedBefore[nth]!).toFixed(1))
  print(
    name,
    `${seconds.toFixed(1)} s  | on the processor ${processor[0]} s, its readers ${processor[1]} s, PostgreSQL ${processor[2]} s  | ` +
      `process ${whole(own)} (before ${whole(before)}), its readers ${whole(reading)}, together ${whole(together)}, ` +
      `common pages once ${whole(share)}  | waits p99 ${percentile(waits, 0.99).toFixed(0)} ms, longest ${Math.max(...waits).toFixed(0)} ms  | ${said}`,
  )
}

const here = { pid: process.pid, pace: watchOwnPace }
const reader = openSheetReader()
try {
  execFileSync(process.execPath, ['bench/roster-file.ts', file, String(ROWS)])
  print('the file', `${ROWS} rows, ${(statSync(file).size / MEGABYTE).toFixed(1)} MB`)

  await measured('read', here, () =>
    reader.read(
      async () => createReadStream(file),
      async ({ rows }) => {
        let count = 0
        for await (const together of rows) count += together.length
        return `${count} rows`
      },
    ),
  )
  await measured('read and judged', here, () =>
    reader.read(
      async () => createReadStream(file),
      async ({ rows }) => {
        let judge: ReturnType<typeof rowReader> | null = null
        let faults = 0
        let whole = 0
        for await (const together of rows) {
          let left = together
          if (!judge) {
            const mapping = findHeadings(together)
            if (!mapping) throw new Error('No headings')
            judge = rowReader(mapping, ROSTER_TABLES, new Date())
            left = together.filter(({ row }) => row > mapping.row)
          }
          for (const row of left) {
            const read = judge(row)
            faults += read.faults.length
            if (read.faults.length === 0) whole++
          }
        }
        return `${whole} whole, ${faults} faults`
      },
    ),
  )
  await measured('a report written', here, async () => {
    const values: RosterValues = {
      studentNumber: '2023010001',
      name: '张三',
      documentType: 'resident_id',
      documentNumber: '420111200103050013',
      gender: '1',
      college: 'c01',
      educationLevel: '31',
      majorName: '软件工程',
    }
    function* rows() {
      for (let n = 0; n < ROWS; n++) yield [...cellsOf(values, ROSTER_TABLES), '新增', '']
    }
    const written = join(folder, 'report.xlsx')
    await pipeline(streamSheet('名单', reportHeadings('zh', []), rows()), createWriteStream(written))
    return `${(statSync(written).size / MEGABYTE).toFixed(1)} MB`
  })

  const site = await openRosterSite(folder)
  try {
    const bytes = readFileSync(file)
    let id = ''
    for (const [name, act] of [
      ['imported: read, compared and kept', () => site.preview(bytes)],
      ['imported: entered', () => site.commit(id)],
      ['imported again: read, compared and kept', () => site.preview(bytes)],
    ] as const)
      await measured(name, { ...site, pace: watchAnswers }, async () => {
        const shown = await act()
        id = shown.id
        return `${shown.status} ${JSON.stringify(shown.counts)}`
      })
    execFileSync(process.execPath, ['bench/roster-file.ts', file, String(WIDE.rows), String(WIDE.columns)])
    const wide = readFileSync(file)
    await measured(
      `${WIDE.rows} rows of ${WIDE.columns} columns, with faults`,
      { ...site, pace: watchAnswers },
      async () => {
        const shown = await site.preview(wide)
        return `${shown.status} ${JSON.stringify(shown.counts)}`
      },
    )
  } finally {
    await site.close()
  }
} finally {
  reader.close()
  rmSync(folder, { recursive: true, force: true })
}
