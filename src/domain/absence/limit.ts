import { addDays, type Day, dayInChina } from '../day.ts'
import { Refusal } from '../refusal.ts'

/** A school's rule on who did not come (AT-18). */
export type AbsenceRules = {
  /** Absences after which a student signs up for nothing more; null: they keep nobody from it. */
  readonly absenceLimit: number | null
  /** Days, from the day that was missed, in which an absence counts. */
  readonly absenceDays: number
}
/** `nthLastAt`: when the event ended that is the last to count up to the limit; null where there are fewer. */
export type Kept = { readonly rules: AbsenceRules; readonly nthLastAt: Date | null }

/** Why a student signs up for nothing now, and the first day on which that is over; null where they may. */
export type Block = { readonly limit: number; readonly days: number; readonly day: Day }
export function blockOf(
  { rules: { absenceLimit: limit, absenceDays: days }, nthLastAt }: Kept,
  at: Date,
): Block | null {
  if (limit === null || nthLastAt === null) return null
  const day = addDays(dayInChina(nthLastAt), days)
  return dayInChina(at) < day ? { limit, days, day } : null
}

/** Refuses who did not come too often, as the school has it. */
export function refuseIfAbsent(kept: Kept, at: Date): void {
  const block = blockOf(kept, at)
  if (block) throw new Refusal('absent-too-often', block)
}
