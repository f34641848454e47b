import { sql } from 'kysely'
import { isAdmitted, mayBeAnswered } from '../../../domain/admission/life.ts'
import { type Day, dayInChina } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Settings } from '../../../domain/settings.ts'
import type { Db, Tx } from '../../db/database.ts'
import { itsSchool } from '../../db/its-school.ts'
import { readSettings } from '../../db/stored.ts'

/** Where an employer stands with a school, for whoever invites or answers. */
type Standing = {
  readonly admitted: boolean
  /** The last day on which the school's verification holds; null where there is none. */
  readonly verifyDue: Day | null
  readonly settings: Settings
}

/** Whether the verification of an employer is overdue (L7), of rows with that alias that are an employer's at a school, or at this one. */
export const isOverdueIn = (alias: 't' | 'x', at: Date, school?: string) => sql<boolean>`exists (
  select from admissions ad where ad.school_id = ${itsSchool(alias, school)}
    and ad.employer_id = ${sql.ref(`${alias}.employerId`)} and ad.verify_due < ${dayInChina(at)})`

type StandingRow = {
  readonly suspendedAt: Date | null
  readonly settings: unknown
  readonly status: string | null
  readonly verifyDue: string | null
}
/** Nothing is sent to a school that the platform has suspended: no invitation, no application, no answer. */
export function refuseIfShut(suspendedAt: Date | null): void {
  if (suspendedAt) throw new Refusal('school-suspended')
}

function standingOf({ settings, suspendedAt, status, verifyDue }: StandingRow): Standing {
  refuseIfShut(suspendedAt)
  return { admitted: isAdmitted(status), verifyDue, settings: readSettings(settings) }
}

/** Whether this school has admitted the employer, and the school's settings. */
export async function findAdmission(db: Db, school: string, employerId: string): Promise<Standing> {
  const row = await db
    .selectFrom('schools as s')
    .leftJoin('admissions as ad', (on) =>
      on.onRef('ad.schoolId', '=', 's.id').on('ad.employerId', '=', employerId),
    )
    .where('s.id', '=', school)
    .select(['s.settings', 's.suspendedAt', 'ad.status', 'ad.verifyDue'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return standingOf(row)
}

/** The same, held: whoever suspends it now waits until this act is done, and this act for whoever is suspending it. */
export async function holdAdmission(tx: Tx, school: string, employerId: string): Promise<Standing> {
  const { rows } = await sql<StandingRow>`
    with held as materialized (
      select status, verify_due from admissions where school_id = ${school} and employer_id = ${employerId} for share
    )
    select s.settings, s.suspended_at, held.status, held.verify_due from schools s left join held on true where s.id = ${school}
  `.execute(tx)
  if (!rows[0]) throw new Refusal('not-found')
  return standingOf(rows[0])
}

/** How this employer stands with the school, for whoever reads of it: whether the platform has suspended the school does not matter. */
export async function findVerification(
  db: Db,
  school: string,
  employerId: string,
): Promise<Pick<Standing, 'admitted' | 'verifyDue'>> {
  const row = await db
    .selectFrom('admissions')
    .where('schoolId', '=', school)
    .where('employerId', '=', employerId)
    .select(['status', 'verifyDue'])
    .executeTakeFirst()
  return { admitted: isAdmitted(row?.status ?? null), verifyDue: row?.verifyDue ?? null }
}

/** Whether this employer is one of the school's now. */
export const isAdmittedBy = async (db: Db, school: string, employerId: string): Promise<boolean> =>
  (await findVerification(db, school, employerId)).admitted

/** Of an invitation's employer: whether what it has sent can be accepted. */
export const canBeAccepted = (of: { readonly admission: string | null; readonly admittedAt: Date | null }) =>
  mayBeAnswered({ status: of.admission, admittedAt: of.admittedAt })
