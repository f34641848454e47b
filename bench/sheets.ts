/** `npm run bench:sheets`: a roster of 100,000 students read and judged, its report written, and all of it imported. Prints; asserts nothing. */
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
import { openRosterSite, SITE } from './roster-site.ts'

const MEGABYTE = 1024 * 1024
const ROWS = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'qianyue-sheets-'))
const file = join(folder, 'roster.xlsx')

/** In megabytes, 0 of a process that has just ended: all that it has in memory, and its share of it where others have the same pages. */
function memoryOf(pid: number | string): { readonly whole: number; readonly share: number } {
  try {
    const said = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8')
    const of = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(said)?.[1] ?? 0) / 1024
    return { whole: of('Rss'), share: of('Pss') }
  } catch {
    return { whole: 0, share: 0 }
  }
}
const childrenOf = (pid: number | string) =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean)

/** The most that a process had, that its children had, and both at one moment; `share` counts what they have in common once. */
function watchMemory(pid: number) {
  const most = { own: 0, reading: 0, together: 0, share: 0 }
  const look = () => {
    const own = memoryOf(pid)
    const children = childrenOf(pid).map(memoryOf)
    const reading = children.reduce((sum, { whole }) => sum + whole, 0)
    most.own = Math.max(most.own, own.whole)
    most.reading = Math.max(most.reading, reading)
    most.together = Math.max(most.together, own.whole + reading)
    most.share = Math.max(
      most.share,
      children.reduce((sum, { share }) => sum + share, own.share),
    )
  }
  look()
  const beat = setInterval(look, 50)
  return () => {
    clearInterval(beat)
    return most
  }
}

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

async function measured(
  name: string,
  { pid, pace }: { readonly pid: number; readonly pace: () => () => Promise<number[]> },
  act: () => Promise<string>,
) {
  const before = memoryOf(pid).whole
  const began = performance.now()
  const [stopMemory, stopPace] = [watchMemory(pid), pace()]
  const said = await act()
  const seconds = (performance.now() - began) / 1000
  const [{ own, reading, together, share }, waits] = [stopMemory(), await stopPace()]
  const whole = (megabytes: number) => `${Math.round(megabytes)} MB`
  print(
    name,
    `${seconds.toFixed(1)} s  | process ${whole(own)} (before ${whole(before)}), its readers ${whole(reading)}, together ${whole(together)}, ` +
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
      await measured(name, { pid: site.pid, pace: watchAnswers }, async () => {
        const shown = await act()
        id = shown.id
        return `${shown.status} ${JSON.stringify(shown.counts)}`
      })
  } finally {
    await site.close()
  }
} finally {
  reader.close()
  rmSync(folder, { recursive: true, force: true })
}
