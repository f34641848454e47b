import { sql } from 'kysely'
import type { AgreementKind } from '../../../domain/agreement/life.ts'
import { openCorrection } from '../../../domain/correction/eligibility.ts'
import type { Enrolment } from '../../../domain/enrolment/life.ts'
import { closedYear } from '../../../domain/often.ts'
import type { PlacingFacts } from '../../../domain/placement.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { DEFAULT_SETTINGS } from '../../../domain/settings.ts'
import type { Db, Tx } from '../../db/database.ts'
import { readSettings } from '../../db/stored.ts'

/** Of students `st` of a school, with it as `s`: when the registration began that is the last to count; null where there are fewer. */
const nthLastRegisteredAt = (school: string) => sql<Date | null>`(
  select began from (
    select formed_at as began from agreements a
    where a.school_id = ${school} and a.student_id = st.id and a.kind = ${'paper' satisfies AgreementKind}
    union all
    select declared_at from destinations t where t.school_id = ${school} and t.student_id = st.id
  ) registration order by began desc
  offset coalesce((s.settings->>'registrationLimit')::int, ${sql.lit(DEFAULT_SETTINGS.registrationLimit)}) - 1 limit 1)`

/** The same of one student, counted anew once what they have declared is locked: another tab may just have replaced it. */
export async function findNthLastRegisteredAt(tx: Tx, school: string, studentId: string) {
  const { at } = await tx
    .selectFrom('students as st')
    .innerJoin('schools as s', 's.id', 'st.schoolId')
    .where('st.schoolId', '=', school)
    .where('st.id', '=', studentId)
    .select(nthLastRegisteredAt(school).as('at'))
    .executeTakeFirstOrThrow()
  return at
}

const selectRegistrant = (db: Db, school: string, studentId: string) =>
  db
    .selectFrom('students as st')
    .innerJoin('schools as s', 's.id', 'st.schoolId')
    .leftJoin('placements as p', (on) =>
      on.onRef('p.schoolId', '=', 'st.schoolId').onRef('p.studentId', '=', 'st.id'),
    )
    .leftJoin('agreements as pa', (on) =>
      on.onRef('pa.schoolId', '=', 'p.schoolId').onRef('pa.id', '=', 'p.agreementId'),
    )
    .leftJoin('corrections as k', (on) =>
      on
        .onRef('k.schoolId', '=', 'st.schoolId')
        .onRef('k.studentId', '=', 'st.id')
        .on('k.waitingFor', 'is not', null),
    )
    .where('st.schoolId', '=', school)
    .where('st.id', '=', studentId)
    .select('k.waitingFor as correctedBy')
    .select(['st.name', 'st.studentNumber', 'st.majorName', 'st.collegeId', 'st.graduationYear'])
    .select('st.educationLevel')
    .select(['st.designatedEmployer', 'st.designatedCreditCode', 'st.enrolment', 'st.version', 's.settings'])
    .select(['p.holder', 'pa.number'])
    // No join: whoever has waited for a student who was moved meanwhile finds the new college's name.
    .select(
      sql<string>`(select c.name from colleges c where c.school_id = ${school} and c.id = st.college_id)`.as(
        'college',
      ),
    )
    .select(nthLastRegisteredAt(school).as('nthLastRegisteredAt'))

/** A student who registers a paper agreement or a destination: who they are, what binds them, and the school's settings. */
export const findRegistrant = async (db: Db, school: string, studentId: string) =>
  parse(school, studentId, await selectRegistrant(db, school, studentId).executeTakeFirst())

/** The same, held: what the registration rests on is neither corrected nor marked while this transaction lasts (R20). */
export const holdRegistrant = async (tx: Tx, school: string, studentId: string) =>
  parse(school, studentId, await selectRegistrant(tx, school, studentId).forShare('st').executeTakeFirst())

type Found = Awaited<ReturnType<ReturnType<typeof selectRegistrant>['executeTakeFirst']>>
function parse(school: string, studentId: string, row: Found) {
  if (!row) throw new Refusal('not-found')
  const { name, studentNumber, college, majorName: major, collegeId, graduationYear } = row
  const settings = readSettings(row.settings)
  const placing: PlacingFacts = {
    placement: row.holder === null ? null : { holder: row.holder, number: row.number },
    designatedEmployer: row.designatedEmployer,
    designatedCreditCode: row.designatedCreditCode,
    enrolment: row.enrolment as Enrolment,
  }
  return {
    schoolId: school,
    studentId,
    studentVersion: row.version,
    snapshot: { name, studentNumber, college, major },
    collegeId,
    year: graduationYear,
    level: row.educationLevel,
    correction: openCorrection(row.correctedBy),
    placing,
    registered: {
      limit: settings.registrationLimit,
      nthLastAt: row.nthLastRegisteredAt,
      closedYear: closedYear(settings.graduationYears, graduationYear),
    },
    settings,
  }
}
