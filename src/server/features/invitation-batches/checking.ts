import { v7 as uuidv7 } from 'uuid'
import { refuseUnlessVerified } from '../../../domain/admission/verification.ts'
import { refuseUnlessAdmitted } from '../../../domain/invitation/again.ts'
import { MOST_ROWS, SOUGHT_TOGETHER } from '../../../domain/invitation-batch/batch.ts'
import { BATCH_COLUMNS, BATCH_SHEET, type ColumnKey } from '../../../domain/invitation-batch/columns.ts'
import { type RowFault, refusedRow } from '../../../domain/invitation-batch/fault.ts'
import { longestCell } from '../../../domain/invitation-batch/read-cell.ts'
import { type ReadRow, rowReader } from '../../../domain/invitation-batch/read-row.ts'
import { type MinimumWage, monthOfPay, wageDoubt } from '../../../domain/place/minimum-wage.ts'
import { Refusal, type RefusalDetails } from '../../../domain/refusal.ts'
import { lettersOf, type SheetRow } from '../../../domain/sheet.ts'
import { cellsAsRead } from '../../../domain/sheets/cells.ts'
import { findHeadings, type Mapping } from '../../../domain/sheets/header.ts'
import { clearOf, tellHeadings } from '../../../domain/sheets/told-headings.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Services } from '../../services/services.ts'
import type { OpenSheet } from '../../services/sheets/reader.ts'
import { firstOf, NobodyWaits, workThrough } from '../../services/sheets/working.ts'
import type { Spooled } from '../../services/spool.ts'
import { countSeveral, settle } from '../accounts/attempts.ts'
import { findAdmission } from '../admissions/standing.ts'
import { findReasonsAgainstInviting } from '../invitations/inviting.ts'
import { listFacts, wagesAmong } from '../places/queries.ts'
import { findStudentsToInvite } from '../students/queries.ts'
import * as batches from './queries.ts'
import { type About, sealedAbout, sealedSaid } from './said.ts'
import { findBatchTables } from './tables.ts'

type Checking = Pick<Services, 'db' | 'secrets' | 'sheets' | 'now' | 'printed'>
/** Whose file it is, and who looks the students up. */
export type Brought = Key & {
  readonly employer: { readonly id: string; readonly name: string }
  readonly userId: string
}

/** Who may not invite has nobody to look up. */
export async function findLimits(db: Db, { school, employer }: Omit<Brought, 'id' | 'userId'>, at: Date) {
  const standing = await findAdmission(db, school, employer.id)
  refuseUnlessAdmitted({ ...standing, employer })
  refuseUnlessVerified(standing.verifyDue, at)
  return standing.settings
}

/** Reads a file that is here and checks it row by row; or says on the batch why it cannot be read. */
export const checkBatch = (services: Checking, of: Brought, file: Spooled): Promise<void> =>
  workThrough(
    { ...services, file },
    {
      signLife: () => batches.signReading(services.db, of, services.now()),
      fail: (why) => inTransaction(services.db, (tx) => batches.saveFailure(tx, of, why, services.now())),
    },
    (sheet) => readSheet(services, of, sheet),
  )

async function readSheet(services: Checking, of: Brought, { facts, rows }: OpenSheet): Promise<void> {
  const { db, secrets, now } = services
  const source = rows[Symbol.asyncIterator]()
  const first = await firstOf(source)
  const mapping = findHeadings(BATCH_SHEET, first)
  const clear = clearOf(mapping)
  const about = {
    ...tellHeadings(BATCH_SHEET, first, mapping),
    sheet: facts,
    hiddenRows: 0,
    computed: [],
    belowMinimum: [],
  }
  const seal = (said: About) => sealedAbout(secrets).seal(said)
  if (!clear) {
    await batches.saveUnclear(db, of, seal(about), now())
    return
  }
  const keeper = await keeperOf(services, of, clear)
  await keeper.take(first.filter(({ row }) => row > clear.row))
  for (let next = await source.next(); !next.done; next = await source.next()) await keeper.take(next.value)
  const { counts, ...found } = await keeper.finish()
  const isWaitedFor = await inTransaction(db, (tx) =>
    batches.saveChecked(tx, of, { counts, about: seal({ ...about, ...found }), at: now() }),
  )
  if (!isWaitedFor) throw new NobodyWaits()
}

/** So many are named: who has more has one figure wrong for all of them. */
const MOST_DOUBTS = 50

type Judged = { readonly sheet: SheetRow; readonly read: ReadRow }
/** So few letters are kept together that they are nothing in memory. */
const LETTERS_TOGETHER = 2_000_000

/** Judges rows as they come, looks up whom they are about some at a time, and keeps what was found. */
async function keeperOf(services: Checking, of: Brought, mapping: Mapping<ColumnKey>) {
  const { db, secrets, now, printed } = services
  const at = now()
  const limits = await findLimits(db, of, at)
  const judge = rowReader(mapping, { tables: await findBatchTables(db, at), limits, at, printed })
  const look = seeker(services, of)
  const said = sealedSaid(secrets)
  const counts = { right: 0, faulty: 0 }
  const wageIn = wagesAmong(await listFacts(db, 'minimum-wage'))
  const belowMinimum: { row: number; pay: number; minimum: MinimumWage }[] = []
  const computed = new Set<string>()
  let hiddenRows = 0
  let rowsRead = 0
  let waiting: Judged[] = []
  let letters = 0

  function checkedRow({ sheet, read }: Judged, { studentId, faults: found }: Sought): batches.CheckedRow {
    const faults = [...read.faults, ...found]
    const { offer } = read
    const isRight = faults.length === 0 && offer !== null && studentId !== null
    const doubt = isRight
      ? wageDoubt(offer.terms, wageIn(offer.terms.regionCode, monthOfPay(offer.terms)))
      : null
    if (doubt) belowMinimum.push({ row: read.row, ...doubt })
    const cells = cellsAsRead(sheet, mapping, BATCH_SHEET.keys, (key) =>
      longestCell(BATCH_COLUMNS[key].takes),
    )
    return {
      row: read.row,
      standing: isRight ? 'right' : 'faulty',
      studentId: isRight ? studentId : null,
      invitationId: isRight ? uuidv7() : null,
      respondBy: isRight ? offer.respondBy : null,
      terms: isRight ? offer.terms : null,
      said: said.seal({ cells, named: read.named, faults }),
    }
  }
  async function keep(): Promise<void> {
    const judged = waiting
    waiting = []
    letters = 0
    if (judged.length === 0) return
    const sought = await look(judged.map(({ read }) => read))
    const rows = judged.map((one, place) => checkedRow(one, sought[place]!))
    await inTransaction(db, async (tx) => {
      if (!(await batches.signReading(tx, of, now(), rowsRead))) throw new NobodyWaits()
      await batches.addRows(tx, of, rows)
    })
    for (const { standing } of rows) counts[standing]++
  }
  return {
    async take(rows: readonly SheetRow[]): Promise<void> {
      for (const sheet of rows) {
        if (++rowsRead > MOST_ROWS) throw new Refusal('batch-too-long', { most: MOST_ROWS })
        const read = judge(sheet)
        if (sheet.isHidden) hiddenRows++
        for (const column of read.computed) computed.add(column)
        waiting.push({ sheet, read })
        letters += lettersOf(sheet)
        if (waiting.length >= SOUGHT_TOGETHER || letters >= LETTERS_TOGETHER) await keep()
      }
    },
    async finish() {
      await keep()
      return {
        counts,
        hiddenRows,
        computed: [...computed].sort(),
        belowMinimum: belowMinimum.slice(0, MOST_DOUBTS),
      }
    },
  }
}

type Sought = { readonly studentId: string | null; readonly faults: readonly RowFault[] }

/**
 * Finds students as one is found alone (AT-9): by number and name together, without a word on which of them was wrong, and
 * counted against whoever looks, in the same tally. Once that is full nobody more is sought, and the rows say so.
 */
function seeker({ db, secrets, now }: Checking, { school, employer, userId }: Brought) {
  const search = `find:${userId}`
  let isFull: RefusalDetails | null = null

  return async (rows: readonly ReadRow[]): Promise<Sought[]> => {
    const at = now()
    const named = rows.flatMap(({ named: one }) => (one ? [one] : []))
    const { allowed, minutes } =
      isFull || named.length === 0
        ? { allowed: 0, minutes: 0 }
        : await countSeveral({ db, secrets }, 'search', { name: search, asked: named.length }, at)
    if (!isFull && allowed < named.length) isFull = { minutes }
    const asked = named.slice(0, allowed)
    const found = asked.length === 0 ? [] : await findStudentsToInvite(db, school, asked)
    const hits = found.flatMap((student) => (student ? [student.id] : []))
    if (hits.length > 0)
      await settle({ db, secrets }, { forget: {}, takeOff: { search }, times: hits.length })
    const reasonsOf = await findReasonsAgainstInviting(db, { school, studentIds: hits, employer }, at)

    let place = 0
    return rows.map(({ row, named: one }): Sought => {
      if (!one) return { studentId: null, faults: [] }
      const student = found[place]
      const wasAsked = place++ < asked.length
      const none = wasAsked
        ? new Refusal('student-not-matched')
        : new Refusal('batch-sought-enough', isFull ?? {})
      if (!student) return { studentId: null, faults: [refusedRow(row, none)] }
      return { studentId: student.id, faults: reasonsOf(student.id).map((reason) => refusedRow(row, reason)) }
    })
  }
}
