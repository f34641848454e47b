import { v7 as uuidv7 } from 'uuid'
import type { Db } from '../db/database.ts'

/** A student's absence from a talk for which they have signed up, as the clock would record it later; its id. */
export async function givenAbsence(
  db: Db,
  { school, talk, student, at }: { school: string; talk: string; student: string; at: Date },
): Promise<string> {
  const id = uuidv7()
  const of = { schoolId: school, id, studentId: student, talkId: talk, missedAt: at, recordedAt: at }
  await db
    .insertInto('absences')
    .values({ ...of, status: 'recorded' })
    .execute()
  return id
}
