import type { ApplicantFilter } from '../../../contracts/applications.ts'
import { lookAt } from '../../../domain/application/acts.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { MOST_RESUMES } from '../../../domain/resume-archive/names.ts'
import { record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { employerLine } from '../employers/journal.ts'
import { recordLooks } from '../resumes/looks.ts'
import { listKept } from '../resumes/queries.ts'
import { listKeysOfEmployer } from './applicants.ts'
import { lockReadable } from './queries.ts'
import { settle } from './settling.ts'

type Chosen = { readonly filter: ApplicantFilter; readonly items: readonly Key[] | undefined }

/**
 * A member of the employer takes résumés away: each is opened and looked at, as if by its page (AT-7). Answers whose they are;
 * what was taken back meanwhile is not among them. Refuses where there is none, or are too many.
 */
export async function takeResumes(
  of: Omit<Doing, 'signature'>,
  { filter, items }: Chosen,
): Promise<readonly Key[]> {
  const { tx, person, actor, acting, secrets } = of
  const employerId = person.employer!.id
  const asked = await listKeysOfEmployer(tx, employerId, filter, { items, most: MOST_RESUMES + 1 })
  if (asked.length > MOST_RESUMES) throw new Refusal('resumes-at-once', { most: MOST_RESUMES })
  const those = await lockReadable(tx, asked, person, acting.at)
  if (those.length === 0) throw new Refusal('no-resumes-to-take')
  const outcomes = those.map((one) => lookAt(one, acting))
  await settle(of, {
    changes: outcomes.flatMap(({ changes }) => changes),
    told: outcomes.flatMap(({ told }) => told),
  })
  const sent = those.flatMap(({ schoolId: school, resumeId: id }) => (id === null ? [] : [{ school, id }]))
  const kept = await listKept(tx, sent, secrets)
  const looked = sent.flatMap(({ school, id }) => {
    const one = kept.get(id)
    return one ? [{ school, ...one.snapshot }] : []
  })
  await recordLooks(tx, looked, { userId: person.userId, employerId }, acting.at)
  const data = { applications: those.length }
  await record(tx, [employerLine(employerId, 'employer.take-resumes', { actor, at: acting.at, data })])
  return those.map(({ schoolId: school, id }) => ({ school, id }))
}
