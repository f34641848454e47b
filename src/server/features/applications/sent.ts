import { isUnopened, resumeStanding } from '../../../domain/application/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { ResumeSnapshot } from '../../../domain/resume/snapshot.ts'
import { asEmployersRead } from '../../../domain/resume/standing.ts'
import { type Db, inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Reading } from '../../http/doing.ts'
import type { Person } from '../../http/person.ts'
import type { Secrets } from '../../services/secrets.ts'
import { recordLook } from '../resumes/looks.ts'
import type { ResumeToSend } from '../resumes/printing.ts'
import { findKept, listKept, listPortraits } from '../resumes/queries.ts'
import { type ApplicationRecord, findApplication, listReadable } from './queries.ts'

/** The student reads the résumé that was sent whole; the employer by the student's rule on being called. */
export async function findSent(
  db: Db,
  { portal }: Pick<Person, 'portal'>,
  { schoolId, status }: Pick<ApplicationRecord, 'schoolId' | 'status'>,
  resumeId: string,
  secrets: Secrets,
): Promise<ResumeToSend> {
  const key = { school: schoolId, id: resumeId }
  const { snapshot, contactFrom } = await findKept(db, key, secrets)
  const of = portal === 'student' ? snapshot : asEmployersRead(snapshot, contactFrom, resumeStanding(status))
  return { of, from: { table: 'resumeSnapshots', key } }
}

/** An application with the résumé that was sent, as its employer reads it; null where that was removed. */
export type SentTo = {
  readonly application: ApplicationRecord
  readonly sent: { readonly of: ResumeSnapshot; readonly portrait: Buffer | null } | null
}
/** What was sent to an employer with these, as far as it reads them now. */
export async function listSentTo(
  db: Db,
  employerId: string,
  those: readonly Key[],
  { secrets, at }: { readonly secrets: Secrets; readonly at: Date },
): Promise<SentTo[]> {
  const applications = await listReadable(db, those, employerId, at)
  const keys = applications.flatMap(({ schoolId, resumeId }) =>
    resumeId === null ? [] : [{ school: schoolId, id: resumeId }],
  )
  const [kept, portraits] = await Promise.all([listKept(db, keys, secrets), listPortraits(db, keys)])
  return applications.map((application) => {
    const { status, resumeId } = application
    const found = resumeId === null ? undefined : kept.get(resumeId)
    if (resumeId === null || !found) return { application, sent: null }
    const of = asEmployersRead(found.snapshot, found.contactFrom, resumeStanding(status))
    return { application, sent: { of, portrait: portraits.get(resumeId) ?? null } }
  })
}

/**
 * For a file of it. Of what the employer has not opened there is none, for opening is an act that the student reads of; each
 * later look is kept before anything is answered.
 */
export const lookAtSent = ({ db, person, acting }: Reading, key: Key, secrets: Secrets) =>
  inTransaction(db, async (tx) => {
    const found = await findApplication(tx, key, person, acting.at)
    const { resumeId, status } = found
    const isEmployer = person.portal === 'employer'
    if (resumeId === null || (isEmployer && isUnopened(status))) throw new Refusal('not-found')
    const sent = await findSent(tx, person, found, resumeId, secrets)
    const viewer = isEmployer && { userId: person.userId, employerId: person.employer!.id }
    if (viewer) await recordLook(tx, key.school, sent.of, viewer, acting.at)
    return sent
  })
