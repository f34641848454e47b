import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** One entry of a calendar. The same `id` with a higher `sequence` replaces what a calendar has of it. */
export type CalendarEntry = {
  readonly id: string
  readonly sequence: number
  readonly changedAt: Date
  readonly beginsAt: Date
  readonly endsAt: Date
  readonly summary: string
  readonly place: string
  readonly note: string
  readonly isCancelled: boolean
}

/** A file for calendars with one entry (RFC 5545), its instants in UTC: every program shows them in its reader's zone. */
export function calendarText(of: CalendarEntry): string {
  const calendar = ical({
    prodId: { company: 'Qianyue', product: 'Qianyue' },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.createEvent({
    id: of.id,
    sequence: of.sequence,
    stamp: of.changedAt,
    start: of.beginsAt,
    end: of.endsAt,
    summary: of.summary,
    location: of.place,
    description: of.note,
    status: of.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  })
  return calendar.toString()
}
