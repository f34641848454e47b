import { sql } from 'kysely'
import {
  BATCH_STATUSES,
  type BatchStatus,
  CHECKED,
  READING,
  type RowCounts,
  type RowStanding,
  SENDING,
  UNSENT,
} from '../../../domain/invitation-batch/batch.ts'
import { Refusal, type RefusalCode, type RefusalDetails } from '../../../domain/refusal.ts'
import type { Terms } from '../../../domain/terms.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { statusIn } from '../../db/status-in.ts'
import { readTerms } from '../../db/stored.ts'

const statusOf = (text: string): BatchStatus => {
  const status = BATCH_STATUSES.find((one) => one === text)
  if (!status) throw new Error(`no status of a batch: ${text}`)
  return status
}

/** What another employer has is not there. */
const select = (db: Db, employerId: string) =>
  db
    .selectFrom('invitationBatches as b')
    .innerJoin('schools as s', 's.id', 'b.schoolId')
    .innerJoin('users as u', 'u.id', 'b.begunBy')
    .where('b.employerId', '=', employerId)
    .select(['b.schoolId', 's.name as schoolName', 's.nameEn as schoolNameEn', 'u.name as by'])
    .select([
      'b.id',
      'b.status',
      'b.begunAt',
      'b.heardAt',
      'b.endedAt',
      'b.fileName',
      'b.fileSize',
      'b.rowsRead',
    ])
    .select(['b.rightRows', 'b.faultyRows', 'b.sentRows', 'b.refusedRows'])
    .select(['b.aboutCipher', 'b.refusal', 'b.refusalDetails'])

type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const batchOf = ({ status, rightRows, faultyRows, sentRows, refusedRows, ...row }: Selected) => ({
  ...row,
  status: statusOf(status),
  counts: { right: rightRows, faulty: faultyRows, sent: sentRows, refused: refusedRows } satisfies RowCounts,
})
export type BatchRecord = ReturnType<typeof batchOf>

export async function findBatch(db: Db, { school, id }: Key, employerId: string): Promise<BatchRecord> {
  const found = await select(db, employerId)
    .where('b.schoolId', '=', school)
    .where('b.id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return batchOf(found)
}

export async function lockBatch(tx: Tx, { school, id }: Key, employerId: string): Promise<BatchRecord> {
  const found = await select(tx, employerId)
    .where('b.schoolId', '=', school)
    .where('b.id', '=', id)
    .forNoKeyUpdate('b')
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return batchOf(found)
}

/** The newest first, at whatever school. */
export async function listBatches(db: Db, employerId: string, paging: Paging) {
  const all = select(db, employerId)
    .orderBy('b.begunAt', 'desc')
    .orderBy('b.id', 'desc')
    .modifyEnd(acrossSchools.employers)
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) => all.limit(limit).offset(offset).execute(),
    () =>
      db
        .selectFrom('invitationBatches')
        .where('employerId', '=', employerId)
        .select(sql<number>`count(*)`.as('total'))
        .modifyEnd(acrossSchools.employers)
        .executeTakeFirstOrThrow(),
  )
  return { items: rows.map(batchOf), ...page }
}

const one = (db: Db, { school, id }: Key) =>
  db.updateTable('invitationBatches').where('schoolId', '=', school).where('id', '=', id)

/** What this person has brought and not sent goes; of two files at once one waits for the other. */
export async function cancelUnsent(tx: Tx, userId: string, at: Date): Promise<void> {
  await tx.selectFrom('users').where('id', '=', userId).select('id').forNoKeyUpdate().execute()
  await tx
    .updateTable('invitationBatches')
    .set({ status: 'cancelled' satisfies BatchStatus, endedAt: at })
    .where('begunBy', '=', userId)
    .where(statusIn('status', UNSENT))
    .modifyEnd(acrossSchools.employers)
    .execute()
}

export type NewBatch = Key & {
  readonly employerId: string
  readonly begunBy: string
  readonly fileName: string
  readonly fileSize: number
}
export const addBatch = (tx: Tx, { school, ...of }: NewBatch, at: Date) =>
  tx
    .insertInto('invitationBatches')
    .values({ ...of, schoolId: school, status: READING, begunAt: at, heardAt: at })
    .execute()

const reading = (db: Db, of: Key) => one(db, of).where('status', '=', READING)

/** Whoever reads is there. False where it is read no more: cancelled, replaced or given up. */
export async function signReading(db: Db, of: Key, at: Date, rowsRead?: number): Promise<boolean> {
  const { numUpdatedRows } = await reading(db, of)
    .set({ heardAt: at, ...(rowsRead !== undefined && { rowsRead }) })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export type CheckedRow = {
  readonly row: number
  readonly standing: Extract<RowStanding, 'right' | 'faulty'>
  readonly studentId: string | null
  readonly invitationId: string | null
  readonly respondBy: string | null
  readonly terms: Terms | null
  readonly said: Buffer
}

/** The next rows, in one statement; the caller has signed life in the same transaction. */
export async function addRows(tx: Tx, { school, id }: Key, rows: readonly CheckedRow[]): Promise<void> {
  await sql`
    insert into invitation_batch_rows
      (school_id, batch_id, row, standing, student_id, invitation_id, respond_by, terms, said_cipher)
    select ${school}, ${id}, * from unnest(
      ${rows.map(({ row }) => row)}::integer[], ${rows.map(({ standing }) => standing)}::text[],
      ${rows.map(({ studentId }) => studentId)}::uuid[], ${rows.map(({ invitationId }) => invitationId)}::uuid[],
      ${rows.map(({ respondBy }) => respondBy)}::date[],
      ${rows.map(({ terms }) => (terms ? JSON.stringify(terms) : null))}::jsonb[], ${rows.map(({ said }) => said)}::bytea[])
  `.execute(tx)
}

/** All is read and checked. False where it is read no more. */
export async function saveChecked(
  tx: Tx,
  of: Key,
  { counts, about, at }: { counts: Pick<RowCounts, 'right' | 'faulty'>; about: Buffer; at: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await reading(tx, of)
    .set({
      status: CHECKED,
      heardAt: at,
      aboutCipher: about,
      rowsRead: counts.right + counts.faulty,
      rightRows: counts.right,
      faultyRows: counts.faulty,
    })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export const saveUnclear = (db: Db, of: Key, about: Buffer, at: Date) =>
  reading(db, of)
    .set({ status: 'unclear' satisfies BatchStatus, endedAt: at, aboutCipher: about })
    .execute()

/** Why it could not be read; what was read is gone. */
export async function saveFailure(
  tx: Tx,
  of: Key,
  { code, details }: { readonly code: RefusalCode; readonly details: RefusalDetails },
  at: Date,
): Promise<void> {
  await reading(tx, of)
    .set({
      status: 'failed' satisfies BatchStatus,
      endedAt: at,
      refusal: code,
      refusalDetails: JSON.stringify(details),
      rowsRead: 0,
    })
    .execute()
  await tx
    .deleteFrom('invitationBatchRows')
    .where('schoolId', '=', of.school)
    .where('batchId', '=', of.id)
    .execute()
}

/** From now on this run sends it, as it was signed, and no other. */
export const saveSending = (tx: Tx, of: Key, run: string, signatureId: string, at: Date) =>
  one(tx, of).set({ status: SENDING, run, signatureId, heardAt: at }).execute()

/**
 * Of what is still to be sent, SHA-256: of each row the student, the day to answer and the terms, in the order of the sheet,
 * as the database writes them.
 */
export async function findBatchFingerprint(db: Db, of: Key): Promise<string> {
  const { fingerprint } = await rowsOf(db, of)
    .where('standing', '=', 'right' satisfies RowStanding)
    .select(
      sql<string>`encode(sha256(convert_to(coalesce(
        string_agg(student_id || ' ' || respond_by || ' ' || terms::text, E'\n' order by row), ''), 'UTF8')), 'hex')`.as(
        'fingerprint',
      ),
    )
    .executeTakeFirstOrThrow()
  return fingerprint
}

export const saveCancelled = (tx: Tx, of: Key, at: Date) =>
  one(tx, of)
    .set({ status: 'cancelled' satisfies BatchStatus, endedAt: at })
    .execute()

/** Who sends: a run of one process, for one person. */
export type Run = Key & { readonly run: string; readonly userId: string }

const sending = (db: Db, of: Run) => one(db, of).where('status', '=', SENDING).where('run', '=', of.run)

/** This run goes on, and holds the batch meanwhile. False where it may not: cancelled, over, or another has taken its place. */
export async function signSending(db: Db, of: Run, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await sending(db, of)
    // Whoever has left sends nothing more.
    .where(sql<boolean>`exists (select from users where id = ${of.userId} and disabled_at is null)`)
    .set({ heardAt: at })
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** This run sends no more of it: whoever wants it goes on at once. */
export const letGo = (db: Db, of: Run, silentSince: Date) =>
  sending(db, of).set({ heardAt: silentSince }).execute()

/** The last rows are sent, by whoever held it when they were: they may have left just now. */
export const saveSent = (tx: Tx, of: Run, at: Date) =>
  sending(tx, of)
    .set({ status: 'sent' satisfies BatchStatus, endedAt: at })
    .execute()

/** The next rows that are still to be sent, in the order of the sheet, locked. */
export async function lockNext(tx: Tx, { school, id }: Key, limit: number) {
  const rows = await tx
    .selectFrom('invitationBatchRows')
    .where('schoolId', '=', school)
    .where('batchId', '=', id)
    .where('standing', '=', 'right' satisfies RowStanding)
    .select(['row', 'studentId', 'invitationId', 'respondBy', 'terms', 'saidCipher'])
    .orderBy('row')
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.map(({ row, studentId, invitationId, respondBy, terms, saidCipher }) => {
    if (!studentId || !invitationId || !respondBy) throw new Error(`row ${row} of ${id} sends nothing`)
    return { row, studentId, invitationId, respondBy, terms: readTerms(terms), saidCipher }
  })
}
export type RowToSend = Awaited<ReturnType<typeof lockNext>>[number]

/** What became of a row: sent where there is no refusal. */
export type RowOutcome = { readonly row: number; readonly refusal: Pick<Refusal, 'code' | 'details'> | null }
export async function saveOutcomes(
  tx: Tx,
  { school, id }: Key,
  outcomes: readonly RowOutcome[],
): Promise<void> {
  const refused = outcomes.filter(({ refusal }) => refusal !== null).length
  await sql`
    update invitation_batch_rows r set standing = o.standing, refusal = o.refusal, refusal_details = o.details
    from unnest(${outcomes.map(({ row }) => row)}::integer[],
      ${outcomes.map(({ refusal }) => (refusal ? 'refused' : 'sent'))}::text[],
      ${outcomes.map(({ refusal }) => refusal?.code ?? null)}::text[],
      ${outcomes.map(({ refusal }) => (refusal ? JSON.stringify(refusal.details) : null))}::jsonb[])
      as o (row, standing, refusal, details)
    where r.school_id = ${school} and r.batch_id = ${id} and r.row = o.row and r.standing = 'right'
  `.execute(tx)
  await one(tx, { school, id })
    .set((of) => ({
      rightRows: of('rightRows', '-', outcomes.length),
      sentRows: of('sentRows', '+', outcomes.length - refused),
      refusedRows: of('refusedRows', '+', refused),
    }))
    .execute()
}

const rowsOf = (db: Db, { school, id }: Key) =>
  db.selectFrom('invitationBatchRows').where('schoolId', '=', school).where('batchId', '=', id)
const SHOWN = ['row', 'standing', 'invitationId', 'saidCipher', 'refusal', 'refusalDetails'] as const

/** A page of the rows of one standing, in the order of the sheet. */
export async function listRows(
  db: Db,
  of: Key,
  { standing, ...paging }: Paging & { readonly standing: RowStanding },
) {
  const all = rowsOf(db, of).where('standing', '=', standing)
  return readPage(
    paging,
    ({ limit, offset }) => all.select(SHOWN).orderBy('row').limit(limit).offset(offset).execute(),
    () => all.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
}
export type ShownRow = Awaited<ReturnType<typeof listRows>>['rows'][number]

const TOGETHER = 500
/** Every row that was not sent, in the order of the sheet, some at a time. */
export async function* allNotSent(db: Db, of: Key) {
  for (let after = 0; ; ) {
    const rows = await rowsOf(db, of)
      .where('standing', '<>', 'sent' satisfies RowStanding)
      .where('row', '>', after)
      .select(SHOWN)
      .orderBy('row')
      .limit(TOGETHER)
      .execute()
    yield rows
    const last = rows.at(-1)
    if (!last || rows.length < TOGETHER) return
    after = last.row
  }
}
