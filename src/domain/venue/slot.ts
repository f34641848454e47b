import { atInChina, type Day, dayInChina, type Time, timeInChina, weekdayOf } from '../day.ts'
import { Refusal } from '../refusal.ts'

/** A time within one day in China: when an event is held, or is wished to be. */
export type Slot = { readonly day: Day; readonly from: Time; readonly until: Time }
/** The same as instants. */
export type Span = { readonly startsAt: Date; readonly endsAt: Date }

/** Minutes that an event lasts at least. */
const SHORTEST = 15
const MINUTE = 60_000

export const spanOf = ({ day, from, until }: Slot): Span => ({
  startsAt: atInChina(day, from),
  endsAt: atInChina(day, until),
})
export const slotOf = ({ startsAt, endsAt }: Span): Slot => ({
  day: dayInChina(startsAt),
  from: timeInChina(startsAt),
  until: timeInChina(endsAt),
})

/** As sentences name it. */
export function slotSaid(span: Span): { readonly day: Day; readonly begins: Time; readonly ends: Time } {
  const { day, from, until } = slotOf(span)
  return { day, begins: from, ends: until }
}

/** Refuses what ends before it begins, lasts no quarter of an hour, or has begun; `field` is where the slot stands in a form. */
export function refuseUnlessSlot(slot: Slot, field: string, at: Date): void {
  const { startsAt, endsAt } = spanOf(slot)
  if (endsAt.getTime() - startsAt.getTime() < SHORTEST * MINUTE)
    throw new Refusal('slot-too-short', { field: `${field}.until`, minutes: SHORTEST })
  if (startsAt <= at) throw new Refusal('slot-past', { field: `${field}.day` })
}

/** From when until when a venue is open on one day of the week; null where it is shut. */
export type OpenHours = { readonly from: Time; readonly until: Time } | null
/** Monday to Sunday. */
export type WeekHours = readonly OpenHours[]
export const DAYS_OF_WEEK = 7

/** Monday to Friday, 8:00 to 21:00. */
export const USUAL_HOURS: WeekHours = Array.from({ length: DAYS_OF_WEEK }, (_, weekday) =>
  weekday < 5 ? { from: '08:00', until: '21:00' } : null,
)

/** Refuses hours that end before they begin, with the day of the week in the field. */
export function refuseUnlessHours(hours: WeekHours): void {
  for (const [weekday, open] of hours.entries())
    if (open && open.until <= open.from) throw new Refusal('hours-reversed', { field: `hours.${weekday}` })
}

/** Refuses a time at which the venue is not open, with the hours of that day. */
export function refuseOutsideHours(hours: WeekHours, { day, from, until }: Slot): void {
  const open = hours[weekdayOf(day)]
  if (!open) throw new Refusal('venue-shut', { field: 'slot.day', day })
  if (from < open.from || until > open.until)
    throw new Refusal('venue-closed', { field: 'slot.from', day, begins: open.from, ends: open.until })
}
