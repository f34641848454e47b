/** `npm run bench:sheets`: a roster of 100,000 students read and judged, its report written, and all of it imported. Prints; asserts nothing. */
import { execFileSync } from 'node:child_process'
import { createReadStream, createWriteStream, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { RosterValues } from '../src/domain/roster/columns.ts'
import { findHeadings } from '../src/domain/roster/header.ts'
import { rowReader } from '../src/domain/roster/read-row.ts'
import { cellsOf, reportHeadings } from '../src/domain/roster/report.ts'
import { ROSTER_TABLES } from '../src/domain/testing/roster-tables.ts'
import { openSheetReader } from '../src/server/services/sheets/reader.ts'
import { streamSheet } from '../src/server/services/sheets/writer.ts'
import { percentile, print } from './load.ts'
import { openRosterSite } from './roster-site.ts'

const MEGABYTE = 1024 * 1024
const ROWS = Number(process.argv[2] ?? 100_000)
const folder = mkdtempSync(join(tmpdir(), 'qianyue-sheets-'))
const file = join(folder, 'roster.xlsx')

/** In megabytes, 0 of a process that has just ended; of the one that reads, the most that it ever had. */
function statusOf(pid: number | string, field: 'VmHWM' | 'VmRSS'): number {
  try {
    const said = new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return Math.round(Number(said?.[1] ?? 0) / 1024)
  } catch {
    return 0
  }
}
const children = () =>
  readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').split(' ').filter(Boolean)

/** What the server would feel meanwhile. */
function watch() {
  let own = 0
  let reading = 0
  const late: number[] = []
  let before = performance.now()
  const beat = setInterval(() => {
    const now = performance.now()
    late.push(now - before - 10)
    before = now
    if (late.length % 5 > 0) return
    own = Math.max(own, statusOf('self', 'VmRSS'))
    for (const pid of children()) reading = Math.max(reading, statusOf(pid, 'VmHWM'))
  }, 10)
  return () => {
    clearInterval(beat)
    return { own, reading, longest: Math.max(...late), p99: percentile(late, 0.99) }
  }
}

async function measured(name: string, act: () => Promise<string>) {
  const memory = statusOf('self', 'VmRSS')
  const used = process.cpuUsage()
  const began = performance.now()
  const stop = watch()
  const said = await act()
  const seconds = (performance.now() - began) / 1000
  const { own, reading, longest, p99 } = stop()
  const { user, system } = process.cpuUsage(used)
  print(
    name,
    `${seconds.toFixed(1)} s, of it ${((user + system) / 1e6).toFixed(1)} s of our processor  | memory there ${reading} MB, ` +
      `here ${own} MB, ${Math.max(0, own - memory)} MB more than before  | we stand still p99 ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms  | ${said}`,
  )
}

const reader = openSheetReader()
try {
  execFileSync(process.execPath, ['bench/roster-file.ts', file, String(ROWS)])
  print('the file', `${ROWS} rows, ${(statSync(file).size / MEGABYTE).toFixed(1)} MB`)

  await measured('read', () =>
    reader.read(
      async () => createReadStream(file),
      async ({ rows }) => {
        let count = 0
        for await (const together of rows) count += together.length
        return `${count} rows`
      },
    ),
  )
  await measured('read and judged', () =>
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
  await measured('a report written', async () => {
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
      await measured(name, async () => {
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
