import { type Answers, type Asked, creditCodeIn } from '../form.ts'
import { lifecycle, type Rule, type Step } from '../lifecycle.ts'
import type { NamedEmployer } from '../placement.ts'
import { type Holder, isLastLevel, levelDue, type UnderReview } from '../review.ts'

/** What a graduate does other than sign an agreement, from declaring to its end (`domain.md` §3, 其他去向). */
export const DESTINATION_STATUSES = [
  'in_review',
  'returned',
  'registered',
  'rejected',
  'withdrawn',
  'voided',
  'declared',
] as const
export type DestinationStatus = (typeof DESTINATION_STATUSES)[number]

export const DESTINATION_ROUTES = ['agreement', 'destination', 'declaration'] as const
/**
 * By which way a category of the code table is reached: by an agreement; registered with evidence and review;
 * or declared by an unplaced graduate, without either and without taking the slot.
 */
export type DestinationRoute = (typeof DESTINATION_ROUTES)[number]

export type Destination = UnderReview & {
  readonly route: Exclude<DestinationRoute, 'agreement'>
  readonly status: DestinationStatus
  /** Grows with every act: an act names the version its author had read. */
  readonly version: number
  /** The student has asked to void the registered destination. */
  readonly voiding: boolean
}

const RULES = {
  declare: {
    from: null,
    to: (born) => (born.route === 'declaration' ? 'declared' : 'in_review'),
    by: ['student'],
  },
  correct: { from: ['in_review', 'returned'], to: 'in_review', by: ['student'], repeats: true },
  withdraw: { from: ['in_review', 'returned', 'declared'], to: 'withdrawn', by: ['student'] },
  pass: {
    from: ['in_review'],
    to: (destination) => (isLastLevel(destination) ? 'registered' : 'in_review'),
    by: ['reviewer'],
  },
  return: { from: ['in_review'], to: 'returned', by: ['reviewer'], needsReason: true },
  reject: { from: ['in_review'], to: 'rejected', by: ['reviewer'], needsReason: true },
  'ask-void': { from: ['registered'], to: 'registered', by: ['student'], needsReason: true, repeats: true },
  'withdraw-void': { from: ['registered'], to: 'registered', by: ['student'] },
  'grant-void': {
    from: ['registered'],
    to: (destination) => (isLastLevel(destination) ? 'voided' : 'registered'),
    by: ['reviewer'],
  },
  'refuse-void': { from: ['registered'], to: 'registered', by: ['reviewer'], needsReason: true },
} as const satisfies Record<string, Rule<Destination>>
export type DestinationAction = keyof typeof RULES

export const destinationLife = lifecycle<Destination, typeof RULES>(RULES, (destination, action) => {
  switch (action) {
    case 'ask-void':
      return destination.voiding ? 'void-open' : null
    case 'withdraw-void':
    case 'grant-void':
    case 'refuse-void':
      return destination.voiding ? null : 'no-void-request'
    default:
      return null
  }
})

/** The destination after the step; what was corrected, and what is to be voided, goes through all levels. */
export function evolveDestination<D extends Destination>(
  destination: D,
  step: Step<DestinationAction, DestinationStatus>,
): D {
  const after = { ...destination, status: step.to, version: destination.version + 1 }
  switch (step.action) {
    case 'correct':
      return { ...after, level: 0 }
    case 'pass':
      return step.to === 'in_review' ? { ...after, level: destination.level + 1 } : after
    case 'ask-void':
      return { ...after, voiding: true, level: 0 }
    case 'withdraw-void':
    case 'refuse-void':
      return { ...after, voiding: false }
    case 'grant-void':
      return step.to === 'voided' ? { ...after, voiding: false } : { ...after, level: destination.level + 1 }
    default:
      return after
  }
}

/** Statuses in which the destination holds the student's one place; a declaration never does. */
export const DESTINATION_HOLDS_PLACEMENT: readonly DestinationStatus[] = [
  'in_review',
  'returned',
  'registered',
]

/** The school sent it back to be corrected. */
export const SENT_BACK: readonly DestinationStatus[] = ['returned']
/** The school's last word: it counts. */
export const REGISTERED: readonly DestinationStatus[] = ['registered']
/** The student says to be unplaced, which holds until something else comes. */
export const DECLARED: readonly DestinationStatus[] = ['declared']
/** Nothing follows it any more. */
export const DESTINATION_ENDED: readonly DestinationStatus[] = ['rejected', 'withdrawn', 'voided']

/** Whose turn it is. */
export function destinationWaitsFor(destination: Omit<Destination, 'version'>): Holder {
  if (destination.status === 'returned') return 'student'
  return destination.status === 'in_review' || destination.voiding ? levelDue(destination) : null
}

/** 应征义务兵: military service is a duty that binds everybody, whatever a student has agreed with an employer. */
const ENLISTMENT = '46'
/** With whom R19 compares a designated employer: whom a category of work names at its head; nobody for further study. */
export const employerNamed = ({
  category,
  categoryClass,
  headline,
  form,
  details,
}: {
  readonly category: string
  readonly categoryClass: string
  readonly headline: string
  readonly form: readonly Asked[]
  readonly details: Answers
}): NamedEmployer | null =>
  category !== ENLISTMENT && (categoryClass === 'employment' || categoryClass === 'flexible')
    ? { name: headline, creditCode: creditCodeIn(form, details) }
    : null
