import { sql } from 'kysely'
import type { Enrolment } from '../../../domain/enrolment/life.ts'
import { secondFactFor } from '../../../domain/first-login.ts'
import { maskPhone } from '../../../domain/identifiers.ts'
import { type DocumentType, maskDocument } from '../../../domain/identity-document.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { PinOwner } from '../../../domain/signing/pin.ts'
import { foldText } from '../../../domain/text.ts'
import { lackingFact } from '../../../domain/verification.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { readSettings } from '../../db/stored.ts'
import type { Secrets } from '../../services/secrets.ts'
import { employmentFacts, employmentOf } from './employment.ts'

const fromRoster = (db: Db, school: string) =>
  db
    .selectFrom('students as st')
    .innerJoin('colleges as c', (on) =>
      on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
    )
    .where('st.schoolId', '=', school)

const ROW = [
  'st.id',
  'st.name',
  'st.studentNumber',
  'c.name as college',
  'st.majorName as major',
  'st.verifiedAt',
] as const

/** The roster data of one student as the first login shows it; the document for comparison only, in the clear. */
/** What a signing PIN must not say of its owner; of an employer's member nothing is known. */
export async function findPinOwner(
  db: Db,
  {
    school,
    studentId,
  }: { readonly school: { readonly code: string } | null; readonly studentId: string | null },
  secrets: Secrets,
): Promise<PinOwner> {
  if (!school || studentId === null) return { studentNumber: '', phone: '', documentNumber: '' }
  const row = await db
    .selectFrom('students')
    .where('schoolId', '=', school.code)
    .where('id', '=', studentId)
    .select(['studentNumber', 'phoneCipher', 'idNumberCipher'])
    .executeTakeFirstOrThrow()
  return {
    studentNumber: row.studentNumber,
    phone: row.phoneCipher ? secrets.open(row.phoneCipher) : '',
    documentNumber: secrets.open(row.idNumberCipher),
  }
}

export async function findRosterData(db: Db, school: string, studentId: string, secrets: Secrets, at: Date) {
  const row = await fromRoster(db, school)
    .innerJoin('codes as k', (on) =>
      on.onRef('k.code', '=', 'st.educationLevel').on('k.kind', '=', 'education_level'),
    )
    .innerJoin('schools as s', 's.id', 'st.schoolId')
    .where('st.id', '=', studentId)
    .select([
      ...ROW,
      employmentFacts(school).as('facts'),
      'st.documentType',
      'st.idNumberCipher',
      'st.phoneCipher',
      'st.examNumberCipher',
      'st.firstLoginClosedAt',
      'st.activationCodeUntil',
      's.settings',
      'st.gender',
      'st.collegeId',
      'st.version',
      'st.enrolment',
      'st.onRoster',
      'st.className',
      'st.majorCode',
      'st.shortCode',
    ])
    .select([
      'st.graduationYear',
      'k.name as level',
      'k.nameEn as levelEn',
      's.id as schoolId',
      's.name as schoolName',
      's.nameEn as schoolNameEn',
    ])
    .executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  const document = { type: row.documentType as DocumentType, number: secrets.open(row.idNumberCipher) }
  const { name, studentNumber, college, major, graduationYear, gender, shortCode } = row
  const shown = {
    name,
    studentNumber,
    college,
    major,
    educationLevel: { name: row.level, nameEn: row.levelEn ?? row.level },
    graduationYear,
    documentType: document.type,
    maskedIdNumber: maskDocument(document),
  }
  const phone = row.phoneCipher ? secrets.open(row.phoneCipher) : null
  const maskedPhone = phone ? maskPhone(phone) : ''
  const rules = readSettings(row.settings)
  const verified = row.verifiedAt !== null
  /** What a first log-in is compared with, in the clear. */
  const known = {
    name,
    studentNumber,
    document,
    'exam-number': row.examNumberCipher ? secrets.open(row.examNumberCipher) : null,
    'phone-tail': phone?.slice(-4) ?? null,
  }
  return {
    known,
    facts: { closedAt: row.firstLoginClosedAt, verifiedAt: row.verifiedAt, onRoster: row.onRoster },
    rules,
    shown,
    home: {
      ...shown,
      school: { code: row.schoolId, name: row.schoolName, nameEn: row.schoolNameEn },
      gender: gender === '1' ? ('male' as const) : ('female' as const),
      maskedPhone,
      shortCode,
    },
    file: {
      ...shown,
      id: row.id,
      collegeId: row.collegeId,
      className: row.className,
      majorCode: row.majorCode,
      enrolment: row.enrolment as Enrolment,
      version: row.version,
      maskedPhone,
      verified,
      firstLogin: verified
        ? null
        : {
            by: rules.firstLoginBy,
            lacks: lackingFact(known, secondFactFor('id-number', rules)),
            closedAt: row.firstLoginClosedAt?.toISOString() ?? null,
            codeUntil: row.activationCodeUntil?.toISOString() ?? null,
          },
    },
    employment: employmentOf(row.facts, at),
  }
}

export async function saveVerification(
  tx: Tx,
  school: string,
  studentId: string,
  given: { phone: Buffer; at: Date },
) {
  const saved = await tx
    .updateTable('students')
    .set({
      verifiedAt: given.at,
      phoneCipher: given.phone,
      firstLoginClosedAt: null,
      activationCode: null,
      activationCodeUntil: null,
    })
    .where('schoolId', '=', school)
    .where('id', '=', studentId)
    .where('verifiedAt', 'is', null)
    .executeTakeFirst()
  if (saved.numUpdatedRows === 0n) throw new Refusal('already-verified')
}

/** In the clear; null where there is none. */
export async function findPhone(db: Db, { school, id }: Key, secrets: Secrets): Promise<string | null> {
  const row = await db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .select('phoneCipher')
    .executeTakeFirst()
  return row?.phoneCipher ? secrets.open(row.phoneCipher) : null
}

export const savePhone = (tx: Tx, { school, id }: Key, phone: Buffer) =>
  tx
    .updateTable('students')
    .set({ phoneCipher: phone })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()

/** One student, by everything an employer must know together, as people take names for the same; never a list, and no hint which part was wrong. */
export async function findStudentToInvite(
  db: Db,
  school: string,
  by: { name: string; studentNumber: string } | { shortCode: string } | { id: string; name: string },
) {
  let query = fromRoster(db, school).select([
    'st.id',
    'st.name',
    'st.studentNumber',
    'c.name as college',
    'st.majorName as major',
    'st.graduationYear',
  ])
  if ('shortCode' in by) query = query.where('st.shortCode', '=', by.shortCode)
  else query = query.where('st.nameFolded', '=', foldText(by.name))
  if ('studentNumber' in by)
    query = query.where(sql<boolean>`lower(st.student_number) = ${by.studentNumber.toLowerCase()}`)
  if ('id' in by) query = query.where('st.id', '=', by.id)
  const found = await query.executeTakeFirst()
  if (!found) throw new Refusal('student-not-matched')
  return found
}

export type Named = { readonly name: string; readonly studentNumber: string }
/** Of each of several, in their order, the same as of one by name and number; null where there is none. */
export async function findStudentsToInvite(
  db: Db,
  school: string,
  named: readonly Named[],
): Promise<({ readonly id: string; readonly name: string } | null)[]> {
  const { rows } = await sql<{ place: number; id: string; name: string }>`
    select asked.place::integer - 1 as place, st.id, st.name
    from unnest(${named.map(({ studentNumber }) => studentNumber.toLowerCase())}::text[],
      ${named.map(({ name }) => foldText(name))}::text[]) with ordinality as asked (number, name_folded, place)
    join students st on st.school_id = ${school} and lower(st.student_number) = asked.number
      and st.name_folded = asked.name_folded
  `.execute(db)
  const found = new Map(rows.map(({ place, ...student }) => [place, student]))
  return named.map((_, place) => found.get(place) ?? null)
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

/** How many students of each year and level the roster has. */
export const countGraduates = (db: Db, school: string) =>
  db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .groupBy(['graduationYear', 'educationLevel'])
    .select(['graduationYear as year', 'educationLevel as level', sql<number>`count(*)`.as('students')])
    .execute()

/** The code of what a student studies; the empty text where the roster has none. */
export async function findMajorCode(db: Db, { school, id }: Key): Promise<string> {
  const { majorCode } = await db
    .selectFrom('students')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .select('majorCode')
    .executeTakeFirstOrThrow()
  return majorCode
}
