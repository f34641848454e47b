import { addDays, type Day, dayInChina } from '../day.ts'
import { Refusal } from '../refusal.ts'

/** 核验期: from its first to its last day the graduates of one year are asked whether what is reported of them is so. */
export type ConfirmationPeriod = {
  readonly graduationYear: number
  readonly opensOn: Day
  readonly closesOn: Day
  /** What the school says to its graduates; may be empty. */
  readonly words: string
  readonly version: number
}
export const isOpenOn = ({ opensOn, closesOn }: Pick<ConfirmationPeriod, 'opensOn' | 'closesOn'>, day: Day) =>
  opensOn <= day && day <= closesOn

/** Where a graduate stands; who has confirmed what has changed since is asked again. */
export const CONFIRMATION_STANDINGS = ['unanswered', 'changed', 'objected', 'confirmed'] as const
export type ConfirmationStanding = (typeof CONFIRMATION_STANDINGS)[number]
/** Still asked. */
export const TO_CONFIRM: readonly ConfirmationStanding[] = ['unanswered', 'changed']

export type Answered = {
  /** An objection of theirs waits for the school. */
  readonly isObjecting: boolean
  readonly confirmed: { readonly isOutdated: boolean } | null
}
export function confirmationStanding({ isObjecting, confirmed }: Answered): ConfirmationStanding {
  if (isObjecting) return 'objected'
  if (!confirmed) return 'unanswered'
  return confirmed.isOutdated ? 'changed' : 'confirmed'
}

/** What a graduate answers to is what is reported now: the same fingerprint as they have seen. */
export function refuseUnlessSeen(seenHash: string, hash: string): void {
  if (seenHash !== hash) throw new Refusal('content-changed')
}

/** Confirmed is within the period, and not what one has said is untrue. */
export function refuseUnlessConfirmable(
  period: Pick<ConfirmationPeriod, 'opensOn' | 'closesOn'> | null,
  { isObjecting }: Pick<Answered, 'isObjecting'>,
  at: Date,
): void {
  if (!period || !isOpenOn(period, dayInChina(at))) throw new Refusal('confirmation-not-open')
  if (isObjecting) throw new Refusal('objection-open')
}

/** Why all who have not confirmed are told: it begins, the school asks for it, it ends soon. */
export const OCCASIONS = ['opens', 'asked', 'closes'] as const
export type Occasion = (typeof OCCASIONS)[number]
export type Round = { readonly occasion: Occasion; readonly day: Day }
/** So many days before the last one they are reminded. */
const CLOSING_DAYS = 2

/** Which rounds the clock has begun by this day; a period that is moved is told of again. */
export function roundsDue(period: Pick<ConfirmationPeriod, 'opensOn' | 'closesOn'>, today: Day): Round[] {
  const { opensOn, closesOn } = period
  if (!isOpenOn(period, today)) return []
  const isClosing = today >= addDays(closesOn, -CLOSING_DAYS) && addDays(closesOn, -CLOSING_DAYS) > opensOn
  return [
    { occasion: 'opens', day: opensOn },
    ...(isClosing ? [{ occasion: 'closes' as const, day: closesOn }] : []),
  ]
}

/** Everybody is reminded at the school's word once a day, while the period is open. */
export function roundAsked(period: ConfirmationPeriod, at: Date): Round {
  const today = dayInChina(at)
  if (!isOpenOn(period, today)) throw new Refusal('confirmation-not-open')
  return { occasion: 'asked', day: today }
}

export function refuseReversed({
  opensOn,
  closesOn,
}: Pick<ConfirmationPeriod, 'opensOn' | 'closesOn'>): void {
  if (opensOn > closesOn) throw new Refusal('period-reversed', { field: 'closesOn' })
}
