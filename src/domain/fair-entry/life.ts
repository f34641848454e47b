import { type Lifecycle, lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'
import type { Span } from '../venue/slot.ts'

/** An employer's part in a fair. Who is `admitted` has a booth, and nobody else has. */
export const ENTRY_STATUSES = [
  'requested',
  'admitted',
  'waiting',
  'turned_down',
  'withdrawn',
  'ended',
] as const
export type EntryStatus = (typeof ENTRY_STATUSES)[number]

/** Those that stand at a booth, of which anybody reads. */
export const WITH_BOOTH: readonly EntryStatus[] = ['admitted']
/** Those that the school looks at. */
export const TO_LET_IN: readonly EntryStatus[] = ['requested']
/** The waiting list, in the order in which they signed up (AT-14). */
export const WAITS_FOR_BOOTH: readonly EntryStatus[] = ['waiting']
/** Those that have not left: an employer has one of them at a fair. */
export const ENTRIES_LIVE: readonly EntryStatus[] = ['requested', 'admitted', 'waiting']

/** Why a school turns an employer down. */
export const ENTRY_GROUNDS = ['no-booth', 'not-for-graduates', 'unlawful', 'untrue', 'other'] as const
export type EntryGround = (typeof ENTRY_GROUNDS)[number]

export type Entry = Span & {
  readonly status: EntryStatus
  readonly version: number
  /** Whether the school looks at each first. */
  readonly isReviewed: boolean
  /** Whether a booth is free now. */
  readonly hasFree: boolean
}
/** The last booth is one's; whoever comes after waits (AT-14). */
const boothOrLine = ({ hasFree }: Entry): EntryStatus => (hasFree ? 'admitted' : 'waiting')

const RULES = {
  apply: {
    from: null,
    to: (of) => (of.isReviewed ? 'requested' : boothOrLine(of)),
    by: ['employer'],
  },
  change: { from: ENTRIES_LIVE, to: ({ status }) => status, by: ['employer'], repeats: true },
  'let-in': { from: ['requested'], to: boothOrLine, by: ['reviewer'] },
  place: { from: ['admitted'], to: 'admitted', by: ['reviewer'], repeats: true },
  'turn-down': { from: ENTRIES_LIVE, to: 'turned_down', by: ['reviewer'], needsReason: true },
  withdraw: { from: ENTRIES_LIVE, to: 'withdrawn', by: ['employer'], needsReason: true },
  /** A booth has become free. */
  'move-up': { from: ['waiting'], to: 'admitted', by: ['fair'] },
  /** The fair was called off, or the employer has lost its admission. */
  end: { from: ENTRIES_LIVE, to: 'ended', by: ['fair', 'take-down'] },
} as const satisfies Record<string, Rule<Entry>>
export type EntryAction = keyof typeof RULES
export type EntryOffer = OfferOf<typeof RULES>
export type EntryStep = Step<EntryAction, EntryStatus>

/** The school lets in and places until the end of the day; an employer says and takes back until it begins. */
export const entryLife: Lifecycle<Entry, typeof RULES> = lifecycle<Entry, typeof RULES>(
  RULES,
  ({ startsAt, endsAt }, _action, role, at) =>
    at >= (role === 'employer' ? startsAt : endsAt) ? 'event-begun' : null,
)
