import { majorsWatch, tellMajors } from '../../../domain/major/told.ts'
import { rosterSheet } from '../../../domain/roster/columns.ts'
import { findHeadings, type Mapping } from '../../../domain/roster/header.ts'
import type { RowCounts } from '../../../domain/roster/import.ts'
import type { RosterJudging } from '../../../domain/roster/read-cell.ts'
import { rowReader } from '../../../domain/roster/read-row.ts'
import { lettersOf, type SheetRow } from '../../../domain/sheet.ts'
import { clearOf, tellHeadings } from '../../../domain/sheets/told-headings.ts'
import { inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Services } from '../../services/services.ts'
import type { OpenSheet } from '../../services/sheets/reader.ts'
import { firstOf, NobodyWaits, workThrough } from '../../services/sheets/working.ts'
import type { Spooled } from '../../services/spool.ts'
import { findKnownMajors } from '../majors/queries.ts'
import { findOwnVersion } from '../own-fields/queries.ts'
import { findOwnHeadings } from './headings.ts'
import type { StagedRow } from './queries.ts'
import * as imports from './queries.ts'
import { type About, sealedAbout } from './said.ts'
import { type JudgedRow, stager } from './staging.ts'
import { findRosterTables } from './tables.ts'

type Reading = Pick<Services, 'db' | 'secrets' | 'sheets' | 'now' | 'printed'>

/** Reads a file that is here, compares it and keeps what it would do; or says on the import why it cannot be read. */
export const readRoster = (services: Reading, of: Key, file: Spooled): Promise<void> =>
  workThrough(
    { ...services, file },
    {
      signLife: () => imports.signLife(services.db, of, services.now()),
      fail: (why) => inTransaction(services.db, (tx) => imports.saveFailure(tx, of, why, services.now())),
    },
    (sheet) => readSheet(services, of, sheet),
  )

/** Rows that are compared and written together: so few that everybody else waits for some dozen milliseconds only. */
const TOGETHER = 500
/** And so few letters that they are nothing in memory. */
const LETTERS_TOGETHER = 4_000_000

async function readSheet(
  { db, secrets, now, printed }: Reading,
  of: Key,
  { facts, rows }: OpenSheet,
): Promise<void> {
  // First: what is judged by later definitions is not entered, and never the other way round.
  await imports.saveOwnVersion(db, of, await findOwnVersion(db, of.school, 'roster'))
  const tables = await findRosterTables(db, of.school)
  const sheet = rosterSheet(tables.own)
  const own = await findOwnHeadings(db, of.school, sheet.keys)
  const source = rows[Symbol.asyncIterator]()
  const first = await firstOf(source)
  const mapping = findHeadings(first, own, sheet)
  const clear = clearOf(mapping)
  const about = {
    ...tellHeadings(sheet, first, mapping, own),
    sheet: facts,
    hiddenRows: 0,
    computed: [],
    majors: { added: [], stopped: [] },
  }
  const seal = (said: About) => sealedAbout(secrets).seal(said)
  if (!clear) {
    await imports.saveUnclear(db, of, seal(about), now())
    return
  }
  const keeper = keeperOf({ db, secrets, now }, of, { mapping: clear, tables: { ...tables, printed } })
  await keeper.take(first.filter(({ row }) => row > clear.row))
  for (let next = await source.next(); !next.done; next = await source.next()) await keeper.take(next.value)
  const { counts, years, named, ...found } = await keeper.finish()
  const known = await findKnownMajors(
    db,
    of.school,
    named.map(({ code }) => code),
  )
  const majors = tellMajors(named, known)
  const isWaitedFor = await inTransaction(db, (tx) =>
    imports.savePreview(tx, of, { counts, years, about: seal({ ...about, ...found, majors }), at: now() }),
  )
  if (!isWaitedFor) throw new NobodyWaits()
}

/** Takes rows as they come: while some are judged, those before are compared, and those before them written. */
function keeperOf(
  { db, secrets, now }: Omit<Reading, 'sheets' | 'printed'>,
  of: Key,
  { mapping, tables }: { mapping: Mapping; tables: RosterJudging },
) {
  const judge = rowReader(mapping, tables, now())
  const stage = stager(db, secrets, of.school, { mapping, own: tables.own })
  const counts: { -readonly [standing in keyof RowCounts]: number } = {
    new: 0,
    changed: 0,
    unchanged: 0,
    faulty: 0,
  }
  const years = new Set<number>()
  const computed = new Set<string>()
  const majors = majorsWatch()
  let hiddenRows = 0
  let rowsRead = 0
  let batch: JudgedRow[] = []
  let letters = 0
  let comparing: Promise<void> = Promise.resolve()
  let writing: Promise<void> = Promise.resolve()

  async function write(staged: readonly StagedRow[], read: number): Promise<void> {
    await inTransaction(db, async (tx) => {
      if (!(await imports.signLife(tx, of, now(), read))) throw new NobodyWaits()
      await imports.addRows(tx, of, staged)
    })
    for (const { standing } of staged) counts[standing]++
  }
  async function next(): Promise<void> {
    const [judged, read] = [batch, rowsRead]
    batch = []
    letters = 0
    await comparing
    comparing = compare(judged, read)
    // Awaited with the next rows; until then nobody else hears of it.
    comparing.catch(() => {})
  }
  async function compare(judged: readonly JudgedRow[], read: number): Promise<void> {
    const staged = await stage(judged)
    await writing
    writing = write(staged, read)
    writing.catch(() => {})
  }
  return {
    async take(rows: readonly SheetRow[]): Promise<void> {
      for (const sheet of rows) {
        const read = judge(sheet)
        batch.push({ sheet, read })
        letters += lettersOf(sheet)
        rowsRead++
        if (sheet.isHidden) hiddenRows++
        if (read.faults.length === 0) majors.see(read.values)
        for (const column of read.computed) computed.add(column)
        if (read.values.graduationYear !== undefined) years.add(Number(read.values.graduationYear))
      }
      if (batch.length >= TOGETHER || letters >= LETTERS_TOGETHER) await next()
    },
    async finish() {
      await next()
      await comparing
      await writing
      return {
        counts,
        years: [...years].sort(),
        hiddenRows,
        computed: [...computed].sort(),
        named: majors.named(),
      }
    },
  }
}
