import { listedSpan } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import { PUBLIC_SITE_WORDS } from '../../../words/public-site.ts'
import { TALK_WORDS } from '../../../words/talks.ts'
import { venueText } from '../../../words/venue-said.ts'
import { type Mark, markText } from '../../db/mark.ts'
import { type Html, html } from '../../pages/html.ts'
import { cleanedHtml } from '../../pages/rich-text.ts'
import { pathIn, sitePath } from '../schools/site-addresses.ts'
import type { FoundTalk } from './open.ts'

const whenOf = ({ startsAt, endsAt }: FoundTalk, language: Language) =>
  html`<time datetime="${startsAt.toISOString()}">${listedSpan(startsAt.toISOString(), endsAt.toISOString(), language)}${language === 'en' && ' (UTC+8)'}</time>`

/** Talks in a list: what, by whom, when, where. */
export const drawTalkList = (school: string, items: readonly FoundTalk[], language: Language): Html =>
  html`<ul class="jobs">${items.map(
    (
      of,
    ) => html`<li><a class="job" href="${pathIn(language, sitePath(school, `/talks/${of.shortId}`))}"><strong lang="zh-CN">${of.content.title}</strong></a>
<p lang="zh-CN">${of.employer}</p><p class="soft">${whenOf(of, language)} · ${venueText(of.venue, language)}</p></li>`,
  )}</ul>`

export type ListedTalks = {
  readonly items: readonly FoundTalk[]
  readonly next: Mark | null
  readonly isFirst: boolean
  readonly isPast: boolean
}
/** The talks of a school that are to come, or those that were. */
export function drawTalks(
  school: string,
  { items, next, isFirst, isPast }: ListedTalks,
  language: Language,
): Html {
  const w = TALK_WORDS[language]
  const list = isPast ? '/talks?past=1' : '/talks'
  const to = (below: string) => pathIn(language, sitePath(school, below))
  const onward = next && `${list}${isPast ? '&' : '?'}after=${markText(next)}`
  return html`<div class="wide reading"><nav class="crumbs"><a href="${to('')}">${PUBLIC_SITE_WORDS[language].toFront}</a></nav>
<section class="part"><h1>${isPast ? w.past : w.title}</h1>
<p><a href="${to(isPast ? '/talks' : '/talks?past=1')}">${isPast ? w.toCome : w.past}</a></p>
${items.length === 0 ? html`<p role="status">${isPast ? w.nothingPast : w.nothing}</p>` : drawTalkList(school, items, language)}
${
  (next || !isFirst) &&
  html`<nav class="pages" aria-label="${w.title}"><span>${!isFirst && html`<a href="${to(list)}">${w.first}</a>`}</span>
<span>${onward && html`<a rel="next" href="${to(onward)}">${w.next}</a>`}</span></nav>`
}
<p class="soft">${w.subscribe}<a href="${to('/talks.ics')}">iCalendar</a> · <a href="${to('/talks.rss')}">${w.feed}</a></p></section></div>`
}

/** One talk, as visitors read it. */
export function drawTalk(school: string, of: FoundTalk, language: Language, at: Date): Html {
  const w = TALK_WORDS[language]
  const to = (below: string) => pathIn(language, sitePath(school, below))
  const isOver = of.endsAt <= at
  const isFull = of.signedUp >= of.places
  return html`<div class="wide reading"><nav class="crumbs"><a href="${to('/talks')}">${w.back}</a></nav>
<article class="paper"><h1 lang="zh-CN">${of.content.title}</h1>
<p class="said-by"><a lang="zh-CN" href="${to(`/employers/${of.employerId}`)}">${of.employer}</a></p>
<dl class="facts"><dt>${w.when}</dt><dd>${whenOf(of, language)}${isOver && html` · ${w.over}`}</dd>
<dt>${w.where}</dt><dd>${venueText(of.venue, language)}</dd>
<dt>${w.places}</dt><dd>${isFull ? w.full : w.taken(of.signedUp, of.places)}</dd></dl>
${
  !isOver &&
  html`<p><a href="/student/talks/${school}/${of.id}">${w.signUp}</a> · <a href="${to(`/talks/${of.shortId}/calendar.ics`)}">${w.calendar}</a></p>`
}
<h2>${w.description}</h2><div class="written" lang="zh-CN">${cleanedHtml(of.content.description)}</div></article></div>`
}

/** As search engines take a talk (schema.org Event). */
export const talkEvent = (of: FoundTalk, address: string): Readonly<Record<string, unknown>> => ({
  '@context': 'https://schema.org',
  '@type': 'Event',
  name: of.content.title,
  startDate: of.startsAt.toISOString(),
  endDate: of.endsAt.toISOString(),
  eventStatus: 'https://schema.org/EventScheduled',
  eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
  organizer: { '@type': 'Organization', name: of.employer },
  location: { '@type': 'Place', name: of.venue.name, address: of.venue.place },
  url: address,
})
