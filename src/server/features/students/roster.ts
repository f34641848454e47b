import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { genderOf, normalResidentId } from '../../../domain/identifiers.ts'
import type { Db } from '../../db/database.ts'
import type { Secrets } from '../../services/secrets.ts'
import { addUsers } from '../accounts/queries.ts'

export type RosterRow = {
  readonly collegeId: string
  readonly studentNumber: string
  readonly name: string
  readonly idNumber: string
  readonly educationLevel: string
  readonly majorCode: string
  readonly majorName: string
  readonly className: string
  readonly graduationYear: number
  readonly designatedEmployer?: string
  /** 考生号. */
  readonly examNumber?: string
  /** As the roster has it, until the student gives one. */
  readonly phone?: string
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
/** What a student hands to an employer: eight characters without look-alikes. */
export const newShortCode = () => Array.from({ length: 8 }, () => LETTERS[randomInt(LETTERS.length)]).join('')

/** Enters students into a school's roster, each with an account that the first login will open. */
export async function addStudents(db: Db, school: string, rows: readonly RosterRow[], secrets: Secrets) {
  const students = rows.map((row) => {
    const idNumber = normalResidentId(row.idNumber)
    return {
      schoolId: school,
      id: uuidv7(),
      shortCode: newShortCode(),
      collegeId: row.collegeId,
      studentNumber: row.studentNumber,
      name: row.name,
      gender: genderOf(idNumber) === 'male' ? '1' : '2',
      idNumberCipher: secrets.seal(idNumber),
      phoneCipher: row.phone ? secrets.seal(row.phone) : null,
      examNumberCipher: row.examNumber ? secrets.seal(row.examNumber) : null,
      idNumberIndex: secrets.blindIndex(idNumber),
      educationLevel: row.educationLevel,
      majorCode: row.majorCode,
      majorName: row.majorName,
      className: row.className,
      graduationYear: row.graduationYear,
      trainingMode: row.designatedEmployer ? '2' : '1',
      designatedEmployer: row.designatedEmployer ?? null,
    }
  })
  await db.insertInto('students').values(students).execute()
  await addUsers(
    db,
    students.map(({ id, studentNumber, name }) => ({
      portal: 'student',
      login: studentNumber,
      name,
      schoolId: school,
      studentId: id,
    })),
  )
  return students.map(({ id, studentNumber, name, shortCode }) => ({ id, studentNumber, name, shortCode }))
}
