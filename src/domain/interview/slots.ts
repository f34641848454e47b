import { Refusal } from '../refusal.ts'

const MS_PER_MINUTE = 60_000
const MS_PER_DAY = 86_400_000

/** A time that an employer offers: one student's at most, however many are offered it (AT-19). */
export type Slot = { readonly id: string; readonly beginsAt: Date; readonly endsAt: Date }
export type Span = Pick<Slot, 'beginsAt' | 'endsAt'>

/** A time with when whoever interviews is free again. */
export type KeptSpan = Span & { readonly freeFrom: Date }
/** Of times in one proposal, of minutes an interview lasts and of those after it, and of days it is ahead. */
export const SLOTS = { least: 1, most: 20 } as const
export const MINUTES = { least: 5, most: 480 } as const
export const GAP = { least: 0, most: 240 } as const
export const DAYS_AHEAD = 180

/** Do they have a moment in common? What ends as the other begins does not. */
export const overlaps = (one: Span, other: Span): boolean =>
  one.beginsAt < other.endsAt && other.beginsAt < one.endsAt

/** What of these lies within the same time. */
export const overlapping = <Other extends Span>(slot: Span, others: readonly Other[]): Other[] =>
  others.filter((other) => overlaps(slot, other))

/** Whether a student can still come: a time that has begun is nobody's to take. */
export const isAhead = ({ beginsAt }: Pick<Span, 'beginsAt'>, at: Date): boolean => beginsAt > at

export type Timing = {
  readonly begins: readonly Date[]
  readonly minutes: number
  /** Minutes that stay free between one time and the next (AT-19). */
  readonly gap: number
}
const later = (of: Date, minutes: number) => new Date(of.getTime() + minutes * MS_PER_MINUTE)
/**
 * The times of one proposal in their order, each so many minutes long. A Refusal that names `begins` where one of them is over
 * already, is too far ahead, or begins before the one before it is over and the gap after that: whoever interviews does one after
 * the other.
 */
export function spansOf({ begins, minutes, gap }: Timing, at: Date): KeptSpan[] {
  const spans = [...begins]
    .sort((a, b) => a.getTime() - b.getTime())
    .map((beginsAt) => ({
      beginsAt,
      endsAt: later(beginsAt, minutes),
      freeFrom: later(beginsAt, minutes + gap),
    }))
  const field = 'begins'
  if (spans.some((span) => !isAhead(span, at))) throw new Refusal('interview-time-over', { field })
  const latest = at.getTime() + DAYS_AHEAD * MS_PER_DAY
  if (spans.some(({ beginsAt }) => beginsAt.getTime() > latest))
    throw new Refusal('interview-too-far', { field, days: DAYS_AHEAD })
  if (spans.some(({ freeFrom }, index) => spans.slice(index + 1).some((next) => next.beginsAt < freeFrom)))
    throw new Refusal('interview-times-overlap', { field })
  return spans
}
