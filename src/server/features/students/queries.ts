import { sql } from 'kysely'
import { dayInChina } from '../../../domain/day.ts'
import { maskPhone, maskResidentId } from '../../../domain/identifiers.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { beginsWith } from '../../db/search-pattern.ts'
import type { Secrets } from '../../secrets.ts'
import { employmentStatus } from '../placements/queries.ts'

const withPlace = (db: Db, school: string) =>
  db
    .selectFrom('students as st')
    .innerJoin('colleges as c', (on) =>
      on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
    )
    .leftJoin('placements as p', (on) =>
      on.onRef('p.schoolId', '=', 'st.schoolId').onRef('p.studentId', '=', 'st.id'),
    )
    .leftJoin('agreements as pa', (on) =>
      on.onRef('pa.schoolId', '=', 'p.schoolId').onRef('pa.id', '=', 'p.agreementId'),
    )
    .leftJoin('employers as pe', 'pe.id', 'pa.employerId')
    .where('st.schoolId', '=', school)

const ROW = [
  'st.id',
  'st.name',
  'st.studentNumber',
  'c.name as college',
  'st.majorName as major',
  'st.verifiedAt',
] as const
const PLACE = [
  employmentStatus.as('employmentStatus'),
  'pe.name as holder',
  'pa.effectiveAt',
  'p.kind as placeKind',
] as const

type Place = {
  employmentStatus: 'unplaced' | 'signing' | 'placed'
  holder: string | null
  effectiveAt: Date | null
}
const employmentOf = (row: Place) => ({
  status: row.employmentStatus,
  category: row.employmentStatus === 'placed' ? ('agreement' as const) : null,
  date: row.effectiveAt ? dayInChina(row.effectiveAt) : null,
  employerName: row.holder,
})

/** The roster data of one student as the first login shows it; the ID number for comparison only, in the clear. */
export async function findRosterData(db: Db, school: string, studentId: string, secrets: Secrets) {
  const row = await withPlace(db, school)
    .innerJoin('codes as k', (on) =>
      on.onRef('k.code', '=', 'st.educationLevel').on('k.kind', '=', 'education_level'),
    )
    .innerJoin('schools as s', 's.id', 'st.schoolId')
    .where('st.id', '=', studentId)
    .select([
      ...ROW,
      ...PLACE,
      'st.idNumberCipher',
      'st.phoneCipher',
      'st.email',
      'st.gender',
      'st.shortCode',
    ])
    .select(['st.graduationYear', 'k.name as level', 'k.nameEn as levelEn', 's.name as school'])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  const idNumber = secrets.open(row.idNumberCipher)
  const { name, studentNumber, college, major, graduationYear, gender, email, shortCode } = row
  const shown = {
    name,
    studentNumber,
    college,
    major,
    educationLevel: { name: row.level, nameEn: row.levelEn ?? row.level },
    graduationYear,
    maskedIdNumber: maskResidentId(idNumber),
  }
  const maskedPhone = row.phoneCipher ? maskPhone(secrets.open(row.phoneCipher)) : ''
  return {
    idNumber,
    shown,
    home: {
      ...shown,
      school: row.school,
      gender: gender === '1' ? ('male' as const) : ('female' as const),
      maskedPhone,
      email,
      shortCode,
    },
    file: { ...shown, id: row.id, maskedPhone, verified: row.verifiedAt !== null },
    employment: employmentOf(row),
  }
}

export async function saveVerification(
  tx: Tx,
  school: string,
  studentId: string,
  given: { phone: Buffer; email: string; at: Date },
) {
  const saved = await tx
    .updateTable('students')
    .set({ verifiedAt: given.at, phoneCipher: given.phone, email: given.email })
    .where('schoolId', '=', school)
    .where('id', '=', studentId)
    .where('verifiedAt', 'is', null)
    .executeTakeFirst()
  if (saved.numUpdatedRows === 0n) throw new Refusal('already-verified')
}

/** What waits for the student: invitations still open today, agreements where it is the student's turn. */
export const countToDo = (db: Db, school: string, studentId: string, today: string) =>
  db
    .selectNoFrom((from) => [
      from
        .selectFrom('invitations as i')
        .where('i.schoolId', '=', school)
        .where('i.studentId', '=', studentId)
        .where('i.status', '=', 'pending')
        .where('i.respondBy', '>=', today)
        .select((of) => of.fn.countAll<number>().as('n'))
        .as('signingToDo'),
      from
        .selectFrom('agreements as a')
        .where('a.schoolId', '=', school)
        .where('a.studentId', '=', studentId)
        .where('a.waitingFor', '=', 'student')
        .select((of) => of.fn.countAll<number>().as('n'))
        .as('agreementToDo'),
    ])
    .executeTakeFirstOrThrow()

/** A page of the roster; a college reviewer's scope is an argument, so it cannot be forgotten. */
export async function listStudents(
  db: Db,
  scope: { school: string; college: string | null },
  filter: { q: string; college?: string | undefined; page: number; pageSize: number },
) {
  let query = withPlace(db, scope.school)
  const college = scope.college ?? filter.college
  if (college) query = query.where('st.collegeId', '=', college)
  if (filter.q) {
    const like = beginsWith(filter.q)
    query = query.where((or) => or.or([or('st.name', 'like', like), or('st.studentNumber', 'like', like)]))
  }
  const [rows, { total }] = await Promise.all([
    query
      .select([...ROW, ...PLACE])
      .orderBy('st.studentNumber')
      .limit(filter.pageSize)
      .offset((filter.page - 1) * filter.pageSize)
      .execute(),
    query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  ])
  const items = rows.map(
    ({ id, name, studentNumber, college: collegeName, major, verifiedAt, ...place }) => ({
      id,
      name,
      studentNumber,
      college: collegeName,
      major,
      verified: verifiedAt !== null,
      employment: employmentOf(place),
    }),
  )
  return { items, page: filter.page, pageSize: filter.pageSize, total }
}

/** One student, by everything an employer must know together; never a list, and no hint which part was wrong. */
export async function findStudentToInvite(
  db: Db,
  school: string,
  by: { name: string; studentNumber: string } | { shortCode: string } | { id: string; name: string },
) {
  let query = withPlace(db, school).select([
    'st.id',
    'st.name',
    'st.studentNumber',
    'c.name as college',
    'st.majorName as major',
  ])
  if ('shortCode' in by) query = query.where('st.shortCode', '=', by.shortCode.toUpperCase())
  else if ('studentNumber' in by)
    query = query.where('st.studentNumber', '=', by.studentNumber).where('st.name', '=', by.name)
  else query = query.where('st.id', '=', by.id).where('st.name', '=', by.name)
  const found = await query.executeTakeFirst()
  if (!found) throw new Refusal('student-not-matched')
  return found
}

/** The college a student belongs to, for the scope of a college reviewer. */
export async function refuseOutsideScope(db: Db, school: string, studentId: string, college: string | null) {
  let query = db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where('id', '=', studentId)
    .select('id')
  if (college) query = query.where('collegeId', '=', college)
  if (!(await query.executeTakeFirst())) throw new Refusal('not-found')
}
