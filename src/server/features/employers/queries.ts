import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import type { Settings } from '../../../contracts/schools.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'

/** R21: an employer invites only where that school has admitted it. Returns the school's settings. */
export async function refuseUnlessAdmitted(
  db: Db,
  school: string,
  employer: { id: string; name: string },
): Promise<Settings> {
  const row = await db
    .selectFrom('schools as s')
    .leftJoin('admissions as ad', (on) =>
      on.onRef('ad.schoolId', '=', 's.id').on('ad.employerId', '=', employer.id),
    )
    .where('s.id', '=', school)
    .select(['s.settings', 'ad.status'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  if (row.status !== 'approved') throw new Refusal('employer-not-admitted', { employer: employer.name })
  return row.settings as unknown as Settings
}

export async function countForEmployer(db: Db, employerId: string, days: { today: string; soon: string }) {
  const { rows } = await sql<
    Record<
      | 'pendingInvitations'
      | 'endingSoon'
      | 'returnedAgreements'
      | 'toAnswer'
      | 'dissolutionsToAnswer'
      | 'inReview'
      | 'effective',
      number
    >
  >`
    select i.*, a.*, d.* from
      (select count(*) as pending_invitations, count(*) filter (where respond_by <= ${days.soon}) as ending_soon
       from invitations where employer_id = ${employerId} and status = 'pending' and respond_by >= ${days.today}) i,
      (select count(*) filter (where status = 'returned') as returned_agreements,
         count(*) filter (where waiting_for = 'employer' and cancellation_by is not null) as to_answer,
         count(*) filter (where status = 'in_review') as in_review,
         count(*) filter (where status = 'effective') as effective
       from agreements where employer_id = ${employerId} and kind = 'online') a,
      (select count(*) as dissolutions_to_answer
       from dissolutions where employer_id = ${employerId} and asked_by = 'student' and kind = 'consent'
         and status in ('awaiting_counterparty', 'in_mediation')) d
  `.execute(db)
  return rows[0]!
}

export async function listSchoolsOf(db: Db, employerId: string) {
  const rows = await db
    .selectFrom('admissions as ad')
    .innerJoin('schools as s', 's.id', 'ad.schoolId')
    .where('ad.employerId', '=', employerId)
    .select(['s.id as code', 's.name', 's.settings', 'ad.status'])
    .orderBy('s.id')
    .execute()
  return rows.map(({ code, name, status, settings }) => {
    const { defaultDays, minDays, maxDays } = settings as unknown as Settings
    return { code, name, admitted: status === 'approved', defaultDays, minDays, maxDays }
  })
}

/** The employer with this code, if it is on the platform. */
export const findEmployerByCode = (db: Db, creditCode: string) =>
  db.selectFrom('employers').where('creditCode', '=', creditCode).select(['id', 'name']).executeTakeFirst()

export type NewEmployer = {
  readonly name: string
  readonly creditCode: string
  readonly profile: Record<string, string>
}

/** Enters employers and returns their ids in the same order. */
export async function addEmployers(db: Db, employers: readonly NewEmployer[]): Promise<string[]> {
  const rows = employers.map(({ profile, ...employer }) => ({
    ...employer,
    id: uuidv7(),
    profile: JSON.stringify(profile),
  }))
  await db.insertInto('employers').values(rows).execute()
  return rows.map(({ id }) => id)
}

export type AdmissionStatus = 'pending' | 'approved' | 'returned' | 'rejected' | 'suspended'

export const saveAdmission = (db: Db, school: string, employerId: string, status: AdmissionStatus) =>
  db
    .insertInto('admissions')
    .values({ schoolId: school, employerId, status })
    .onConflict((conflict) => conflict.columns(['schoolId', 'employerId']).doUpdateSet({ status }))
    .execute()
