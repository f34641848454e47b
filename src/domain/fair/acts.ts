import type { Day } from '../day.ts'
import { dayInChina } from '../day.ts'
import type { WordList } from '../post/word-lists.ts'
import { findingsIn, refuseForWording } from '../post/wording.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import { spanOf } from '../venue/slot.ts'
import { type Booked, refuseUnlessFree, type Venue } from '../venue/venue.ts'
import type { FairCase, FairChange, FairOutcome, FairPlacing } from './case.ts'
import type { FairContent } from './content.ts'
import { type FairOffer, type FairStep, fairLife } from './life.ts'
import { refuseUnlessHolds } from './plan.ts'
import { fairTold, type SignedUp } from './told.ts'

/** What this person may do now. A college holds no fairs of the school's. */
export const fairOffers = (of: FairCase, { role, level, at }: Acting): FairOffer[] =>
  role === 'reviewer' && level !== 'school' ? [] : fairLife.actionsFor(of, role, at)

function refuseUnlessSchools({ level }: Acting): void {
  if (level !== 'school') throw new Refusal('reviewed-at-another-level')
}

/** What a fair says against the words that no post may have (L11). */
export const fairFindings = (
  { title, description }: FairContent,
  wording: readonly WordList[],
  school: string,
) => findingsIn({ title, description, benefits: '', contact: { email: '' } }, wording, school)

/** Refuses what says nothing, a period that ends before it begins or after the fair has, and words that no post may have (L11). */
function refuseUnlessSaid(
  content: FairContent,
  { wording, schoolName, heldOn }: { wording: readonly WordList[]; schoolName: string; heldOn: Day },
): void {
  const { description, applyFrom, applyUntil } = content
  if (description === '') throw new Refusal('fair-says-nothing', { field: 'description' })
  if (applyUntil < applyFrom) throw new Refusal('fair-period-reversed', { field: 'applyUntil' })
  if (applyUntil > heldOn) throw new Refusal('fair-period-late', { field: 'applyUntil', day: heldOn })
  refuseForWording(fairFindings(content, wording, schoolName))
}

/** What venues say of the time that is meant for a fair. */
export type VenuesThen = readonly { readonly venue: Venue; readonly inTheWay: Booked | null }[]

function refuseUnlessVenuesFree(venues: VenuesThen, { slot }: FairPlacing, at: Date): void {
  for (const one of venues) refuseUnlessFree(one, { slot, places: 0 }, at)
}
function refuseUnlessRoom(places: number, signedUp: number): void {
  if (places < signedUp) throw new Refusal('event-places-taken', { field: 'places', signedUp })
}

const evolve = (before: FairCase, step: FairStep, becomes: Partial<FairCase> = {}): FairChange => ({
  before,
  after: {
    ...before,
    status: step.to,
    version: before.version + 1,
    changedAt: step.at,
    reason: step.reason ?? before.reason,
    ...becomes,
  },
  step,
  data: { version: before.version + 1 },
})
const placedData = ({ venueIds, startsAt, endsAt }: FairCase) => ({
  venues: venueIds.join(' '),
  startsAt: startsAt.toISOString(),
  endsAt: endsAt.toISOString(),
})

type Said = { readonly content: FairContent; readonly wording: readonly WordList[] }
type Drafting = Said &
  Pick<FairCase, 'schoolId' | 'schoolName' | 'id' | 'shortId'> & {
    readonly placing: FairPlacing
    readonly venues: VenuesThen
  }
/** A school plans a fair: its venues are held from now on, and nobody else reads of it yet. */
export function draftFair(
  { content, wording, placing, venues, ...of }: Drafting,
  acting: Acting,
): FairOutcome {
  const { role, at } = acting
  refuseUnlessSchools(acting)
  const span = spanOf(placing.slot)
  const born = { version: 1, ...span }
  const step = fairLife.begin(born, { action: 'draft', role, at })
  refuseUnlessVenuesFree(venues, placing, at)
  refuseUnlessSaid(content, { wording, schoolName: of.schoolName, heldOn: placing.slot.day })
  refuseUnlessHolds(content.plan, [])
  const after: FairCase = {
    ...of,
    ...born,
    content,
    status: step.to,
    venueIds: placing.venueIds,
    signedUp: 0,
    draftedAt: at,
    changedAt: at,
    reason: null,
  }
  return { change: { before: null, after, step, data: { version: 1, ...placedData(after) } }, told: [] }
}

type Seen = { readonly seenVersion: number; readonly reason?: string | undefined }

/** What it says, its booths and places; `taken`: the booths at which somebody stands. */
export function changeFair(
  before: FairCase,
  { content, wording, seenVersion, taken }: Said & Seen & { readonly taken: readonly string[] },
  acting: Acting,
): FairOutcome {
  const { role, at } = acting
  refuseUnlessSchools(acting)
  const step = fairLife.decide(before, { action: 'change', role, seenVersion, at })
  refuseUnlessSaid(content, { wording, schoolName: before.schoolName, heldOn: dayInChina(before.startsAt) })
  refuseUnlessHolds(content.plan, taken)
  refuseUnlessRoom(content.places, before.signedUp)
  return { change: evolve(before, step, { content }), told: [] }
}

/** In other venues or at another time; who has signed up stays so, and is told. */
export function placeFair(
  before: FairCase,
  {
    action,
    placing,
    venues,
    signedUp,
    ...seen
  }: Seen & {
    readonly action: 'place' | 'move'
    readonly placing: FairPlacing
    readonly venues: VenuesThen
    readonly signedUp: SignedUp
  },
  acting: Acting,
): FairOutcome {
  const { role, at } = acting
  refuseUnlessSchools(acting)
  const step = fairLife.decide(before, { action, role, ...seen, at })
  refuseUnlessVenuesFree(venues, placing, at)
  const { slot, venueIds } = placing
  if (slot.day < before.content.applyUntil)
    throw new Refusal('fair-before-period', { field: 'slot.day', day: before.content.applyUntil })
  const change = evolve(before, step, { venueIds, ...spanOf(slot) })
  const withPlace = { ...change, data: { ...change.data, ...placedData(change.after) } }
  return { change: withPlace, told: fairTold(withPlace, signedUp) }
}

export type FairCommand = Seen & { readonly action: Extract<FairOffer, 'announce' | 'call-off'> }
export function actOnFair(
  before: FairCase,
  command: FairCommand,
  signedUp: SignedUp,
  acting: Acting,
): FairOutcome {
  refuseUnlessSchools(acting)
  const step = fairLife.decide(before, { ...command, role: acting.role, at: acting.at })
  const change = evolve(before, step)
  return { change, told: fairTold(change, signedUp) }
}
