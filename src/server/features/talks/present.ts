import type { TalkView } from '../../../contracts/talks.ts'
import { subjectOf } from '../../../domain/case.ts'
import { talkFindings, talkOffers } from '../../../domain/talk/acts.ts'
import type { TalkCase } from '../../../domain/talk/case.ts'
import { isTalkPaused, PUBLIC_TALKS, talkTurn } from '../../../domain/talk/life.ts'
import { doorOf } from '../../../domain/visit/visit.ts'
import type { Reading } from '../../http/doing.ts'
import { listTimeline } from '../journal/queries.ts'
import { findSchool } from '../schools/queries.ts'
import { wholeAddress } from '../schools/site-addresses.ts'
import { countAttendance } from '../visits/sign-ups.ts'
import { findWording } from '../wordings/queries.ts'
import { findPlacedVenue, shownPlaced } from './venues-of.ts'

/** A talk for its employer and for who gives it a venue. */
export async function presentTalk({ db, acting }: Reading, of: TalkCase, baseUrl: string): Promise<TalkView> {
  const [school, timeline, venue, counts, wording] = await Promise.all([
    findSchool(db, of.schoolId),
    listTimeline(db, of.schoolId, { subject: subjectOf({ kind: 'talk', id: of.id }) }),
    of.placed && findPlacedVenue(db, of.schoolId, of.placed),
    countAttendance(db, { school: of.schoolId, id: of.id }),
    findWording(db, of.schoolId),
  ])
  const { id: code, name, nameEn, host } = school
  const isPublic = PUBLIC_TALKS.includes(of.status)
  const door = isPublic && of.placed ? doorOf(of.placed) : null
  return {
    id: of.id,
    version: of.version,
    status: of.status,
    turn: talkTurn(of),
    isPaused: isTalkPaused(of, acting.at),
    verifiedUntil: of.verifyDue,
    school: { code, name, nameEn },
    employerId: of.employerId,
    employer: of.employerName,
    content: { ...of.content, wishes: [...of.content.wishes] },
    placed: of.placed && venue && shownPlaced(of.placed, venue),
    counts,
    findings: talkFindings(of.content, wording, of.employerName),
    reason: of.reason,
    ground: of.ground,
    requestedAt: of.requestedAt.toISOString(),
    waitingSince: of.waitingSince.toISOString(),
    address: wholeAddress(baseUrl, { code, host }, `/talks/${of.shortId}`),
    isPublic,
    door: door && { opens: door.opens.toISOString(), closes: door.closes.toISOString() },
    actions: talkOffers(of, acting),
    timeline,
    serverTime: acting.at.toISOString(),
  }
}
