import { sql } from 'kysely'
import type { Elsewhere } from '../../../domain/admission/acts.ts'
import { type AdmissionCase, type AdmissionChange, isDecision } from '../../../domain/admission/case.ts'
import { type AdmissionStatus, type Barring, isAdmitted } from '../../../domain/admission/life.ts'
import { verifyDueAfter } from '../../../domain/admission/verification.ts'
import { Refusal } from '../../../domain/refusal.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type ColumnsOf, differing, differingOnlyIn } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import type { Person } from '../../http/person.ts'
import { refuseIfShut } from './standing.ts'

const select = (db: Db) =>
  db
    .selectFrom('admissions as ad')
    .innerJoin('schools as s', 's.id', 'ad.schoolId')
    .innerJoin('employers as e', 'e.id', 'ad.employerId')
    .select(['ad.schoolId', 'ad.employerId', 'ad.status', 'ad.version', 'ad.admittedAt', 'ad.appliedAt'])
    .select([
      'ad.waitingSince',
      'ad.reason',
      'ad.verifyDue',
      'ad.resumedAt',
      'ad.confirmedAt',
      'ad.barredUntil',
      'ad.appeal',
      'ad.appealAnswer',
      's.name as schoolName',
      'e.name as employerName',
    ])

type BarringColumns = {
  readonly barredUntil: string | null
  readonly appeal: string | null
  readonly appealAnswer: string | null
}
export const barringOf = ({ barredUntil, appeal, appealAnswer }: BarringColumns): Barring | null =>
  barredUntil === null ? null : { until: barredUntil, appeal, answer: appealAnswer }

type Row = Omit<AdmissionCase, 'status' | 'isKnown' | 'barring'> &
  BarringColumns & { readonly status: string }
const parse = ({ barredUntil, appeal, appealAnswer, ...row }: Row): AdmissionCase => ({
  ...row,
  barring: barringOf({ barredUntil, appeal, appealAnswer }),
  status: row.status as AdmissionStatus,
  // Of an application that is just made only.
  isKnown: false,
})

/** Whose it is not, for that person it is not there; colleges of a school have nothing to do with whom it admits. */
function refuseStranger({ id }: Key, { portal, employer, collegeId }: Person): void {
  const may = portal === 'school' ? collegeId === null : portal === 'employer' && employer?.id === id
  if (!may) throw new Refusal('not-found')
}

export async function findOneAdmission(db: Db, key: Key, person: Person): Promise<AdmissionCase> {
  refuseStranger(key, person)
  const row = await select(db)
    .where('ad.schoolId', '=', key.school)
    .where('ad.employerId', '=', key.id)
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** The row `for update`, after the employer's: whoever sends or accepts just now is waited for. */
export async function lockAdmission(tx: Tx, key: Key, person: Person): Promise<AdmissionCase> {
  refuseStranger(key, person)
  const found = await select(tx)
    .select('s.suspendedAt')
    .where('ad.schoolId', '=', key.school)
    .where('ad.employerId', '=', key.id)
    .forUpdate('ad')
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  const { suspendedAt, ...row } = found
  refuseIfShut(suspendedAt)
  return parse(row)
}

/** All of one employer, in one order for everybody. */
export async function lockAdmissionsOf(tx: Tx, employerId: string): Promise<AdmissionCase[]> {
  const rows = await select(tx)
    .where('ad.employerId', '=', employerId)
    .orderBy('ad.schoolId')
    .forUpdate('ad')
    .modifyEnd(acrossSchools.employers)
    .execute()
  return rows.map(parse)
}

/** Where other schools stand with this employer. */
export async function listElsewhere(db: Db, { school, id }: Key): Promise<Elsewhere[]> {
  const rows = await db
    .selectFrom('admissions')
    .where('employerId', '=', id)
    .where('schoolId', '<>', school)
    .select(['schoolId as school', 'status'])
    .orderBy('schoolId')
    .modifyEnd(acrossSchools.employers)
    .execute()
  return rows.map(({ status, ...row }) => ({ ...row, status: status as AdmissionStatus }))
}

const rowOf = (of: AdmissionCase) =>
  ({
    schoolId: of.schoolId,
    employerId: of.employerId,
    status: of.status,
    version: of.version,
    admittedAt: of.admittedAt,
    appliedAt: of.appliedAt,
    waitingSince: of.waitingSince,
    reason: of.reason,
    verifyDue: of.verifyDue,
    resumedAt: of.resumedAt,
    confirmedAt: of.confirmedAt,
    barredUntil: of.barring?.until ?? null,
    appeal: of.barring?.appeal ?? null,
    appealAnswer: of.barring?.answer ?? null,
  }) satisfies ColumnsOf<
    AdmissionCase,
    'employerName' | 'schoolName' | 'isKnown' | 'barring',
    'barredUntil' | 'appeal' | 'appealAnswer'
  >

/** The new state, or a new application, and what was decided for other schools to see. The caller journals it. */
export async function saveChange(tx: Tx, { before, after, step }: AdmissionChange): Promise<void> {
  if (before)
    await tx
      .updateTable('admissions')
      .set(differing(rowOf(before), rowOf(after)))
      .where('schoolId', '=', after.schoolId)
      .where('employerId', '=', after.employerId)
      .execute()
  else await tx.insertInto('admissions').values(rowOf(after)).execute()
  if (isDecision(step))
    await tx
      .insertInto('admissionDecisions')
      .values({
        schoolId: after.schoolId,
        employerId: after.employerId,
        version: after.version,
        decision: step.action,
        reason: step.reason ?? '',
        at: step.at,
      })
      .execute()
}

/** What a change of the employer's data does to many, in one statement. */
export async function saveChanges(tx: Tx, changes: readonly AdmissionChange[]): Promise<void> {
  if (changes.length === 0) return
  const rows = changes.map(({ before, after }) =>
    differingOnlyIn(
      ['schoolId', 'employerId', 'status', 'version', 'waitingSince', 'reason', 'confirmedAt'],
      before && rowOf(before),
      rowOf(after),
    ),
  )
  await sql`
    update admissions ad set status = x.status, version = x.version, waiting_since = x."waitingSince", reason = x.reason,
      confirmed_at = x."confirmedAt"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x ("schoolId" text, "employerId" uuid, status text,
      version integer, "waitingSince" timestamptz, reason text, "confirmedAt" timestamptz)
    where ad.school_id = x."schoolId" and ad.employer_id = x."employerId"
    ${acrossSchools.employers}`.execute(tx)
}

/** As the demo and the tests begin: where an employer stands with a school, without anybody's act. */
export const saveAdmission = (
  db: Db,
  school: string,
  employerId: string,
  status: AdmissionStatus,
  at: Date,
) => {
  const row = isAdmitted(status)
    ? { status, admittedAt: at, verifyDue: verifyDueAfter(at), reason: null }
    : { status, admittedAt: null, verifyDue: null, reason: '' }
  return db
    .insertInto('admissions')
    .values({ schoolId: school, employerId, appliedAt: at, waitingSince: at, ...row })
    .onConflict((conflict) => conflict.columns(['schoolId', 'employerId']).doUpdateSet(row))
    .execute()
}
