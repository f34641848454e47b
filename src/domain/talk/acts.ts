import { refuseUnlessMayRecruit } from '../admission/recruiting.ts'
import type { Day } from '../day.ts'
import type { WordList } from '../post/word-lists.ts'
import { findingsIn, refuseForWording } from '../post/wording.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { refuseUnlessSlot } from '../venue/slot.ts'
import { type Booked, type Placing, placedBy, refuseUnlessFree, type Venue } from '../venue/venue.ts'
import type { Visitor } from '../visit/guest-told.ts'
import type { TalkCase, TalkChange, TalkOutcome } from './case.ts'
import { TALK_BOUNDS, type TalkContent } from './content.ts'
import { type TalkGround, type TalkOffer, type TalkStep, talkLife } from './life.ts'
import { talkTold } from './told.ts'

/** What an employer may do at a school: as for posts and invitations. */
export type EmployerStanding = {
  readonly schoolName: string
  readonly employerName: string
  readonly admitted: boolean
  readonly verifyDue: Day | null
  readonly wording: readonly WordList[]
}

/** What this person may do now. Colleges do not give away the school's halls. */
export const talkOffers = (of: TalkCase, { role, level, at }: Acting): TalkOffer[] =>
  role === 'reviewer' && level !== 'school' ? [] : talkLife.actionsFor(of, role, at)

/** What a talk says against the words that a school allows (L11). */
export const talkFindings = (content: TalkContent, wording: readonly WordList[], employer: string) =>
  findingsIn({ ...content, benefits: '' }, wording, employer)

/** Refuses what says nothing, wishes what cannot be, or is against the words that a school allows (L11). */
function refuseUnlessSaid(content: TalkContent, { wording, employerName }: EmployerStanding, at: Date): void {
  if (content.description === '') throw new Refusal('talk-says-nothing', { field: 'description' })
  for (const [index, wish] of content.wishes.entries()) refuseUnlessSlot(wish, `wishes.${index}`, at)
  refuseForWording(talkFindings(content, wording, employerName))
}

const outcomeOf = (change: TalkChange, students: readonly Visitor[] = []): TalkOutcome => ({
  changes: [change],
  told: talkTold(change, students),
})
const evolve = (before: TalkCase, step: TalkStep, becomes: Partial<TalkCase> = {}): TalkChange => ({
  before,
  after: {
    ...before,
    status: step.to,
    version: before.version + 1,
    reason: step.reason,
    changedAt: step.at,
    ...becomes,
  },
  step,
  data: { version: before.version + 1 },
})

export type Requesting = Pick<TalkCase, 'schoolId' | 'id' | 'employerId' | 'shortId'> & {
  readonly standing: EmployerStanding
  /** How many of the employer's wait for this school. */
  readonly waiting: number
}
/** An employer asks a school for a talk. */
export function requestTalk(
  { standing, waiting, ...of }: Requesting,
  content: TalkContent,
  { role, at }: Acting,
): TalkOutcome {
  refuseUnlessMayRecruit(standing, at)
  refuseUnlessSaid(content, standing, at)
  if (waiting >= TALK_BOUNDS.waiting) throw new Refusal('talks-waiting-many', { limit: TALK_BOUNDS.waiting })
  const born = { version: 1, startsAt: null }
  const step = talkLife.begin(born, { action: 'request', role, at })
  const { schoolName, employerName, verifyDue } = standing
  const after: TalkCase = {
    ...of,
    ...born,
    schoolName,
    employerName,
    verifyDue,
    content,
    status: step.to,
    placed: null,
    signedUp: 0,
    requestedAt: at,
    waitingSince: at,
    changedAt: at,
    reason: null,
    ground: null,
  }
  return outcomeOf({ before: null, after, step, data: { version: 1 } })
}

type Seen = { readonly seenVersion: number; readonly reason?: string | undefined }

/** The employer says otherwise what the school has not decided yet, or what came back. */
export function changeTalk(
  before: TalkCase,
  { standing, content, seenVersion }: Seen & { standing: EmployerStanding; content: TalkContent },
  { role, at }: Acting,
): TalkOutcome {
  const step = talkLife.decide(before, { action: 'change', role, seenVersion, at })
  refuseUnlessMayRecruit(standing, at)
  refuseUnlessSaid(content, standing, at)
  const waitingSince = before.status === step.to ? before.waitingSince : at
  return outcomeOf(evolve(before, step, { content, waitingSince }))
}

/** What a venue says of the time that is meant for a talk. */
export type VenueThen = { readonly venue: Venue; readonly inTheWay: Booked | null }

/** The school gives a talk its venue and time, or another one; who has signed up keeps the place. */
export function placeTalk(
  before: TalkCase,
  {
    action,
    placing,
    venue,
    students,
    ...seen
  }: Seen & {
    readonly action: 'schedule' | 'move'
    readonly placing: Placing
    readonly venue: VenueThen
    readonly students: readonly Visitor[]
  },
  { role, level, at }: Acting,
): TalkOutcome {
  if (level !== 'school') throw new Refusal('reviewed-at-another-level')
  const step = talkLife.decide(before, { action, role, ...seen, at })
  refuseUnlessFree(venue, placing, at)
  if (placing.places < before.signedUp)
    throw new Refusal('event-places-taken', { field: 'places', signedUp: before.signedUp })
  const placed = placedBy(placing)
  const change = evolve(before, step, { placed, startsAt: placed.startsAt })
  const { startsAt, endsAt, venueId, places } = placed
  const data = { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString(), venue: venueId, places }
  return outcomeOf({ ...change, data: { ...change.data, ...data } }, students)
}

export type TalkCommand = Seen & {
  readonly action: Exclude<TalkOffer, 'change' | 'schedule' | 'move'>
  /** Of what is turned down. */
  readonly ground?: TalkGround | undefined
}
/** Every act that says no more than yes, no or why. */
export function actOnTalk(
  before: TalkCase,
  { ground, ...command }: TalkCommand,
  students: readonly Visitor[],
  { role, level, at }: Acting,
): TalkOutcome {
  if (role === 'reviewer' && level !== 'school') throw new Refusal('reviewed-at-another-level')
  const step = talkLife.decide(before, { ...command, role, at })
  return outcomeOf(evolve(before, step, { ground: ground ?? null }), students)
}

/** Suspended or barred, an employer holds no talks at that school: whatever has not begun is called off (AT-4). */
export function endTalks(
  talks: readonly TalkCase[],
  {
    reason,
    studentsOf,
  }: { readonly reason: string; readonly studentsOf: (id: string) => readonly Visitor[] },
  at: Date,
): TalkOutcome {
  const role = 'take-down'
  const changes = talks
    .filter((before) => talkLife.whyNot(before, 'end', role, at) === null)
    .map((before) =>
      evolve(before, talkLife.decide(before, { action: 'end', role, seenVersion: null, reason, at })),
    )
  return { changes, told: changes.flatMap((change) => talkTold(change, studentsOf(change.after.id))) }
}
