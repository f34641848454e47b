import { v7 as uuidv7 } from 'uuid'
import { type AdmissionStatus, isAdmitted } from '../../../domain/admission.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Settings } from '../../../domain/settings.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db } from '../../db/database.ts'
import { readSettings } from '../../db/stored.ts'

/** Whether this school has admitted the employer, and the school's settings. */
export async function findAdmission(
  db: Db,
  school: string,
  employerId: string,
): Promise<{ admitted: boolean; settings: Settings }> {
  const row = await db
    .selectFrom('schools as s')
    .leftJoin('admissions as ad', (on) =>
      on.onRef('ad.schoolId', '=', 's.id').on('ad.employerId', '=', employerId),
    )
    .where('s.id', '=', school)
    .select(['s.settings', 's.suspendedAt', 'ad.status'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  if (row.suspendedAt) throw new Refusal('school-suspended')
  return { admitted: isAdmitted(row.status), settings: readSettings(row.settings) }
}

export async function listSchoolsOf(db: Db, employerId: string) {
  const rows = await db
    .selectFrom('admissions as ad')
    .innerJoin('schools as s', 's.id', 'ad.schoolId')
    .where('ad.employerId', '=', employerId)
    .select(['s.id as code', 's.name', 's.nameEn', 's.settings', 's.suspendedAt', 'ad.status'])
    .orderBy('s.id')
    .execute()
  return rows.map(({ code, name, nameEn, status, suspendedAt, settings }) => {
    const { defaultDays, minDays, maxDays } = readSettings(settings)
    return {
      code,
      name,
      nameEn,
      admitted: isAdmitted(status) && suspendedAt === null,
      defaultDays,
      minDays,
      maxDays,
    }
  })
}

/** The employer with this code; null where it is not on the platform. */
export async function findEmployerByCode(db: Db, creditCode: string) {
  const found = await db
    .selectFrom('employers')
    .where('creditCode', '=', creditCode)
    .select(['id', 'name'])
    .executeTakeFirst()
  return found ?? null
}

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
    nameFolded: foldText(employer.name),
    profile: JSON.stringify(profile),
  }))
  await db.insertInto('employers').values(rows).execute()
  return rows.map(({ id }) => id)
}

export const saveAdmission = (db: Db, school: string, employerId: string, status: AdmissionStatus) =>
  db
    .insertInto('admissions')
    .values({ schoolId: school, employerId, status })
    .onConflict((conflict) => conflict.columns(['schoolId', 'employerId']).doUpdateSet({ status }))
    .execute()
