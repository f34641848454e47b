/**
 * Days in China. An instant is a `Date`; a day is the text `YYYY-MM-DD` and means that day in Asia/Shanghai.
 * Nothing here reads the clock or the zone of the process (architecture.md §8).
 */
export type Day = string

const MS_PER_MINUTE = 60_000
const MS_PER_HOUR = 3_600_000
const MS_PER_DAY = 24 * MS_PER_HOUR
/** Asia/Shanghai has been UTC+8 without summer time since 1991, before any instant this product records. */
const CHINA_OFFSET = 8 * MS_PER_HOUR
const DAY = /^((?:19|2\d)\d{2})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
/** That every month has. */
const COMMON_DATES = 28

/** Is it `YYYY-MM-DD`, a date that the calendar has, in the years 1900–2999? */
export function isDay(text: string): text is Day {
  const [, year, month, date] = DAY.exec(text) ?? []
  if (date === undefined) return false
  return Number(date) <= COMMON_DATES || Number(date) <= lastDateOf(Number(year), Number(month))
}

/** The day it is in China at this instant. RangeError for an invalid `Date` and outside 1900–2999. */
export function dayInChina(at: Date): Day {
  return checked(dayOfUtc(at.getTime() + CHINA_OFFSET))
}

/** `count` whole days later (earlier when negative). RangeError outside 1900–2999 or for half a day. */
export function addDays(day: Day, count: number): Day {
  if (!Number.isSafeInteger(count)) throw new RangeError(`Not a number of whole days: ${count}`)
  return checked(dayOfUtc(utcMidnight(day) + count * MS_PER_DAY))
}

/** So many working days later, counted from the day after: Monday to Friday, for nobody has the holidays of years to come. */
export function addWorkingDays(day: Day, count: number): Day {
  let [later, left] = [day, count]
  while (left > 0) {
    later = addDays(later, 1)
    const weekday = new Date(utcMidnight(later)).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return later
}

/** The same day `count` months later; the month's last where it has no such day. RangeError outside 1900–2999. */
export function addMonths(day: Day, count: number): Day {
  const [year = 0, month = 0, date = 0] = checked(day).split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0))
  return checked(dayOfUtc(last.setUTCDate(Math.min(date, last.getUTCDate()))))
}

/** Monday to Friday; what the State Council makes of a holiday is not known here. */
export function isWorkday(day: Day): boolean {
  const weekday = new Date(utcMidnight(day)).getUTCDay()
  return weekday > 0 && weekday < 6
}

/** The day that comes so many workdays after this one. */
export function addWorkdays(day: Day, workdays: number): Day {
  let after = day
  for (let left = workdays; left > 0; ) {
    after = addDays(after, 1)
    if (isWorkday(after)) left--
  }
  return after
}

/** Days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (utcMidnight(to) - utcMidnight(from)) / MS_PER_DAY
}

/** 24:00 in China of that day: the first instant at which the day is over. */
export function endOfDayInChina(day: Day): Date {
  return new Date(utcMidnight(day) + MS_PER_DAY - CHINA_OFFSET)
}

/** Hours and minutes of a day in China, `HH:MM` from 00:00 to 23:59. */
export type Time = string
export const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

/** The instant of that time of that day in China. RangeError for what is no time. */
export function atInChina(day: Day, time: Time): Date {
  if (!TIME.test(time)) throw new RangeError(`Not a time: ${time}`)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return new Date(utcMidnight(day) - CHINA_OFFSET + hours * MS_PER_HOUR + minutes * MS_PER_MINUTE)
}

/** Hours and minutes in China; a minute that has begun counts as it began. */
export const timeInChina = (at: Date): Time =>
  new Date(at.getTime() + CHINA_OFFSET).toISOString().slice(11, 16)

/** 0 for Monday to 6 for Sunday. */
export const weekdayOf = (day: Day): number => (new Date(utcMidnight(day)).getUTCDay() + 6) % 7

/** Has 24:00 in China of that day passed? A deadline is inclusive: on its day it is not over (domain.md R4). */
export function isOver(day: Day, at: Date): boolean {
  const instant = at.getTime()
  if (Number.isNaN(instant)) throw new RangeError('Not an instant: Invalid Date')
  return instant >= endOfDayInChina(day).getTime()
}

/** Months from 1. */
const lastDateOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

const utcMidnight = (day: Day) => Date.parse(`${checked(day)}T00:00:00Z`)

const dayOfUtc = (ms: number) => new Date(ms).toISOString().slice(0, 10)

function checked(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`)
  return text
}
