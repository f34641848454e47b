import { listedSpan } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import { TALK_WORDS } from '../../../words/talks.ts'
import { type Html, html } from '../../pages/html.ts'
import { beginningOf } from '../../pages/rich-text.ts'
import { calendarText } from '../../services/calendar.ts'
import type { SchoolSite } from '../public-site/queries.ts'
import { nameIn } from '../public-site/said.ts'
import { wholeAddresses } from '../schools/site-addresses.ts'

type OfSite = { readonly baseUrl: string; readonly site: SchoolSite; readonly language: Language }

/** A talk or a fair, as calendars and readers of feeds are told of it. */
export type FeedEvent = {
  readonly id: string
  readonly version: number
  readonly changedAt: Date
  readonly startsAt: Date
  readonly endsAt: Date
  readonly title: string
  /** Whose it is; null where it is the school's. */
  readonly by: string | null
  readonly place: string
  /** HTML. */
  readonly description: string
  /** Below the school's address. */
  readonly path: string
}
const addressOf = ({ baseUrl, site, language }: OfSite, { path }: FeedEvent) =>
  wholeAddresses(baseUrl, site, path)[language]

/** Seconds after which a calendar asks again. */
const ASKED_AGAIN = 6 * 3600

/**
 * iCalendar (RFC 5545) of these events, in UTC. What is moved keeps its UID with a higher SEQUENCE, so that calendars move it; what
 * was called off is not there, so that calendars that subscribe let it go.
 */
export const eventCalendar = (of: OfSite, items: readonly FeedEvent[]): string =>
  calendarText(
    items.map((event) => ({
      id: `${event.id}@${of.site.code}`,
      organizer: event.by ?? nameIn(of.language, of.site),
      sequence: event.version,
      changedAt: event.changedAt,
      beginsAt: event.startsAt,
      endsAt: event.endsAt,
      summary: [event.title, event.by].filter(Boolean).join(' · '),
      place: event.place,
      url: addressOf(of, event),
    })),
    of.baseUrl,
    { name: TALK_WORDS[of.language].events(nameIn(of.language, of.site)), ttl: ASKED_AGAIN },
  )

/** RSS 2.0 of these events. */
export function drawEventFeed(of: OfSite, items: readonly FeedEvent[]): Html {
  const w = TALK_WORDS[of.language]
  const name = nameIn(of.language, of.site)
  return html`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${w.events(name)}</title>
<link>${wholeAddresses(of.baseUrl, of.site, '/talks')[of.language]}</link><description>${w.about(name)}</description><language>${of.language}</language>
${items.map((event) => {
  const when = listedSpan(event.startsAt.toISOString(), event.endsAt.toISOString(), of.language)
  const facts = [event.by, when, event.place].filter(Boolean).join(' · ')
  return html`<item><title>${event.title}</title><link>${addressOf(of, event)}</link><guid isPermaLink="false">${event.id}/${event.version}</guid>
<pubDate>${event.changedAt.toUTCString()}</pubDate><description>${facts} ${beginningOf(event.description, 200)}</description></item>
`
})}</channel></rss>
`
}
