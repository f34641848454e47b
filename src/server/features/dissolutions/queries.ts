import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { AgreementKind, AgreementStatus, ReviewLevel } from '../../../domain/agreement.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import {
  type DissolutionAction,
  type DissolutionKind,
  type DissolutionStatus,
  dissolutionWaitsFor,
  type Fault,
  type GroundCode,
  OPEN_DISSOLUTION,
} from '../../../domain/dissolution.ts'
import type { Side, Step } from '../../../domain/lifecycle.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Person } from '../accounts/sessions.ts'
import type { AgreementRecord, Snapshot } from '../agreements/queries.ts'
import type { Key } from '../invitations/queries.ts'

/** Reads take the person: what is not theirs, or outside a college reviewer's scope, does not exist. */
const selectDissolution = (db: Db, { school, id }: Key, person: Person) => {
  // The agreement comes first, also for locks: whoever asks to dissolve holds it before there is a request.
  const query = db
    .selectFrom('agreements as a')
    .innerJoin('dissolutions as d', (on) =>
      on.onRef('d.schoolId', '=', 'a.schoolId').onRef('d.agreementId', '=', 'a.id'),
    )
    .innerJoin('schools as s', 's.id', 'a.schoolId')
    .where('d.schoolId', '=', school)
    .where('d.id', '=', id)
    .selectAll('d')
    .select(['a.number', 'a.kind as agreementKind', 'a.status as agreementStatus', 'a.snapshot'])
    .select(['a.version as agreementVersion', 's.name as schoolName'])
  if (person.portal === 'student') return query.where('d.studentId', '=', person.studentId!)
  if (person.portal === 'employer')
    return query.where('d.employerId', '=', person.employer!.id).where('a.kind', '=', 'online')
  return person.collegeId ? query.where('d.collegeId', '=', person.collegeId) : query
}

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectDissolution>['executeTakeFirst']>>>
export const parseDissolution = (row: Found) => ({
  ...row,
  kind: row.kind as DissolutionKind,
  askedBy: row.askedBy as Side,
  ground: row.ground as GroundCode,
  fault: row.fault as Fault,
  status: row.status as DissolutionStatus,
  levels: row.levels as ReviewLevel[],
  agreementKind: row.agreementKind as AgreementKind,
  agreementStatus: row.agreementStatus as AgreementStatus,
  snapshot: row.snapshot as unknown as Snapshot,
})
export type DissolutionRecord = ReturnType<typeof parseDissolution>

export async function findDissolution(db: Db, key: Key, person: Person): Promise<DissolutionRecord> {
  const row = await selectDissolution(db, key, person).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parseDissolution(row)
}

/** The request and its agreement `for update`: of two people clicking at once one wins and one is told. */
export async function lockDissolution(tx: Tx, key: Key, person: Person): Promise<DissolutionRecord> {
  const row = await selectDissolution(tx, key, person).forUpdate(['a', 'd']).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parseDissolution(row)
}

export type Request = {
  readonly kind: DissolutionKind
  readonly askedBy: Side
  readonly ground: GroundCode
  readonly reason: string
  readonly fault: Fault
  readonly levels: readonly ReviewLevel[]
  readonly answerDays: number
}

/** Opens a request: by consent it waits for the other side, otherwise for its first review. */
export async function addDissolution(tx: Tx, agreement: AgreementRecord, request: Request, at: Date) {
  const { answerDays, levels, ...columns } = request
  const isConsent = request.kind === 'consent'
  const opened = {
    ...columns,
    levels: [...levels],
    level: 0,
    version: 1,
    status: isConsent ? ('awaiting_counterparty' as const) : ('in_review' as const),
    answerBy: isConsent ? addDays(dayInChina(at), answerDays) : null,
  }
  const row = {
    ...opened,
    schoolId: agreement.schoolId,
    id: uuidv7(),
    agreementId: agreement.id,
    studentId: agreement.studentId,
    employerId: agreement.employerId,
    collegeId: agreement.collegeId,
  }
  await tx
    .insertInto('dissolutions')
    .values({
      ...row,
      waitingFor: dissolutionWaitsFor(opened),
      waitingSince: at,
      proofCode: randomBytes(16).toString('base64url'),
      askedAt: at,
    })
    .execute()
  return { ...row, number: agreement.number, snapshot: agreement.snapshot, school: agreement.schoolId }
}

const ANSWERS: readonly DissolutionAction[] = ['agree', 'refuse']
const IN_ITS_PLACE: DissolutionAction = 'accept-evidence'
const DECISIONS: readonly DissolutionAction[] = ['pass', 'reject']

/** The new state; the caller journals it. `reason` replaces the request's own where it was corrected. */
export async function saveDissolution(
  tx: Tx,
  before: DissolutionRecord,
  after: DissolutionRecord,
  step: Step<DissolutionAction, DissolutionStatus>,
) {
  const waits = dissolutionWaitsFor(after)
  await tx
    .updateTable('dissolutions')
    .set({
      status: after.status,
      version: after.version,
      level: after.level,
      fault: after.fault,
      waitingFor: waits,
      ...((waits !== before.waitingFor || step.to !== step.from) && { waitingSince: step.at }),
      ...(step.action === 'correct' && step.reason && { reason: step.reason }),
      ...((ANSWERS.includes(step.action) || step.action === IN_ITS_PLACE) && { answer: step.reason }),
      ...(ANSWERS.includes(step.action) && { answeredAt: step.at }),
      ...(DECISIONS.includes(step.action) && { decision: step.reason }),
      ...(!OPEN_DISSOLUTION.includes(after.status) && { endedAt: step.at }),
    })
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()
}

/** How many of the school's students this employer has asked since `from`, and how often this agreement was asked before. */
export async function countAskedBy(tx: Tx, school: string, employerId: string, from: Date): Promise<number> {
  const { n } = await tx
    .selectFrom('dissolutions')
    .where('schoolId', '=', school)
    .where('employerId', '=', employerId)
    .where('askedBy', '=', 'employer')
    .where('askedAt', '>=', from)
    .select((of) => of.fn.count<number>('studentId').distinct().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

export async function countEarlierRequests(db: Db, { schoolId, agreementId, askedAt }: DissolutionRecord) {
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
  const row = await db
    .selectFrom('dissolutions as d')
    .innerJoin('agreements as a', (on) =>
      on.onRef('a.schoolId', '=', 'd.schoolId').onRef('a.id', '=', 'd.agreementId'),
    )
    .innerJoin('schools as s', 's.id', 'd.schoolId')
    .where('d.schoolId', '=', school)
    .where('d.proofCode', '=', code)
    .select(['d.status', 'd.answerBy', 'd.askedAt', 'd.endedAt', 'a.number', 'a.snapshot', 's.name'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return {
    ...row,
    status: row.status as DissolutionStatus,
    snapshot: row.snapshot as unknown as Snapshot,
  }
}
