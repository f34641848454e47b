import { sql } from 'kysely'
import type { AgreementCase } from '../../../domain/agreement/case.ts'
import type { AgreementKind, AgreementStatus } from '../../../domain/agreement/life.ts'
import { dayInChina } from '../../../domain/day.ts'
import type { DissolutionCase, DissolutionChange } from '../../../domain/dissolution/case.ts'
import { CERTIFICATE_KINDS } from '../../../domain/dissolution/certificate.ts'
import type { Fault, GroundCode } from '../../../domain/dissolution/grounds.ts'
import { AWAITED, type DissolutionKind, type DissolutionStatus } from '../../../domain/dissolution/life.ts'
import type { Side } from '../../../domain/lifecycle.ts'
import type { NoticeText } from '../../../domain/notice-text.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Holder, ReviewLevel } from '../../../domain/review.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type ColumnsOf, differing, differingOnlyIn } from '../../db/differing.ts'
import { type Key, schoolOf } from '../../db/key.ts'
import { readBy } from '../../db/read-by.ts'
import { schoolsWith } from '../../db/school-by-school.ts'
import { statusIn } from '../../db/status-in.ts'
import { readSnapshot } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { agreementBeside, readAgreementBeside } from '../agreements/queries.ts'
import { type Sealing, sealsOf } from '../documents/queries.ts'
import { latestNotice } from '../notice-texts/queries.ts'

/** Requests with what is shown of their agreement. It comes first, also for locks: whoever asks to dissolve holds it before there is a request. */
export const selectDissolutions = (db: Db) =>
  db
    .selectFrom('agreements as a')
    .innerJoin('dissolutions as d', (on) =>
      on.onRef('d.schoolId', '=', 'a.schoolId').onRef('d.agreementId', '=', 'a.id'),
    )
    .innerJoin('schools as s', 's.id', 'd.schoolId')
    .selectAll('d')
    .select(['a.number', 'a.kind as agreementKind', 'a.status as agreementStatus', 'a.snapshot'])
    .select([
      'a.version as agreementVersion',
      'a.effectiveAt as agreementEffectiveAt',
      's.name as schoolName',
      's.nameEn as schoolNameEn',
    ])

/** Reads take the person: what is not theirs, or outside a college reviewer's scope, does not exist. */
const selectDissolution = (db: Db, { school, id }: Key, person: Person) => {
  const query = selectDissolutions(db).where('d.schoolId', '=', school).where('d.id', '=', id)
  if (person.portal === 'student') return query.where('d.studentId', '=', person.studentId!)
  if (person.portal === 'employer')
    return query.where('d.employerId', '=', person.employer!.id).where('a.kind', '=', 'online')
  return person.collegeId ? query.where(readBy('d', person.collegeId)) : query
}

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectDissolution>['executeTakeFirst']>>>
export type DissolutionRecord = DissolutionCase & {
  readonly schoolName: string
  readonly schoolNameEn: string
  readonly agreementKind: AgreementKind
  readonly agreementStatus: AgreementStatus
  readonly agreementVersion: number
  /** Only what was certified is dissolved (R11). */
  readonly agreementEffectiveAt: Date
}

export const parseDissolution = (row: Found): DissolutionRecord => ({
  ...row,
  kind: row.kind as DissolutionKind,
  askedBy: row.askedBy as Side,
  ground: row.ground as GroundCode,
  fault: row.fault as Fault,
  status: row.status as DissolutionStatus,
  levels: row.levels as ReviewLevel[],
  waitingFor: row.waitingFor as Holder,
  agreementKind: row.agreementKind as AgreementKind,
  agreementStatus: row.agreementStatus as AgreementStatus,
  agreementEffectiveAt: row.agreementEffectiveAt!,
  snapshot: readSnapshot(row.snapshot),
})

/** With where the seals of its certificates stand. */
export type WithSeals = DissolutionRecord & { readonly seals: readonly Sealing[] }

/** For work that nobody asks for; an Error where there is none. */
export async function findAnyDissolution(db: Db, { school, id }: Key): Promise<WithSeals> {
  const row = await selectDissolutions(db)
    .where('d.schoolId', '=', school)
    .where('d.id', '=', id)
    .select(sealsOf(school, 'd', CERTIFICATE_KINDS).as('seals'))
    .executeTakeFirstOrThrow()
  return { ...parseDissolution(row), seals: row.seals }
}

/** As its reader finds it. */
export async function findDissolution(db: Db, key: Key, person: Person): Promise<WithSeals> {
  const row = await selectDissolution(db, key, person)
    .select(sealsOf(key.school, 'd', CERTIFICATE_KINDS).as('seals'))
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return { ...parseDissolution(row), seals: row.seals }
}

/** The request and its agreement `for update`, in one statement: of two people clicking at once one wins and one is told. */
export async function lockDissolution(
  tx: Tx,
  key: Key,
  person: Person,
): Promise<{ before: DissolutionRecord; agreement: AgreementCase; notice: NoticeText }> {
  const row = await selectDissolution(tx, key, person)
    .select(agreementBeside)
    .select(latestNotice(key.school, 'dissolution').as('notice'))
    .forUpdate(['a', 'd'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return { before: parseDissolution(row), agreement: readAgreementBeside(row), notice: row.notice }
}

/** All that were asked for on the student's agreements. */
export async function lockDissolutionsOf(tx: Tx, { school, id }: Key): Promise<DissolutionCase[]> {
  const rows = await selectDissolutions(tx)
    .where('d.schoolId', '=', school)
    .where('d.studentId', '=', id)
    .orderBy('d.id')
    .forUpdate('d')
    .execute()
  return rows.map(parseDissolution)
}

/** The schools where somebody has not answered in time and nobody has journaled it. */
export const schoolsWithOverdue = (db: Db, at: Date) =>
  schoolsWith(
    db.selectFrom('dissolutions').where(statusIn('status', AWAITED)).where('answerBy', '<', dayInChina(at)),
  )

/** Of this school, the oldest `limit`; what another instance has it leaves. */
export async function lockOverdue(
  tx: Tx,
  school: string,
  at: Date,
  limit: number,
): Promise<DissolutionCase[]> {
  const rows = await selectDissolutions(tx)
    .where('d.schoolId', '=', school)
    .where(statusIn('d.status', AWAITED))
    .where('d.answerBy', '<', dayInChina(at))
    .orderBy('d.answerBy')
    .limit(limit)
    .forUpdate('d')
    .skipLocked()
    .execute()
  return rows.map(parseDissolution)
}

const rowOf = (of: DissolutionCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    agreementId: of.agreementId,
    studentId: of.studentId,
    employerId: of.employerId,
    collegeId: of.collegeId,
    decidedBy: [...of.decidedBy],
    kind: of.kind,
    askedBy: of.askedBy,
    ground: of.ground,
    reason: of.reason,
    fault: of.fault,
    status: of.status,
    version: of.version,
    levels: [...of.levels],
    level: of.level,
    answerBy: of.answerBy,
    answer: of.answer,
    answeredAt: of.answeredAt,
    decision: of.decision,
    waitingFor: of.waitingFor,
    waitingSince: of.waitingSince,
    proofCode: of.proofCode,
    askedAt: of.askedAt,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<DissolutionCase, 'number' | 'snapshot'>

/** The new state, or a new request; the caller journals it. */
export async function saveDissolution(tx: Tx, { before, after }: DissolutionChange): Promise<void> {
  if (!before) {
    await tx.insertInto('dissolutions').values(rowOf(after)).execute()
    return
  }
  await tx
    .updateTable('dissolutions')
    .set(differing(rowOf(before), rowOf(after)))
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()
}

/** What the clock has moved on, of many of one school at once. */
export async function saveMovedOn(tx: Tx, changes: readonly DissolutionChange[]): Promise<void> {
  const moved = changes.map(({ before, after }) =>
    differingOnlyIn(
      ['schoolId', 'id', 'status', 'waitingFor', 'waitingSince'],
      before && rowOf(before),
      rowOf(after),
    ),
  )
  await sql`
    update dissolutions d
    set status = x.status, waiting_for = x."waitingFor", waiting_since = x."waitingSince"
    from jsonb_to_recordset(${JSON.stringify(moved)}::jsonb)
      as x (id uuid, status text, "waitingFor" text, "waitingSince" timestamptz)
    where d.school_id = ${schoolOf(changes.map(({ after }) => after))} and d.id = x.id
  `.execute(tx)
}

/** How many other students of the school this employer has asked since `from`. */
export async function countOthersAsked(
  tx: Tx,
  { school, employerId, studentId }: { school: string; employerId: string; studentId: string },
  from: Date,
): Promise<number> {
  const { n } = await tx
    .selectFrom('dissolutions')
    .where('schoolId', '=', school)
    .where('employerId', '=', employerId)
    .where('studentId', '<>', studentId)
    .where('askedBy', '=', 'employer' satisfies Side)
    .where('askedAt', '>=', from)
    .select((of) => of.fn.count<number>('studentId').distinct().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** How often this agreement was asked to be dissolved before. */
export async function countEarlierRequests(db: Db, { schoolId, agreementId, askedAt }: DissolutionCase) {
  const { n } = await db
    .selectFrom('dissolutions')
    .where('schoolId', '=', schoolId)
    .where('agreementId', '=', agreementId)
    .where('askedAt', '<', askedAt)
    .select((of) => of.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

/** The request behind a public proof: the code is unguessable and belongs to one. */
export async function findProof(db: Db, school: string, code: string) {
  const row = await selectDissolutions(db)
    .where('d.schoolId', '=', school)
    .where('d.proofCode', '=', code)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parseDissolution(row)
}
