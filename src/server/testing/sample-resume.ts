import { v7 as uuidv7 } from 'uuid'
import { EMPTY_CONTENT } from '../../domain/resume/content.ts'
import { foldText } from '../../domain/text.ts'
import { sealContact } from '../features/resumes/queries.ts'
import type { Scenario } from './scenario.ts'

/** What nobody may read before the student's rule says so. */
export const RESUME_CONTACT = { phone: '13812345678', email: 'xuesheng@example.com' }

/** A résumé of this student with a telephone number and an address; answers its id. */
export async function giveResume(
  { db, services }: Pick<Scenario, 'db' | 'services'>,
  student: { readonly school: string; readonly id: string },
  name = '软件方向',
): Promise<string> {
  const id = uuidv7()
  await db
    .insertInto('resumes')
    .values({
      schoolId: student.school,
      id,
      studentId: student.id,
      name,
      nameFolded: foldText(name),
      version: 1,
      content: JSON.stringify({ ...EMPTY_CONTENT, summary: '认真负责' }),
      contactCipher: sealContact(services.secrets, RESUME_CONTACT),
      words: [],
      changedAt: services.now(),
    })
    .execute()
  return id
}
