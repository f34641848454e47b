import { type Day, dayInChina } from '../day.ts'
import { type Lifecycle, lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'
import type { Span } from '../venue/slot.ts'

/** A 双选会 that a school holds. What the calendar says of it, such as that it is over, is no status: `fairPhase`. */
export const FAIR_STATUSES = ['draft', 'announced', 'called_off'] as const
export type FairStatus = (typeof FAIR_STATUSES)[number]

/** Anybody may read these, employers and students sign up; and only these. */
export const PUBLIC_FAIRS: readonly FairStatus[] = ['announced']
/** These somebody beside the school may have read of. */
export const FAIRS_KNOWN: readonly FairStatus[] = ['announced', 'called_off']
/** These hold their venues. */
export const FAIRS_HELD: readonly FairStatus[] = ['draft', 'announced']

export type Fair = {
  readonly status: FairStatus
  /** Counts what anybody may have read. */
  readonly version: number
  readonly startsAt: Date
}

const RULES = {
  draft: { from: null, to: 'draft', by: ['reviewer'] },
  change: { from: ['draft', 'announced'], to: ({ status }) => status, by: ['reviewer'], repeats: true },
  /** Nobody has read a draft, so nobody is told why it is held elsewhere. */
  place: { from: ['draft'], to: 'draft', by: ['reviewer'], repeats: true },
  move: { from: ['announced'], to: 'announced', by: ['reviewer'], needsReason: true, repeats: true },
  announce: { from: ['draft'], to: 'announced', by: ['reviewer'] },
  'call-off': { from: ['draft', 'announced'], to: 'called_off', by: ['reviewer'], needsReason: true },
} as const satisfies Record<string, Rule<Fair>>
export type FairAction = keyof typeof RULES
export type FairOffer = OfferOf<typeof RULES>
export type FairStep = Step<FairAction, FairStatus>

/** What has begun is neither moved nor called off; a draft whose time has come is moved before it is announced. */
export const fairLife: Lifecycle<Fair, typeof RULES> = lifecycle<Fair, typeof RULES>(
  RULES,
  ({ status, startsAt }, action, _role, at) => {
    const mayBeLate = action === 'place' || (action === 'call-off' && !PUBLIC_FAIRS.includes(status))
    return !mayBeLate && startsAt <= at ? 'event-begun' : null
  },
)

/** Where a fair stands by the calendar, in this order. */
export const FAIR_PHASES = ['draft', 'coming', 'open', 'closed', 'running', 'over', 'called_off'] as const
export type FairPhase = (typeof FAIR_PHASES)[number]
type Timed = Pick<Fair, 'status'> &
  Span & { readonly content: { readonly applyFrom: Day; readonly applyUntil: Day } }

/** `open`: employers sign up, until their last day and never after it has begun. */
export function fairPhase({ status, startsAt, endsAt, content }: Timed, at: Date): FairPhase {
  if (status !== 'announced') return status
  if (endsAt <= at) return 'over'
  if (startsAt <= at) return 'running'
  const today = dayInChina(at)
  if (today < content.applyFrom) return 'coming'
  return today <= content.applyUntil ? 'open' : 'closed'
}

/** Employers sign up for it now. */
export const isOpenToEmployers = (of: Timed, at: Date): boolean => fairPhase(of, at) === 'open'
