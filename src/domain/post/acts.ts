import { refuseUnlessVerified } from '../admission/verification.ts'
import { addDays, type Day, dayInChina } from '../day.ts'
import { Refusal, RefusedFields } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { PostCase, PostChange, PostOutcome } from './case.ts'
import {
  changedIn,
  contradictionIn,
  isForReview,
  isPostOver,
  lackingIn,
  type PostContent,
  withOpenOf,
} from './content.ts'
import {
  FOLLOWING,
  NOT_OVER,
  type PostOffer,
  type PostStatus,
  type PostStep,
  postLife,
  postShownFrom,
  type Rejection,
} from './life.ts'
import { postTold } from './told.ts'
import { findingsIn, refuseForWording, type WordList } from './wording.ts'

/** What a school that is asked has to do with it. */
export type SchoolFacts = {
  readonly schoolId: string
  readonly schoolName: string
  readonly admitted: boolean
  readonly verifyDue: Day | null
  readonly postsAtOnce: boolean
  readonly postsADay: number
  /** How many the employer has submitted to it today, one that is submitted now among them. */
  readonly today: number
  readonly postChangesReviewed: boolean
  readonly wording: readonly WordList[]
}
export type Author = {
  readonly id: string
  readonly name: string
  readonly industry: string
  readonly nature: string
}

/** What this person may do now at one school. Colleges do not decide what is published. */
export const postOffers = (of: PostCase, { role, level, at }: Acting): PostOffer[] =>
  role === 'reviewer' && level !== 'school'
    ? []
    : postLife.actionsFor(of, role, at).filter((action) => !OF_THE_WHOLE.includes(action))
/** Acts of the employer on the post itself, at all its schools at once. */
const OF_THE_WHOLE: readonly PostOffer[] = ['submit-again', 'change', 'extend', 'close']

const outcomeOf = (changes: readonly PostChange[]): PostOutcome => ({
  changes,
  told: changes.flatMap(postTold),
})

/** Refuses a post that says too little or what cannot be; AT-1. */
export function refuseUnlessWhole(content: PostContent, at: Date): void {
  const [first, ...rest] = lackingIn(content)
  if (first) throw new RefusedFields('post-lacks', [first, ...rest])
  refuseContradiction(content)
  if (isPostOver(content, at)) throw new Refusal('post-over', { field: 'lastDay', day: content.lastDay })
}

/** Of a draft too: what cannot be is nobody's to keep. */
export function refuseContradiction(content: PostContent): void {
  const field = contradictionIn(content)
  if (field) throw new Refusal(field === 'pay.to' ? 'post-pay-reversed' : 'post-days-reversed', { field })
}

/** What stands after a step: the version grows, what is published is dated, and words hold as long as their status. */
function evolve(before: PostCase, step: PostStep, becomes: Partial<PostCase> = {}): PostCase {
  const content = becomes.content ?? before.content
  const isPublic = step.to === 'published'
  const isAnew = isPublic && step.from !== 'published'
  return {
    ...before,
    status: step.to,
    version: before.version + 1,
    lastDay: content.lastDay ?? before.lastDay,
    reason: reasonAfter(before, step),
    publishedAt: isAnew ? step.at : before.publishedAt,
    shownFrom:
      isAnew || (isPublic && isToCome(before, step.at))
        ? postShownFrom(content.shownOn, step.at)
        : before.shownFrom,
    proposed: isPublic ? before.proposed : null,
    ...becomes,
    isChangeProposed:
      isPublic && (becomes.proposed === undefined ? before.proposed : becomes.proposed) !== null,
  }
}
const isToCome = ({ shownFrom }: PostCase, at: Date) => shownFrom !== null && shownFrom > at
const SAYS_WHY: readonly PostStatus[] = ['questioned', 'returned', 'rejected', 'taken_down']
function reasonAfter({ reason }: PostCase, { action, from, to, reason: said }: PostStep): string | null {
  if (action === 'return-change') return said
  if (!SAYS_WHY.includes(to)) return action === 'extend' || action === 'change' ? reason : null
  return to === from ? reason : said
}

const changeOf = (before: PostCase | null, after: PostCase, step: PostStep, data = {}): PostChange => ({
  before,
  after,
  step,
  data: { version: after.version, ...data },
})

function refuseStranger({ admitted, verifyDue, schoolName }: SchoolFacts, employer: Author, at: Date): void {
  if (!admitted) throw new Refusal('employer-not-admitted', { employer: employer.name, school: schoolName })
  refuseUnlessVerified(verifyDue, at)
}

/** A school takes so many a day, in China (AT-5). */
function refuseTooMany({ schoolName: school, postsADay: limit, today }: SchoolFacts, at: Date): void {
  const day = addDays(dayInChina(at), 1)
  if (today > limit) throw new Refusal('posts-too-many-today', { school, limit, day, field: 'schools' })
}

export type Submitting = {
  readonly id: string
  readonly shortId: string
  readonly employer: Author
  readonly content: PostContent
  /** Each school once, with the row that is there already. */
  readonly schools: readonly (SchoolFacts & { readonly before: PostCase | null })[]
}

/** An employer submits a post to schools that have admitted it; each decides for itself, or has it published at once. */
export function submitPost(
  { id, shortId, employer, content, schools }: Submitting,
  { role, at }: Acting,
): PostOutcome {
  refuseUnlessWhole(content, at)
  for (const school of schools) {
    refuseStranger(school, employer, at)
    refuseTooMany(school, at)
    refuseForWording(findingsIn(content, school.wording, employer.name))
  }
  return outcomeOf(
    schools.map((facts) => {
      const { schoolId, schoolName, postsAtOnce: atOnce, verifyDue, before } = facts
      if (before) {
        const command = { action: 'submit-again', role, seenVersion: before.version, at } as const
        const step = postLife.decide({ ...before, atOnce }, command)
        const hasRetried = before.hasRetried || before.status === 'rejected'
        const again = { content, waitingSince: at, atOnce, rejection: null, mayRetry: false, hasRetried }
        return changeOf(before, evolve(before, step, again), step)
      }
      // Whoever is admitted has been verified.
      const verifiedUntil = verifyDue!
      const of = { schoolId, schoolName, id, shortId, employer, verifiedUntil, content, atOnce }
      const born = newPost(of, at)
      const step = postLife.begin(born, { action: 'submit', role, at })
      const isPublic = step.to === 'published'
      const dated = isPublic && { publishedAt: at, shownFrom: postShownFrom(content.shownOn, at) }
      return changeOf(null, { ...born, ...dated, status: step.to }, step, { title: content.title })
    }),
  )
}

const newPost = (
  of: Pick<
    PostCase,
    'schoolId' | 'schoolName' | 'id' | 'shortId' | 'verifiedUntil' | 'content' | 'atOnce'
  > & { readonly employer: Author },
  at: Date,
): Omit<PostCase, 'status'> => {
  const { employer, ...row } = of
  return {
    ...row,
    employerId: employer.id,
    employerName: employer.name,
    industry: employer.industry,
    nature: employer.nature,
    version: 1,
    lastDay: of.content.lastDay!,
    shownFrom: null,
    isChangeProposed: false,
    proposed: null,
    mayRetry: false,
    hasRetried: false,
    submittedAt: at,
    waitingSince: at,
    publishedAt: null,
    reason: null,
    rejection: null,
  }
}

export type At = { readonly before: PostCase; readonly facts: SchoolFacts }

/** The employer changes what a post says: wherever it waits or is published the change arrives, at once or for the school's look. */
export function changePost(
  {
    employer,
    content,
    schools,
  }: Pick<Submitting, 'employer' | 'content'> & { readonly schools: readonly At[] },
  { role, at }: Acting,
): PostOutcome {
  refuseContradiction(content)
  const following = schools.filter(({ before }) => FOLLOWING.includes(before.status))
  if (following.length > 0) refuseUnlessWhole(content, at)
  for (const { facts } of following) refuseForWording(findingsIn(content, facts.wording, employer.name))
  return outcomeOf(
    following.flatMap(({ before, facts }) => {
      const fields = changedIn(before.proposed ?? before.content, content)
      if (fields.length === 0) return []
      const step = postLife.decide(before, { action: 'change', role, seenVersion: before.version, at })
      const mustWait =
        before.status === 'published' && facts.postChangesReviewed && isForReview(before.content, content)
      const becomes = mustWait
        ? {
            content: withOpenOf(before.content, content),
            proposed: content,
            waitingSince: before.proposed ? before.waitingSince : at,
          }
        : { content, proposed: null }
      return [changeOf(before, evolve(before, step, becomes), step, { fields: fields.join(' ') })]
    }),
  )
}

/** A later last day, at every school that has it published or had; what has run out is published again. */
export function extendPost(
  { content, schools }: { readonly content: PostContent; readonly schools: readonly PostCase[] },
  { role, at }: Acting,
): PostOutcome {
  if (isPostOver(content, at)) throw new Refusal('post-over', { field: 'lastDay', day: content.lastDay })
  const { lastDay } = content
  return outcomeOf(
    schools
      .filter((one) => postLife.whyNot(one, 'extend', role, at) === null)
      .map((before) => {
        const step = postLife.decide(before, { action: 'extend', role, seenVersion: before.version, at })
        const proposed = before.proposed && { ...before.proposed, lastDay }
        const becomes = { content: { ...before.content, lastDay }, proposed }
        return changeOf(before, evolve(before, step, becomes), step, { lastDay })
      }),
  )
}

/** The employer wants nobody more: closed at every school where it is not over. */
export const closePost = (schools: readonly PostCase[], { role, at }: Acting): PostOutcome =>
  outcomeOf(
    schools
      .filter(({ status }) => NOT_OVER.includes(status))
      .map((before) => {
        const step = postLife.decide(before, { action: 'close', role, seenVersion: before.version, at })
        return changeOf(before, evolve(before, step), step)
      }),
  )

/** Suspended or barred, an employer has no posts at that school: whatever is not over is taken down (AT-4). */
export const takeDownAll = (posts: readonly PostCase[], reason: string, { role, at }: Acting): PostOutcome =>
  outcomeOf(
    posts.map((before) => {
      const command = { action: 'take-down', role, seenVersion: before.version, reason, at } as const
      const step = postLife.decide(before, command)
      return changeOf(before, evolve(before, step), step)
    }),
  )

/** The clock's step once the last day is over. */
export const expirePosts = (posts: readonly PostCase[], at: Date): PostOutcome =>
  outcomeOf(
    posts.map((before) => {
      const step = postLife.decide(before, { action: 'expire', role: 'clock', seenVersion: null, at })
      return changeOf(before, evolve(before, step), step)
    }),
  )

export type PostCommand = {
  readonly action: PostOffer
  readonly seenVersion: number
  readonly reason?: string | undefined
  /** Of a rejection. */
  readonly rejection?: Rejection | undefined
  readonly mayRetry?: boolean | undefined
}

/** Every act at one school alone: the school decides, the employer answers its question. */
export function actOnPost(before: PostCase, command: PostCommand, acting: Acting): PostOutcome {
  const { role, level, at } = acting
  const { action, rejection, mayRetry } = command
  if (role === 'reviewer' && level !== 'school') throw new Refusal('reviewed-at-another-level')
  const step = postLife.decide(before, { ...command, role, at })
  return outcomeOf([changeOf(before, evolve(before, step, becomesBy()), step, rejection && { rejection })])

  function becomesBy(): Partial<PostCase> {
    switch (action) {
      case 'reject':
        return { rejection: rejection ?? 'other', mayRetry: mayRetry === true && !before.hasRetried }
      case 'pass-change':
        return { content: before.proposed!, proposed: null }
      case 'return-change':
        return { proposed: null }
      case 'answer':
        return { waitingSince: at }
      default:
        return {}
    }
  }
}
