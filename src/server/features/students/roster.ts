import { v7 as uuidv7 } from 'uuid'
import {
  type DocumentType,
  documentProblem,
  genderIn,
  lookUpForm,
  normalDocument,
} from '../../../domain/identity-document.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db } from '../../db/database.ts'
import { randomStock } from '../../db/random-stock.ts'
import type { Secrets } from '../../services/secrets.ts'
import { addUsers } from '../accounts/queries.ts'
import { hardshipKeys } from './hardship.ts'

export type RosterRow = {
  readonly collegeId: string
  readonly studentNumber: string
  readonly name: string
  /** 居民身份证 where nothing is said. */
  readonly documentType?: DocumentType
  readonly idNumber: string
  /** Needed where the document's number does not say it. */
  readonly gender?: 'male' | 'female'
  readonly educationLevel: string
  readonly majorCode: string
  readonly majorName: string
  readonly className: string
  readonly graduationYear: number
  readonly designatedEmployer?: string
  readonly designatedCreditCode?: string
  /** 考生号. */
  readonly examNumber?: string
  /** As the roster has it, until the student gives one. */
  readonly phone?: string
  /** 困难类别, as an import keeps them: 家庭困难、就业困难. */
  readonly hardship?: string
}

/** Thirty-two, so that five bits of a byte choose one of them evenly. */
const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const newBytes = randomStock(8)
/** What a student hands to an employer: eight characters without look-alikes. */
export const newShortCode = () => Array.from(newBytes(), (byte) => LETTERS[byte & 31]).join('')

/** RangeError with the student's number, never the document's: a message may end in a log. */
function documentOf({ documentType = 'resident_id', idNumber, studentNumber, ...row }: RosterRow, at: Date) {
  const document = { type: documentType, number: idNumber }
  const problem = documentProblem(document, at)
  if (problem) throw new RangeError(`Document of ${studentNumber}: ${problem}`)
  const gender = genderIn(document) ?? row.gender
  if (!gender) throw new RangeError(`Gender of ${studentNumber}: needed`)
  return { ...normalDocument(document), lookUp: lookUpForm(document), gender }
}

/** Enters students into a school's roster as it spells them, each with an account that the first login will open. */
export async function addStudents(
  db: Db,
  school: string,
  rows: readonly RosterRow[],
  { secrets, at }: { readonly secrets: Secrets; readonly at: Date },
) {
  const students = rows.map((row) => {
    const { type, number, lookUp, gender } = documentOf(row, at)
    return {
      schoolId: school,
      id: uuidv7(),
      shortCode: newShortCode(),
      collegeId: row.collegeId,
      studentNumber: row.studentNumber,
      name: row.name,
      nameFolded: foldText(row.name),
      gender: gender === 'male' ? '1' : '2',
      documentType: type,
      idNumberCipher: secrets.seal(number),
      idNumberIndex: secrets.blindIndex(lookUp),
      phoneCipher: row.phone ? secrets.seal(row.phone) : null,
      examNumberCipher: row.examNumber ? secrets.seal(row.examNumber) : null,
      ...(row.hardship && {
        moreCipher: secrets.seal(JSON.stringify({ hardship: row.hardship })),
        hardships: hardshipKeys({ hardship: row.hardship }, secrets),
      }),
      educationLevel: row.educationLevel,
      majorCode: row.majorCode,
      majorName: row.majorName,
      className: row.className,
      graduationYear: row.graduationYear,
      trainingMode: row.designatedEmployer ? '2' : '1',
      designatedEmployer: row.designatedEmployer ?? null,
      designatedCreditCode: row.designatedCreditCode ?? null,
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
