import type { RequestView } from '../../../contracts/privacy-requests.ts'
import { subjectOf } from '../../../domain/case.ts'
import { type RequestCase, requestOffers } from '../../../domain/privacy-request/acts.ts'
import type { Reading } from '../../http/doing.ts'
import { listTimeline } from '../journal/queries.ts'
import { rowOf } from './lists.ts'

/** A request's page, for the student or for who answers. */
export async function presentRequest({ db, person, acting }: Reading, of: RequestCase): Promise<RequestView> {
  const subject = subjectOf({ kind: 'privacy-request', id: of.id })
  return {
    ...rowOf(of, acting.at),
    // Only people of the school itself get this far.
    school: person.school!,
    reason: of.reason,
    answer: of.answer,
    ground: of.ground,
    endedAt: of.endedAt?.toISOString() ?? null,
    actions: requestOffers(of, acting),
    timeline: await listTimeline(db, of.schoolId, { subject }),
  }
}
