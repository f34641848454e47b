import { withAddressesSaid } from '../../../domain/post/wording.ts'
import type { Language } from '../../../words/language.ts'
import { TALK_WORDS } from '../../../words/talks.ts'
import { venueText } from '../../../words/venue-said.ts'
import { type Html, html } from '../../pages/html.ts'
import { cleanedHtml } from '../../pages/rich-text.ts'
import { pathIn, sitePath } from '../schools/site-addresses.ts'
import type { Quota } from '../visits/guests.ts'
import { eventFacts, guestFact, guestLink, whenOf } from '../visits/listed.ts'
import type { FoundTalk } from './open.ts'

/** Talks in a list: what, by whom, when, where. */
export const drawTalkList = (school: string, items: readonly FoundTalk[], language: Language): Html =>
  html`<ul class="jobs">${items.map(
    (
      of,
    ) => html`<li><a class="job" href="${pathIn(language, sitePath(school, `/talks/${of.shortId}`))}"><strong lang="zh-CN">${of.content.title}</strong></a>
<p lang="zh-CN">${of.employer}</p><p class="soft">${whenOf(of, language)} · ${venueText(of.venue, language)}</p></li>`,
  )}</ul>`

/** One talk, as visitors read it. */
export function drawTalk(school: string, of: FoundTalk, quota: Quota, language: Language, at: Date): Html {
  const w = TALK_WORDS[language]
  const to = (below: string) => pathIn(language, sitePath(school, below))
  const isOver = of.endsAt <= at
  const isFull = of.signedUp >= of.places
  return html`<div class="wide reading"><nav class="crumbs"><a href="${to('/talks')}">${w.back}</a></nav>
<article class="paper"><h1 lang="zh-CN">${of.content.title}</h1>
<p class="said-by"><a lang="zh-CN" href="${to(`/employers/${of.employerId}`)}">${of.employer}</a></p>
<dl class="facts"><dt>${w.when}</dt><dd>${whenOf(of, language)}${isOver && html` · ${w.over}`}</dd>
<dt>${w.where}</dt><dd>${venueText(of.venue, language)}</dd>
<dt>${w.places}</dt><dd>${isFull ? w.full : w.taken(of.signedUp, of.places)}</dd>${guestFact(quota, language)}</dl>
${
  !isOver &&
  html`<p><a href="/student/talks/${school}/${of.id}">${w.signUp}</a>${guestLink(quota, language)} · <a href="${to(`/talks/${of.shortId}/calendar.ics`)}">${w.calendar}</a></p>`
}
<h2>${w.description}</h2><div class="written" lang="zh-CN">${cleanedHtml(withAddressesSaid(of.content.description))}</div></article></div>`
}

/** As search engines take a talk. */
export const talkEvent = (of: FoundTalk, url: string) =>
  eventFacts(of, {
    organizer: of.employer,
    location: { '@type': 'Place', name: of.venue.name, address: of.venue.place },
    url,
  })
