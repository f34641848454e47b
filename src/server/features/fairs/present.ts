import type { FairView } from '../../../contracts/fairs.ts'
import { subjectOf } from '../../../domain/case.ts'
import { fairFindings, fairOffers } from '../../../domain/fair/acts.ts'
import { fairPhase } from '../../../domain/fair/life.ts'
import { TO_LET_IN, WAITS_FOR_BOOTH, WITH_BOOTH } from '../../../domain/fair-entry/life.ts'
import { doorOf } from '../../../domain/visit/visit.ts'
import type { Reading } from '../../http/doing.ts'
import { listTimeline } from '../journal/queries.ts'
import { findSchool } from '../schools/queries.ts'
import { wholeAddress } from '../schools/site-addresses.ts'
import { countAttendance } from '../visits/sign-ups.ts'
import { findWording } from '../wordings/queries.ts'
import { findFloor, listStands } from './entries.ts'
import { type FairRecord, heldOf, isPublic } from './queries.ts'
import { placedOf } from './venues-of.ts'

export const shownContent = ({ plan, ...content }: FairRecord['content']) => ({
  ...content,
  plan: { ...plan, leftOut: [...plan.leftOut] },
})

/** A fair for the school that holds it. */
export async function presentFair(
  { db, acting }: Reading,
  of: FairRecord,
  baseUrl: string,
): Promise<FairView> {
  const key = { school: of.schoolId, id: of.id }
  const [school, timeline, [placed], counts, stands, { entries }, wording] = await Promise.all([
    findSchool(db, of.schoolId),
    listTimeline(db, of.schoolId, { subject: subjectOf({ kind: 'fair', id: of.id }) }),
    placedOf(db, [of]),
    countAttendance(db, key),
    listStands(db, key, acting.at),
    findFloor(db, of),
    findWording(db, of.schoolId),
  ])
  const { id: code, name, nameEn, host } = school
  const held = heldOf(of)
  const door = held.isPublic && held.placed ? doorOf(held.placed) : null
  const inState = (statuses: readonly string[]) =>
    entries.filter(({ status }) => statuses.includes(status)).length
  return {
    id: of.id,
    version: of.version,
    school: { code, name, nameEn },
    status: of.status,
    phase: fairPhase(of, acting.at),
    content: shownContent(of.content),
    placed: placed!,
    stands: stands.map(({ content, isPaused: _, ...stand }) => ({ ...stand, people: [...content.people] })),
    entries: {
      requested: inState(TO_LET_IN),
      admitted: inState(WITH_BOOTH),
      waiting: inState(WAITS_FOR_BOOTH),
    },
    reason: of.reason,
    counts,
    findings: fairFindings(of.content, wording, school.name),
    address: wholeAddress(baseUrl, { code, host }, `/fairs/${of.shortId}`),
    isPublic: isPublic(of),
    door: door && { opens: door.opens.toISOString(), closes: door.closes.toISOString() },
    actions: fairOffers(of, acting),
    timeline,
    serverTime: acting.at.toISOString(),
  }
}
