import type { RequestView } from '../../../contracts/privacy-requests.ts'
import { subjectOf } from '../../../domain/case.ts'
import { type RequestCase, requestOffers } from '../../../domain/privacy-request/acts.ts'
import type { Reading } from '../../http/doing.ts'
import { listTimeline } from '../journal/queries.ts'
import { findSchool } from '../schools/queries.ts'
import { rowOf } from './lists.ts'
import { standpointOf } from './queries.ts'

/** A request's page, for whoever made it or who answers. */
export async function presentRequest({ db, person, acting }: Reading, of: RequestCase): Promise<RequestView> {
  const subject = subjectOf({ kind: 'privacy-request', id: of.id })
  const { id: code, name, nameEn } = await findSchool(db, of.schoolId)
  const standpoint = standpointOf(person, of)
  return {
    ...rowOf({ ...of, school: { code, name, nameEn } }, acting.at),
    own: standpoint.isAsker,
    reason: of.reason,
    answer: of.answer,
    ground: of.ground,
    endedAt: of.endedAt?.toISOString() ?? null,
    actions: requestOffers(of, { ...acting, ...standpoint }),
    timeline: await listTimeline(db, of.schoolId, { subject }),
  }
}
