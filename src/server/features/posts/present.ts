import type { z } from 'zod'
import type { OwnPostView, PostView, postContent } from '../../../contracts/posts.ts'
import { isAdmitted } from '../../../domain/admission/life.ts'
import { subjectOf } from '../../../domain/case.ts'
import { postOffers } from '../../../domain/post/acts.ts'
import type { PostCase } from '../../../domain/post/case.ts'
import type { PostContent } from '../../../domain/post/content.ts'
import {
  NOT_OVER,
  ownPostLife,
  postLife,
  postStandingAt,
  postStatusAt,
  postTurn,
} from '../../../domain/post/life.ts'
import { findingsIn, listsOf } from '../../../domain/post/wording.ts'
import type { Reading } from '../../http/doing.ts'
import { listStandings } from '../admissions/lists.ts'
import { findEmployer } from '../employers/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { findSchool } from '../schools/queries.ts'
import { wholeAddress } from '../schools/site-addresses.ts'
import { findWording } from '../wordings/queries.ts'
import { namesOf } from './names.ts'
import { listOfPost, type OwnPostRow } from './queries.ts'

/** With lists of its own. */
export const shownContent = (of: PostContent): z.output<typeof postContent> => ({
  ...of,
  regions: [...of.regions],
  majors: [...of.majors],
})

/** Where a post stands at a school, for both sides' lists. */
const standingOf = (of: PostCase, at: Date) => ({
  status: postStandingAt(of, at),
  verifiedUntil: of.verifiedUntil,
  turn: postTurn(of),
  isChangeProposed: of.isChangeProposed,
  reason: of.reason,
  rejection: of.rejection,
  mayRetry: of.mayRetry,
  shownFrom: of.shownFrom?.toISOString() ?? null,
})

/** A post at one school, for its employer and for who decides. */
export async function presentPost({ db, acting }: Reading, of: PostCase, baseUrl: string): Promise<PostView> {
  const [school, { inEffect }, timeline, wording, names] = await Promise.all([
    findSchool(db, of.schoolId),
    findEmployer(db, of.employerId),
    listTimeline(db, of.schoolId, { subject: subjectOf({ kind: 'post', id: of.id }) }),
    findWording(db, of.schoolId),
    namesOf(db, of.proposed ? [of.content, of.proposed] : [of.content]),
  ])
  const { id: code, name, nameEn, host } = school
  const { kind, licenceNumber, scope } = inEffect
  return {
    id: of.id,
    version: of.version,
    ...standingOf(of, acting.at),
    school: { code, name, nameEn },
    employerId: of.employerId,
    employer: of.employerName,
    recruiter: { kind, licenceNumber, scope },
    content: shownContent(of.content),
    proposed: of.proposed && shownContent(of.proposed),
    lastDay: of.lastDay,
    waitingSince: of.waitingSince.toISOString(),
    submittedAt: of.submittedAt.toISOString(),
    address: wholeAddress(baseUrl, { code, host }, `/jobs/${of.shortId}`),
    findings: findingsIn(of.proposed ?? of.content, wording, of.employerName),
    names,
    timeline,
    actions: postOffers(of, acting),
    serverTime: acting.at.toISOString(),
  }
}

/** An employer's own post, with every school where it stands and every one that may be asked. */
export async function presentOwnPost(
  { db, person, acting }: Reading,
  of: OwnPostRow,
  baseUrl: string,
): Promise<OwnPostView> {
  const { role, at } = acting
  const employer = person.employer!
  const [there, standings] = await Promise.all([
    listOfPost(db, of),
    listStandings(db, employer.id, at, { asked: true }),
  ])
  const schoolOf = new Map(standings.map(({ school }) => [school.code, school]))
  const isOpen = (code: string) => {
    const standing = there.find(({ schoolId }) => schoolId === code)
    return (
      !standing ||
      postLife.whyNot({ ...standing, status: postStatusAt(standing, at) }, 'submit-again', role, at) === null
    )
  }
  return {
    id: of.id,
    status: of.status,
    version: of.version,
    content: shownContent(of.content),
    changedAt: of.changedAt.toISOString(),
    findings: findingsIn(of.content, listsOf([]), employer.name),
    schools: there.map((one) => {
      const { code, name, nameEn, host } = schoolOf.get(one.schoolId)!
      return {
        ...standingOf(one, at),
        school: { code, name, nameEn },
        address: wholeAddress(baseUrl, { code, host }, `/jobs/${one.shortId}`),
      }
    }),
    open: standings
      .filter(
        ({ school, isShut, admission }) =>
          !isShut && isAdmitted(admission?.status ?? null) && isOpen(school.code),
      )
      .map(({ school: { code, name, nameEn } }) => ({ code, name, nameEn })),
    actions: ownPostLife
      .actionsFor(of, role, at)
      .filter((action) => action !== 'close' || there.some(({ status }) => NOT_OVER.includes(status))),
  }
}
