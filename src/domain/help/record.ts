import type { Day } from '../day.ts'
import type { FigureStanding } from '../figures/parts.ts'
import { Refusal } from '../refusal.ts'

/**
 * 就业帮扶: whom a school helps are its graduates of whom nothing counts yet or who wait (`figures/parts.ts`). Who does not seek is
 * let be. They are listed by what falls due and by their numbers, and never ranked (R26).
 */
export const TO_HELP: readonly FigureStanding[] = ['nothing', 'waiting']

/** How somebody was spoken with. */
export const HELP_WAYS = ['phone', 'message', 'meeting', 'visit', 'other'] as const
export type HelpWay = (typeof HELP_WAYS)[number]

/** What a graduate wishes for next, as they said it. */
export const HELP_WISHES = [
  'work',
  'public-service',
  'further-study',
  'abroad',
  'army',
  'own-business',
  'undecided',
] as const
export type HelpWish = (typeof HELP_WISHES)[number]

/** What one contact with a graduate came to. */
export type HelpContent = {
  readonly spokeOn: Day
  readonly spokeBy: HelpWay
  /** Null where it was not spoken of. */
  readonly wishFor: HelpWish | null
  /** What was said and offered. */
  readonly offered: string
  /** Empty where nothing is to follow. */
  readonly nextStep: string
  readonly nextOn: Day | null
}

/** A step has its day, which does not come before the contact. Refuses with the field. */
export function refuseUnlessWhole({ spokeOn, nextStep, nextOn }: HelpContent): void {
  if (nextStep !== '' && nextOn === null) throw new Refusal('help-step-needs-day', { field: 'nextOn' })
  if (nextStep === '' && nextOn !== null) throw new Refusal('help-day-needs-step', { field: 'nextStep' })
  if (nextOn !== null && nextOn < spokeOn) throw new Refusal('help-step-before-contact', { field: 'nextOn' })
}

export type HelpRecord = HelpContent & {
  readonly schoolId: string
  readonly id: string
  readonly studentId: string
  readonly writerId: string
  readonly version: number
  /** What it said before each correction, the oldest first. */
  readonly earlier: readonly HelpContent[]
}
export const contentOf = ({
  spokeOn,
  spokeBy,
  wishFor,
  offered,
  nextStep,
  nextOn,
}: HelpContent): HelpContent => ({ spokeOn, spokeBy, wishFor, offered, nextStep, nextOn })

/** A record is its writer's to correct, and keeps what it said before. */
export function correctRecord(
  before: HelpRecord,
  { seenVersion, by, to }: { readonly seenVersion: number; readonly by: string; readonly to: HelpContent },
): HelpRecord {
  if (before.writerId !== by) throw new Refusal('help-not-your-record')
  if (before.version !== seenVersion) throw new Refusal('content-changed')
  refuseUnlessWhole(to)
  return {
    ...before,
    ...contentOf(to),
    version: before.version + 1,
    earlier: [...before.earlier, contentOf(before)],
  }
}

/** Of so many a notice can be ticked; of more, all are meant who are listed. */
export const MOST_TICKED = 100

/** A notice goes to as many as its writer was shown, or to nobody. */
export function refuseUnlessAsMany(seen: number, found: number): void {
  if (found !== seen) throw new Refusal('help-group-changed', { count: found })
  if (found === 0) throw new Refusal('help-nobody')
}
