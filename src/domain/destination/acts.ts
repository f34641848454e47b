import { type FormFacts, fillIn, type Given } from '../form.ts'
import type { OfferOf } from '../lifecycle.ts'
import type { Registered } from '../often.ts'
import type { Outcome, TakenFiles } from '../outcome.ts'
import { type PlacingFacts, refuseUnlessRegistrable, refuseUnlessRenamable } from '../placement.ts'
import { Refusal } from '../refusal.ts'
import { type Acting, decidedAt, isDueTo, levelDue, refuseUnlessDueTo } from '../review.ts'
import { type DestinationCase, type DestinationChange, destinationChange, destinationRef } from './case.ts'
import { withStaffs } from './filling-in.ts'
import { destinationLife, employerNamed, evolveDestination } from './life.ts'
import { destinationTold } from './told.ts'

export type DestinationOffer = OfferOf<typeof destinationLife.rules>
type DestinationOutcome = Outcome<DestinationChange>

/** What this person may do now: the buttons of the page. */
export const destinationOffers = (of: DestinationCase, { role, level, at }: Acting): DestinationOffer[] =>
  role === 'reviewer' && !isDueTo(of, { level }) ? [] : destinationLife.actionsFor(of, role, at)

export type DeclaringFacts = {
  readonly placing: PlacingFacts
  readonly registered: Registered
  readonly form: FormFacts
  /** The declaration that stands, if any. */
  readonly former: DestinationCase | null
  /** What holds for the student; the form says the rest. */
  readonly student: Pick<
    DestinationCase,
    'schoolId' | 'id' | 'studentId' | 'collegeId' | 'snapshot' | 'levels'
  >
}

/** A declaration takes none. */
const filesOf = (of: Pick<DestinationCase, 'id'>, ids: readonly string[]): TakenFiles | null =>
  ids.length > 0 ? { of: destinationRef(of), ids, beside: false } : null

/** The student registers a destination, which takes the place, or declares to be unplaced, which does not. */
export function declareDestination(
  { placing, registered, form, former, student }: DeclaringFacts,
  given: Given,
  { role, at }: Acting,
): DestinationOutcome {
  const { categoryClass, evidence, ...filled } = fillIn(form, given, at)
  const named = employerNamed({ ...filled, categoryClass })
  refuseUnlessRegistrable(placing, registered, named, at)
  const born: Omit<DestinationCase, 'status'> = {
    ...student,
    ...filled,
    decidedBy: [],
    version: 1,
    level: 0,
    voiding: false,
    waitingFor: null,
    waitingSince: at,
    declaredAt: at,
    registeredAt: null,
    endedAt: null,
  }
  const step = destinationLife.begin(born, { action: 'declare', role, at })
  const declared = destinationChange(null, { ...born, status: step.to }, step, {
    version: born.version,
    evidence: '',
  })
  // A new declaration replaces the one before.
  const replaced = filled.route === 'declaration' && former ? [withdrawn(former, at)] : []
  return {
    changes: [...replaced, declared],
    files: filesOf(student, evidence),
    told: destinationTold(declared.after, step),
  }
}

function withdrawn(former: DestinationCase, at: Date): DestinationChange {
  const { version } = former
  const command = { action: 'withdraw', role: 'student', seenVersion: version, at } as const
  const step = destinationLife.decide(former, command)
  return destinationChange(former, evolveDestination(former, step), step, { version })
}

/** The student corrects what is in review or was returned, the category too; what stood is kept, all levels come again. */
export function correctDestination(
  { before, placing, form }: { before: DestinationCase; placing: PlacingFacts; form: FormFacts },
  { seenVersion, ...given }: Given & { readonly seenVersion: number },
  { role, at }: Acting,
): DestinationOutcome {
  const step = destinationLife.decide(before, { action: 'correct', role, seenVersion, at })
  const { categoryClass, evidence, ...filled } = fillIn(form, given, at)
  // What holds the place stays something that does: to be unplaced is declared anew, after withdrawing.
  if (filled.route !== before.route) throw new Refusal('category-not-offered', { field: 'category' })
  refuseUnlessRenamable(placing, employerNamed({ ...filled, categoryClass }))
  const corrected = { ...evolveDestination(before, step), ...filled, ...withStaffs(before, filled) }
  const change = destinationChange(before, corrected, step, { version: seenVersion })
  return {
    changes: [change],
    files: filesOf(before, evidence),
    told: destinationTold(change.after, step),
  }
}

export type DestinationCommand = {
  /** A correction is an act of its own. */
  readonly action: Exclude<DestinationOffer, 'correct'>
  readonly seenVersion: number
  readonly reason?: string | undefined
}

/** Every act of a person on a destination but its correction. */
export function actOnDestination(
  before: DestinationCase,
  { action, seenVersion, reason }: DestinationCommand,
  acting: Acting,
): DestinationOutcome {
  const { role, at } = acting
  const step = destinationLife.decide(before, { action, seenVersion, reason, role, at })
  if (role === 'reviewer') refuseUnlessDueTo(before, acting)
  const level = role === 'reviewer' ? levelDue(before) : null
  const evolved = { ...evolveDestination(before, step), decidedBy: decidedAt(before, level) }
  const change = destinationChange(before, evolved, step, { version: seenVersion, level })
  return { changes: [change], files: null, told: destinationTold(change.after, step) }
}
