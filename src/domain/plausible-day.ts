/** Days that can be meant: a calendar has the year 2999, no graduate reports for work in it. */
import { addDays, type Day, dayInChina } from './day.ts'
import { Refusal } from './refusal.ts'

const YEAR = 366
/** By what a day says, in days from today in China: the first and the last that can be meant. */
export const DAY_WINDOWS = {
  /** To answer by; the school's limits, and what may be revised, say the rest (`invitation/deadline.ts`). */
  answer: { from: -YEAR, until: YEAR },
  /** To report for work, as agreed now: it is still to come. */
  ahead: { from: 0, until: 5 * YEAR },
  /** To report for work, as a paper says that was signed a while ago. */
  reporting: { from: -3 * YEAR, until: 5 * YEAR },
  /** Signed on paper: it has come. */
  signed: { from: -3 * YEAR, until: 0 },
  /** What a graduate's destination says: an intake, an enlistment, a contract's day. */
  destination: { from: -5 * YEAR, until: 5 * YEAR },
  /** On which somebody was spoken with: it has come. */
  contact: { from: -YEAR, until: 0 },
  /** On which something is to follow a contact that may have been a while ago. */
  following: { from: -YEAR, until: YEAR },
  /** On which the register has struck out an employer: it has come, perhaps long ago. */
  struck: { from: -30 * YEAR, until: 0 },
  /** A school's own season. */
  season: { from: -5 * YEAR, until: 5 * YEAR },
  /** The last day of a code by which an agreement is verified. */
  code: { from: 0, until: YEAR },
  /** The last day of an API token. */
  token: { from: 0, until: YEAR },
  /** Somebody on a roster was born. */
  birth: { from: -100 * YEAR, until: -10 * YEAR },
} as const satisfies Record<string, { from: number; until: number }>
export type DayWindow = keyof typeof DAY_WINDOWS

/** The first and the last day that can be meant at this instant. */
export const daysMeant = (window: DayWindow, at: Date): { from: Day; until: Day } => {
  const today = dayInChina(at)
  const { from, until } = DAY_WINDOWS[window]
  return { from: addDays(today, from), until: addDays(today, until) }
}

export const canBeMeant = (day: Day, window: DayWindow, at: Date): boolean => {
  const { from, until } = daysMeant(window, at)
  return day >= from && day <= until
}

/** Refuses with the field and the days between which it can lie. */
export function refuseUnlessMeant(field: string, day: Day, window: DayWindow, at: Date): void {
  if (!canBeMeant(day, window, at)) throw new Refusal('day-not-meant', { field, ...daysMeant(window, at) })
}
