import { type SqlBool, sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import {
  TRANSFER_KINDS,
  TRANSFER_STANDS,
  TRANSFER_STATUSES,
  type TransferKind,
} from '../../../domain/transfer/life.ts'
import type { FileReceiver } from '../../../domain/transfer/receiver.ts'
import type { TransferCase } from '../../../domain/transfer/record.ts'
import { ENVELOPES, TRANSFER_CHANNELS } from '../../../domain/transfer/way.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type ColumnsOf, differing } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import { statusIn } from '../../db/status-in.ts'
import { readFileReceiver, readStudent } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { oneOf } from '../posts/queries.ts'
import { PLACED, saidBy, selectPlaced } from './placed.ts'

/** Records `t` of a school beside what holds their students' places now. */
export const selectTransfers = (db: Db, school: string) =>
  selectPlaced(db, school)
    .innerJoin('transfers as t', (on) =>
      on.onRef('t.schoolId', '=', 'st.schoolId').onRef('t.studentId', '=', 'st.id'),
    )
    .selectAll('t')
    .select('st.collegeId')
    .select(PLACED)

/** A record, and what is said by now of where its thing goes. */
export type FoundTransfer = TransferCase & {
  readonly said: FileReceiver | null
  /** 单位性质 of the employer, where it is known. */
  readonly nature: string | null
}
type Row = Awaited<ReturnType<ReturnType<typeof selectTransfers>['executeTakeFirstOrThrow']>>
export function parseTransfer(row: Row): FoundTransfer {
  const { studentFolded: _, toldAt: __, terms, holder, isStudy, ...of } = row
  const { trackingNumber, transferNumber, verificationNumber, migrationNumber, ...rest } = of
  const kind = oneOf(TRANSFER_KINDS, of.kind)
  return {
    ...rest,
    kind,
    status: oneOf(TRANSFER_STATUSES, of.status),
    channel: oneOf(TRANSFER_CHANNELS, of.channel),
    envelope: of.envelope === null ? null : oneOf(ENVELOPES, of.envelope),
    snapshot: readStudent(of.snapshot),
    source: of.source === null ? null : readFileReceiver(of.source),
    numbers: {
      tracking: trackingNumber,
      transfer: transferNumber,
      verification: verificationNumber,
      migration: migrationNumber,
    },
    said: saidBy(kind, { terms, holder, isStudy }),
  }
}

/** Reads take the person: a stranger's, another college's and for an employer any, does not exist. */
function selectFor(db: Db, school: string, { portal, studentId, collegeId }: Person) {
  const query = selectTransfers(db, school)
  if (portal === 'student') return query.where('t.studentId', '=', studentId!)
  if (portal !== 'school') throw new Refusal('not-found')
  return collegeId === null ? query : query.where('st.collegeId', '=', collegeId)
}

export async function findTransfer(db: Db, { school, id }: Key, person: Person): Promise<FoundTransfer> {
  const row = await selectFor(db, school, person).where('t.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parseTransfer(row)
}

export async function lockTransfer(tx: Tx, { school, id }: Key, person: Person): Promise<FoundTransfer> {
  const row = await selectFor(tx, school, person).where('t.id', '=', id).forUpdate('t').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parseTransfer(row)
}

/** All of these, in the order of their ids, or none: one that is not the person's is not there. */
export async function lockTransfers(tx: Tx, school: string, ids: readonly string[], person: Person) {
  const rows = await selectFor(tx, school, person)
    .where(sql<SqlBool>`t.id = any(${[...ids]}::uuid[])`)
    .orderBy('t.id')
    .forUpdate('t')
    .execute()
  if (rows.length < ids.length) throw new Refusal('not-found')
  return new Map(rows.map((row) => [row.id, parseTransfer(row)]))
}

/** A student's own, the latest first. */
export async function listOfStudent(db: Db, school: string, studentId: string) {
  const rows = await selectTransfers(db, school)
    .where('t.studentId', '=', studentId)
    .orderBy('t.id', 'desc')
    .execute()
  return rows.map(parseTransfer)
}

/** That none of a kind stands of a student `st`. */
export const noneStands = (school: string, kind: TransferKind, student: string) =>
  sql<SqlBool>`not exists (select from transfers t where t.school_id = ${school}
    and t.student_id = ${sql.ref(student === 'st' ? 'st.id' : `${student}.student_id`)} and t.kind = ${kind}
    and ${statusIn('t.status', TRANSFER_STANDS)})`

/** The first of so many serials of this school and year, taken in the transaction, so that none is lost or shared. */
export async function allotSerials(tx: Tx, schoolId: string, year: number, count: number): Promise<number> {
  const { last } = await tx
    .insertInto('transferSerials')
    .values({ schoolId, year, last: count })
    .onConflict((conflict) =>
      conflict.columns(['schoolId', 'year']).doUpdateSet({ last: sql`transfer_serials.last + ${count}` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow()
  return last - count + 1
}

const rowOf = (of: TransferCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    studentId: of.studentId,
    kind: of.kind,
    dispatchNumber: of.dispatchNumber,
    nth: of.nth,
    status: of.status,
    version: of.version,
    snapshot: JSON.stringify(of.snapshot),
    studentFolded: foldText(of.snapshot.name),
    method: of.method,
    receiver: of.receiver,
    address: of.address,
    postcode: of.postcode,
    contactName: of.contactName,
    contactPhone: of.contactPhone,
    channel: of.channel,
    envelope: of.envelope,
    batch: of.batch,
    remark: of.remark,
    source: of.source && JSON.stringify(of.source),
    trackingNumber: of.numbers.tracking,
    transferNumber: of.numbers.transfer,
    verificationNumber: of.numbers.verification,
    migrationNumber: of.numbers.migration,
    preparedAt: of.preparedAt,
    sentOn: of.sentOn,
    tellOn: of.tellOn,
    receivedOn: of.receivedOn,
    returnedOn: of.returnedOn,
    reason: of.reason,
  }) satisfies ColumnsOf<
    TransferCase,
    'collegeId' | 'numbers',
    'studentFolded' | 'trackingNumber' | 'transferNumber' | 'verificationNumber' | 'migrationNumber'
  >

/** New records in one statement. The caller journals them. */
export const addTransfers = (tx: Tx, of: readonly TransferCase[]) =>
  tx.insertInto('transfers').values(of.map(rowOf)).execute()

/** What became of a record. The caller journals it. */
export const saveTransfer = (tx: Tx, before: TransferCase, after: TransferCase) =>
  tx
    .updateTable('transfers')
    .set(differing(rowOf(before), rowOf(after)))
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()

/** What became of many that are held, in one statement: what acts on many changes. The caller journals it. */
export async function saveTransfers(tx: Tx, school: string, of: readonly TransferCase[]): Promise<void> {
  const rows = of.map(rowOf).map((row) => ({
    ...{ id: row.id, status: row.status, version: row.version, reason: row.reason },
    ...{ sentOn: row.sentOn, tellOn: row.tellOn, receivedOn: row.receivedOn, returnedOn: row.returnedOn },
    ...{ trackingNumber: row.trackingNumber, transferNumber: row.transferNumber },
    ...{ verificationNumber: row.verificationNumber, migrationNumber: row.migrationNumber },
  }))
  await sql`
    update transfers t set status = n.status, version = n.version, reason = n.reason, sent_on = n."sentOn",
      tell_on = n."tellOn", received_on = n."receivedOn", returned_on = n."returnedOn",
      tracking_number = n."trackingNumber", transfer_number = n."transferNumber",
      verification_number = n."verificationNumber", migration_number = n."migrationNumber"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, status text, version integer, reason text,
      "sentOn" date, "tellOn" date, "receivedOn" date, "returnedOn" date, "trackingNumber" text, "transferNumber" text,
      "verificationNumber" text, "migrationNumber" text)
    where t.school_id = ${school} and t.id = n.id`.execute(tx)
}
