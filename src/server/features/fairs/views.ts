import { fairPhase } from '../../../domain/fair/life.ts'
import { boothsOf, rowsOf } from '../../../domain/fair/plan.ts'
import { FAIR_WORDS } from '../../../words/fairs.ts'
import { listedDay } from '../../../words/figures.ts'
import { JOB_WORDS } from '../../../words/jobs.ts'
import type { Language } from '../../../words/language.ts'
import { venuesText } from '../../../words/venue-said.ts'
import { type Html, html } from '../../pages/html.ts'
import { cleanedHtml } from '../../pages/rich-text.ts'
import { payOf, placesOf } from '../posts/views.ts'
import { pathIn, sitePath } from '../schools/site-addresses.ts'
import type { Quota } from '../visits/guests.ts'
import { eventFacts, guestFact, guestLink, whenOf } from '../visits/listed.ts'
import type { listStands } from './entries.ts'
import type { FoundFair } from './open.ts'

type Stands = Awaited<ReturnType<typeof listStands>>
type NamesByKey = Parameters<typeof placesOf>[0]

/** Fairs in a list: what, when, where. */
export const drawFairList = (school: string, items: readonly FoundFair[], language: Language): Html =>
  html`<ul class="jobs">${items.map(
    (
      of,
    ) => html`<li><a class="job" href="${pathIn(language, sitePath(school, `/fairs/${of.shortId}`))}"><strong lang="zh-CN">${of.content.title}</strong></a>
<p class="soft">${whenOf(of, language)} · ${venuesText(of.placed, language)}</p></li>`,
  )}</ul>`

/** The floor as a table: rows by letters, columns by numbers, each booth with its employer. */
function drawPlan({ content: { plan } }: FoundFair, stands: Stands, language: Language): Html {
  const w = FAIR_WORDS[language]
  const booths = new Set(boothsOf(plan))
  const by = new Map(stands.map(({ booth, employer }) => [booth, employer]))
  const columns = Array.from({ length: plan.columns }, (_, column) => column + 1)
  return html`<div class="plan" role="region" tabindex="0" aria-label="${w.plan}"><table><thead><tr><td></td>${columns.map(
    (column) => html`<th scope="col">${column}</th>`,
  )}</tr></thead><tbody>${rowsOf(plan).map(
    (row) =>
      html`<tr><th scope="row">${row[0]?.slice(0, 1) ?? ''}</th>${row.map((booth) =>
        booths.has(booth)
          ? html`<td><strong>${booth}</strong> ${by.has(booth) ? html`<span lang="zh-CN">${by.get(booth)}</span>` : html`<span class="soft">${w.freeBooth}</span>`}</td>`
          : html`<td class="none"></td>`,
      )}</tr>`,
  )}</tbody></table></div><p class="soft">${w.planHint}</p>`
}

function drawStands(school: string, stands: Stands, names: NamesByKey, language: Language): Html {
  const [w, jobs] = [FAIR_WORDS[language], JOB_WORDS[language]]
  const to = (below: string) => pathIn(language, sitePath(school, below))
  return html`<ul class="jobs">${stands.map(
    ({
      booth,
      employer,
      employerId,
      content,
      isPaused,
    }) => html`<li><h3>${booth} <a lang="zh-CN" href="${to(`/employers/${employerId}`)}">${employer}</a></h3>
${isPaused ? html`<p class="soft">${jobs.paused}</p>` : drawPosts(content.posts)}</li>`,
  )}</ul>`

  function drawPosts(posts: Stands[number]['content']['posts']): Html {
    return html`<ul aria-label="${w.posts}">${posts.map(
      (post) => html`<li><a lang="zh-CN" href="${to(`/jobs/${post.shortId}`)}">${post.title}</a>
<span class="soft">${[payOf(post, language), placesOf(names, post, language), jobs.kind[post.work], jobs.education[post.education], jobs.wanted(post.headcount ?? 0)].filter(Boolean).join(' · ')}</span></li>`,
    )}</ul>`
  }
}

/** One fair, as visitors read it. */
export function drawFair(
  school: string,
  of: FoundFair,
  { stands, names, quota }: { readonly stands: Stands; readonly names: NamesByKey; readonly quota: Quota },
  language: Language,
  at: Date,
): Html {
  const w = FAIR_WORDS[language]
  const to = (below: string) => pathIn(language, sitePath(school, below))
  const { content } = of
  const isOver = of.endsAt <= at
  return html`<div class="wide reading"><nav class="crumbs"><a href="${to('/fairs')}">${w.back}</a></nav>
<article class="paper"><h1 lang="zh-CN">${content.title}</h1>
<dl class="facts"><dt>${w.when}</dt><dd>${whenOf(of, language)}</dd>
<dt>${w.where}</dt><dd>${venuesText(of.placed, language)}</dd>
<dt>${w.state}</dt><dd>${w.phase[fairPhase(of, at)]}</dd>
<dt>${w.forEmployers}</dt><dd>${w.period(listedDay(content.applyFrom, language), listedDay(content.applyUntil, language))}</dd>
<dt>${w.places}</dt><dd>${w.taken(of.signedUp, content.places)}</dd>${guestFact(quota, language)}</dl>
${
  !isOver &&
  html`<p><a href="/student/fairs/${school}/${of.id}">${w.signUp}</a>${guestLink(quota, language)} · <a href="/employer/fairs/${school}/${of.id}">${w.join}</a></p>`
}
<h2>${w.description}</h2><div class="written" lang="zh-CN">${cleanedHtml(content.description)}</div>
<h2>${w.plan}</h2>${drawPlan(of, stands, language)}
<h2>${w.employers(stands.length)}</h2>${stands.length === 0 ? html`<p role="status">${w.noEmployers}</p>` : drawStands(school, stands, names, language)}</article></div>`
}

/** As search engines take a fair. */
export const fairEvent = (of: FoundFair, school: string, url: string) =>
  eventFacts(of, {
    organizer: school,
    location: of.placed.venues.map(({ name, place }) => ({ '@type': 'Place', name, address: place })),
    url,
  })
