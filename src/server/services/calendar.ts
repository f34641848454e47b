import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'

/** One entry of a calendar. The same `id` with a higher `sequence` replaces what a calendar has of it. */
export type CalendarEntry = {
  readonly id: string
  /** Whoever holds it, by name. */
  readonly organizer: string
  readonly sequence: number
  readonly changedAt: Date
  readonly beginsAt: Date
  readonly endsAt: Date
  readonly summary: string
  readonly place: string
  readonly note?: string
  /** Of its page. */
  readonly url?: string
  readonly isCancelled?: boolean
}
/** What is subscribed to: its name, and the seconds after which it is asked for again. */
export type Subscription = { readonly name: string; readonly ttl: number }

/**
 * A file for calendars (RFC 5545), its instants in UTC: every program shows them in its reader's zone. One of nothing but what is
 * called off takes it out of them (RFC 5546, `CANCEL`); what is subscribed to goes on saying so. `baseUrl`: of this site.
 */
export function calendarText(
  entries: readonly CalendarEntry[],
  baseUrl: string,
  subscription?: Subscription,
): string {
  const calendar = ical({
    prodId: { company: 'Qianyue', product: 'Qianyue' },
    method:
      subscription || entries.some(({ isCancelled }) => !isCancelled)
        ? ICalCalendarMethod.PUBLISH
        : ICalCalendarMethod.CANCEL,
    ...subscription,
  })
  for (const of of entries)
    calendar.createEvent({
      id: of.id,
      // Programs want an address beside the name; nobody answers at it: what is published asks for no answer.
      organizer: { name: of.organizer, email: `no-reply@${new URL(baseUrl).hostname}` },
      sequence: of.sequence,
      stamp: of.changedAt,
      start: of.beginsAt,
      end: of.endsAt,
      summary: of.summary,
      location: of.place,
      description: of.note || null,
      url: of.url ?? null,
      status: of.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}
