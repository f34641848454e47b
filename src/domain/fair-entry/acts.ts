import { refuseUnlessMayRecruit } from '../admission/recruiting.ts'
import type { Day } from '../day.ts'
import type { FairCase } from '../fair/case.ts'
import { isOpenToEmployers } from '../fair/life.ts'
import { boothsOf } from '../fair/plan.ts'
import type { Role } from '../lifecycle.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { EntryChange, EntryOutcome, FairEntry } from './case.ts'
import type { EntryContent } from './content.ts'
import {
  type Entry,
  type EntryGround,
  type EntryOffer,
  type EntryStep,
  entryLife,
  WAITS_FOR_BOOTH,
} from './life.ts'
import { entryTold } from './told.ts'

/** A fair with everybody who has not left it, in the order in which they signed up. Whoever acts holds both. */
export type Floor = { readonly fair: FairCase; readonly entries: readonly FairEntry[] }

/** The first booth at which nobody stands; null where all are taken. */
export function freeBooth({ fair, entries }: Floor): string | null {
  const taken = new Set(entries.map(({ booth }) => booth))
  return boothsOf(fair.content.plan).find((booth) => !taken.has(booth)) ?? null
}

const livingOf = (floor: Floor, of: Pick<FairEntry, 'status' | 'version'>): Entry => {
  const { startsAt, endsAt, content } = floor.fair
  const { status, version } = of
  return {
    status,
    version,
    startsAt,
    endsAt,
    isReviewed: content.isReviewed,
    hasFree: freeBooth(floor) !== null,
  }
}

/** What this person may do now. */
export const entryOffers = (floor: Floor, of: FairEntry, { role, level, at }: Acting): EntryOffer[] =>
  role === 'reviewer' && level !== 'school' ? [] : entryLife.actionsFor(livingOf(floor, of), role, at)

function refuseCollege({ role, level }: Acting): void {
  if (role === 'reviewer' && level !== 'school') throw new Refusal('reviewed-at-another-level')
}

type Becomes = Partial<Pick<FairEntry, 'booth' | 'ground'>> & { readonly content?: EntryContent }
function evolve(before: FairEntry, step: EntryStep, { content, ...becomes }: Becomes = {}): EntryChange {
  const after: FairEntry = {
    ...before,
    status: step.to,
    version: before.version + 1,
    changedAt: step.at,
    reason: step.reason,
    ground: null,
    ...becomes,
  }
  const data = { fair: before.fairId, booth: after.booth, version: after.version }
  return { before, after, step, data, content: content ?? null }
}
const outcomeOf = (changes: readonly EntryChange[], fair: FairCase): EntryOutcome => ({
  changes,
  told: changes.flatMap((change) => entryTold(change, fair)),
})
const withChange = ({ fair, entries }: Floor, { after }: EntryChange): Floor => ({
  fair,
  entries: entries.map((one) => (one.id === after.id ? after : one)),
})

/** Free booths are given to those who wait, in their order. */
export function fillBooths(floor: Floor, at: Date): EntryOutcome {
  const changes: EntryChange[] = []
  let now = floor
  for (const before of floor.entries.filter(({ status }) => WAITS_FOR_BOOTH.includes(status))) {
    const booth = freeBooth(now)
    if (booth === null) break
    const living = livingOf(now, before)
    if (entryLife.whyNot(living, 'move-up', 'fair', at) !== null) break
    const step = entryLife.decide(living, { action: 'move-up', role: 'fair', seenVersion: null, at })
    const change = evolve(before, step, { booth })
    changes.push(change)
    now = withChange(now, change)
  }
  return outcomeOf(changes, floor.fair)
}

/** One step, and who moves up behind it. */
function withFilling(floor: Floor, change: EntryChange): EntryOutcome {
  const own = outcomeOf([change], floor.fair)
  const next = fillBooths(withChange(floor, change), change.step.at)
  return { changes: [...own.changes, ...next.changes], told: [...own.told, ...next.told] }
}

/** How an employer stands with the school. */
export type Standing = {
  readonly schoolName: string
  readonly employerName: string
  readonly admitted: boolean
  readonly verifyDue: Day | null
}
type Applying = Pick<FairEntry, 'id' | 'employerId'> & {
  readonly standing: Standing
  readonly content: EntryContent
}
/** An employer signs up for a fair. */
export function applyForBooth(
  floor: Floor,
  { standing, content, id, employerId }: Applying,
  { role, at }: Acting,
) {
  const { fair, entries } = floor
  refuseUnlessMayRecruit(standing, at)
  const { applyFrom, applyUntil } = fair.content
  if (!isOpenToEmployers(fair, at)) throw new Refusal('fair-not-open', { from: applyFrom, until: applyUntil })
  if (entries.some((one) => one.employerId === employerId)) throw new Refusal('fair-entered')
  const born = livingOf(floor, { status: 'requested', version: 1 })
  const step = entryLife.begin(born, { action: 'apply', role, at })
  const booth = step.to === 'admitted' ? freeBooth(floor) : null
  const after: FairEntry = {
    schoolId: fair.schoolId,
    id,
    fairId: fair.id,
    employerId,
    employerName: standing.employerName,
    status: step.to,
    version: 1,
    booth,
    askedAt: at,
    changedAt: at,
    reason: null,
    ground: null,
  }
  return outcomeOf([{ before: null, after, step, data: { fair: fair.id, booth, version: 1 }, content }], fair)
}

type Seen = { readonly seenVersion: number; readonly reason?: string | undefined }

/** The employer brings something else; what it brought is what was copied then, until now. */
export function changeEntry(
  floor: Floor,
  before: FairEntry,
  { standing, content, seenVersion }: Seen & { readonly standing: Standing; readonly content: EntryContent },
  { role, at }: Acting,
): EntryOutcome {
  const step = entryLife.decide(livingOf(floor, before), { action: 'change', role, seenVersion, at })
  refuseUnlessMayRecruit(standing, at)
  return outcomeOf([evolve(before, step, { content, ground: before.ground })], floor.fair)
}

export type EntryCommand = Seen & {
  readonly action: Extract<EntryOffer, 'let-in' | 'turn-down' | 'withdraw'>
  /** Of who is turned down. */
  readonly ground?: EntryGround | undefined
}
/** Let in, turned down or taken back; whoever stood at a booth makes room for the next. */
export function actOnEntry(
  floor: Floor,
  before: FairEntry,
  { ground, ...command }: EntryCommand,
  acting: Acting,
) {
  refuseCollege(acting)
  const { role, at } = acting
  const step = entryLife.decide(livingOf(floor, before), { ...command, role, at })
  const booth = step.to === 'admitted' ? freeBooth(floor) : null
  return withFilling(floor, evolve(before, step, { booth, ground: ground ?? null }))
}

/** `insteadOf`: the entry that stands there as the page shows it, which takes the other's booth; null where nobody does. */
type Placing = Seen & { readonly booth: string; readonly insteadOf: string | null }
export function placeEntry(
  floor: Floor,
  before: FairEntry,
  { booth, insteadOf, seenVersion }: Placing,
  acting: Acting,
): EntryOutcome {
  refuseCollege(acting)
  const { fair, entries } = floor
  const { role, at } = acting
  const step = entryLife.decide(livingOf(floor, before), { action: 'place', role, seenVersion, at })
  if (!boothsOf(fair.content.plan).includes(booth))
    throw new Refusal('fair-no-such-booth', { field: 'booth', booth })
  const there = entries.find((one) => one.booth === booth)
  if (there?.id === before.id) return { changes: [], told: [] }
  if ((there?.id ?? null) !== insteadOf)
    throw new Refusal('fair-booth-taken', { field: 'booth', booth, employer: there?.employerName ?? '' })
  const own = evolve(before, step, { booth })
  if (!there) return outcomeOf([own], fair)
  const { version: seen } = there
  const other = entryLife.decide(livingOf(floor, there), { action: 'place', role, seenVersion: seen, at })
  return outcomeOf([own, evolve(there, other, { booth: before.booth })], fair)
}

/** Everybody, of a fair that is called off; or one employer that has lost its admission, and who moves up behind it. */
export function endEntries(
  floor: Floor,
  {
    of,
    role,
    reason,
  }: {
    readonly of: readonly FairEntry[]
    readonly role: Extract<Role, 'fair' | 'take-down'>
    readonly reason: string
  },
  at: Date,
): EntryOutcome {
  const changes = of
    .filter((before) => entryLife.whyNot(livingOf(floor, before), 'end', role, at) === null)
    .map((before) => {
      const command = { action: 'end', role, seenVersion: null, reason, at } as const
      return evolve(before, entryLife.decide(livingOf(floor, before), command), { booth: null })
    })
  const own = outcomeOf(changes, floor.fair)
  if (role === 'fair') return own
  const next = fillBooths(changes.reduce(withChange, floor), at)
  return { changes: [...own.changes, ...next.changes], told: [...own.told, ...next.told] }
}
