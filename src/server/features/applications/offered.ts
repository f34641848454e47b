import { applicationLife } from '../../../domain/application/life.ts'
import { termsOffered } from '../../../domain/application/offered.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Key } from '../../db/key.ts'
import type { Reading } from '../../http/doing.ts'
import { findStanding } from '../posts/queries.ts'
import { findStudentToInvite } from '../students/queries.ts'
import { findApplication } from './queries.ts'

/** The student to whom the employer has offered a post, as whoever invites knows them, and what the post says of the terms. */
export async function findOffered({ db, person, acting: { role, at } }: Reading, key: Key) {
  const of = await findApplication(db, key, person, at)
  const no = applicationLife.whyNot(of, 'invite', role, at)
  if (no) throw new Refusal(no, { status: of.status })
  const [{ id, name, studentNumber, college, major }, post] = await Promise.all([
    findStudentToInvite(db, key.school, { id: of.studentId, name: of.snapshot.name }),
    findStanding(db, { school: key.school, id: of.postId }, at),
  ])
  return { student: { id, name, studentNumber, college, major }, terms: termsOffered(post.content) }
}
