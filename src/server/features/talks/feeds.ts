import { listedSpan } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import { TALK_WORDS } from '../../../words/talks.ts'
import { venueText } from '../../../words/venue-said.ts'
import { type Html, html } from '../../pages/html.ts'
import { beginningOf } from '../../pages/rich-text.ts'
import { calendarText } from '../../services/calendar.ts'
import type { SchoolSite } from '../public-site/queries.ts'
import { nameIn } from '../public-site/said.ts'
import { wholeAddresses } from '../schools/site-addresses.ts'
import type { FoundTalk } from './open.ts'

type OfSite = { readonly baseUrl: string; readonly site: SchoolSite; readonly language: Language }
const addressOf = ({ baseUrl, site, language }: OfSite, { shortId }: FoundTalk) =>
  wholeAddresses(baseUrl, site, `/talks/${shortId}`)[language]

/** Seconds after which a calendar asks again. */
const ASKED_AGAIN = 6 * 3600

/**
 * iCalendar (RFC 5545) of these talks, in UTC. What is moved keeps its UID with a higher SEQUENCE, so that calendars move it; what
 * was called off is not there, so that calendars that subscribe let it go.
 */
export const talkCalendar = (of: OfSite, items: readonly FoundTalk[]): string =>
  calendarText(
    items.map((talk) => ({
      id: `${talk.id}@${of.site.code}`,
      sequence: talk.version,
      changedAt: talk.changedAt,
      beginsAt: talk.startsAt,
      endsAt: talk.endsAt,
      summary: `${talk.content.title} · ${talk.employer}`,
      place: venueText(talk.venue, of.language),
      url: addressOf(of, talk),
    })),
    { name: TALK_WORDS[of.language].ofSchool(nameIn(of.language, of.site)), ttl: ASKED_AGAIN },
  )

/** RSS 2.0 of these talks. */
export function drawTalkFeed(of: OfSite, items: readonly FoundTalk[]): Html {
  const w = TALK_WORDS[of.language]
  const name = nameIn(of.language, of.site)
  return html`<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${w.ofSchool(name)}</title>
<link>${wholeAddresses(of.baseUrl, of.site, '/talks')[of.language]}</link><description>${w.about(name)}</description><language>${of.language}</language>
${items.map((talk) => {
  const when = listedSpan(talk.startsAt.toISOString(), talk.endsAt.toISOString(), of.language)
  const facts = [talk.employer, when, venueText(talk.venue, of.language)].join(' · ')
  return html`<item><title>${talk.content.title}</title><link>${addressOf(of, talk)}</link><guid isPermaLink="false">${talk.id}/${talk.version}</guid>
<pubDate>${talk.changedAt.toUTCString()}</pubDate><description>${facts} ${beginningOf(talk.content.description, 200)}</description></item>
`
})}</channel></rss>
`
}
