import { addDays, dayInChina, daysBetween, endOfDayInChina } from './day.ts'

const MS_PER_HOUR = 3_600_000
/** Hours before the deadline, and days before the last day to answer, at which people are reminded (`domain.md` §7). */
const HOURS = [2, 24, 48] as const
const DAYS = [1, 3] as const

/** `since` is the instant at which the step began: who was told the deadline after it needs no reminder of it. */
export type Reminder<Step> = { readonly step: Step; readonly since: Date }

/** The smallest step of an invitation's deadline that applies now; null while it is far, and once it is over. */
export function invitationReminder(respondBy: string, at: Date): Reminder<(typeof HOURS)[number]> | null {
  const deadline = endOfDayInChina(respondBy).getTime()
  const left = deadline - at.getTime()
  const step = left > 0 && HOURS.find((hours) => left < hours * MS_PER_HOUR)
  return step ? { step, since: new Date(deadline - step * MS_PER_HOUR) } : null
}

/** The smallest step of a dissolution's last day that applies now, in whole days that are left after today. */
export function answerReminder(
  answerBy: string,
  at: Date,
): (Reminder<(typeof DAYS)[number]> & { readonly daysLeft: number }) | null {
  const daysLeft = daysBetween(dayInChina(at), answerBy)
  const step = daysLeft > 0 && DAYS.find((days) => daysLeft <= days)
  return step ? { step, since: endOfDayInChina(addDays(answerBy, -step - 1)), daysLeft } : null
}

/** The days on which something may end that a reminder is due for: today in China and the three after it. */
export const daysToRemind = (at: Date): string[] =>
  Array.from({ length: Math.max(...DAYS) + 1 }, (_, ahead) => addDays(dayInChina(at), ahead))
