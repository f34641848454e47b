import { dayInChina, daysBetween } from '../../../domain/day.ts'
import { datesToCome } from '../../../domain/public-site.ts'
import { leafOf, listedDay } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import { PUBLIC_SITE_WORDS } from '../../../words/public-site.ts'
import { type Html, html } from '../../pages/html.ts'
import type { ReadableBrief } from '../announcements/queries.ts'
import { pathIn, sitePath } from '../schools/site-addresses.ts'
import type { SchoolSite } from './queries.ts'
import { inLanguage, nameIn } from './said.ts'

/** Dates that are shown at once. */
const MOST_DATES_SHOWN = 8

const PORTALS = [
  ['student', 'student', 'studentHint'],
  ['employer', 'employer', 'employerHint'],
  ['school', 'staff', 'staffHint'],
] as const

function drawDoors(code: string, language: Language): Html {
  const w = PUBLIC_SITE_WORDS[language]
  return html`<ul class="doors" aria-label="${w.doors}">${PORTALS.map(
    ([
      portal,
      name,
      hint,
    ]) => html`<li class="door"><a class="door-link" href="/sign-in/${portal}?school=${code}">${w[name]}</a>
<p>${w[hint]}</p>${portal === 'employer' && html`<a class="door-link" href="/register">${w.register}</a>`}</li>`,
  )}</ul>`
}

/** Announcements in a list: pinned ones say so, each with its day. */
export function drawNews(code: string, items: readonly ReadableBrief[], language: Language): Html {
  const w = PUBLIC_SITE_WORDS[language]
  if (items.length === 0) return html`<p class="soft">${w.nothingYet}</p>`
  return html`<ul class="news">${items.map(({ shortId, pinned, shownFrom, ...said }) => {
    const day = dayInChina(shownFrom)
    const title = inLanguage(language, said.title, said.titleEn)
    return html`<li><span>${pinned && html`<span class="pin">${w.pinned}</span>`}<a href="${pathIn(language, sitePath(code, `/announcements/${shortId}`))}"${title.isOther && html` lang="zh-CN"`}>${title.text}</a></span>
<time datetime="${day}">${listedDay(day, language)}</time></li>`
  })}</ul>`
}

function drawDates({ content }: SchoolSite, language: Language, at: Date): Html | null {
  const w = PUBLIC_SITE_WORDS[language]
  const today = dayInChina(at)
  const dates = datesToCome(content.dates, today).slice(0, MOST_DATES_SHOWN)
  if (dates.length === 0) return null
  return html`<section class="part"><h2>${w.dates}</h2><ol class="dates">${dates.map(
    ({ day, graduationYear, event, eventEn }) => {
      const { month, date } = leafOf(day, language)
      const left = daysBetween(today, day)
      return html`<li><time class="leaf" datetime="${day}"><small>${month}</small><strong>${date}</strong></time>
<span>${inLanguage(language, event, eventEn).text}<br><span class="soft">${w.class(graduationYear)} · ${left === 0 ? w.today : w.inDays(left)}</span></span></li>`
    },
  )}</ol></section>`
}

function drawContact({ content: { contact } }: SchoolSite, language: Language): Html | null {
  const w = PUBLIC_SITE_WORDS[language]
  const facts: readonly (readonly [string, Html | string])[] = [
    [w.office, inLanguage(language, contact.office, contact.officeEn).text],
    [w.phone, contact.officePhone && html`<a href="tel:${contact.officePhone}">${contact.officePhone}</a>`],
    [
      w.email,
      contact.officeEmail && html`<a href="mailto:${contact.officeEmail}">${contact.officeEmail}</a>`,
    ],
    [w.address, inLanguage(language, contact.address, contact.addressEn).text],
    [w.hours, inLanguage(language, contact.hours, contact.hoursEn).text],
  ]
  const known = facts.filter(([, said]) => said !== '')
  if (known.length === 0) return null
  return html`<section class="part"><h2>${w.contact}</h2><dl class="facts">${known.map(
    ([name, said]) => html`<dt>${name}</dt><dd>${said}</dd>`,
  )}</dl></section>`
}

/** A school's front: what it is, three doors, what is new and what is due, whom to ask. */
export function drawFront(
  site: SchoolSite,
  news: readonly ReadableBrief[],
  language: Language,
  at: Date,
): Html {
  const w = PUBLIC_SITE_WORDS[language]
  const { code, name, nameEn, content, pictureId } = site
  const intro = inLanguage(language, content.intro, content.introEn).text
  const notice = inLanguage(language, site.notice, site.noticeEn).text.split('\n').filter(Boolean)
  const words = html`<div class="wide hero-words"><h1>${nameIn(language, site)}</h1>
<p class="hero-other" lang="${language === 'en' ? 'zh-CN' : 'en'}">${language === 'en' ? name : nameEn}</p>
${intro && html`<p class="hero-intro">${intro}</p>`}</div>`
  return html`<div class="hero">${
    pictureId
      ? html`<div class="with-picture"><img class="hero-picture" src="${sitePath(code, `/picture/${pictureId}`)}" alt="">${words}</div>`
      : words
  }</div>
<div class="wide">${drawDoors(code, language)}
${site.suspended && html`<p class="shut" role="status">${w.suspended}</p>`}
<div class="parts"><div>
<p class="to-jobs"><a href="${pathIn(language, sitePath(code, '/jobs'))}">${w.jobs}</a> <a href="${pathIn(language, sitePath(code, '/talks'))}">${w.talks}</a> <a href="${pathIn(language, sitePath(code, '/fairs'))}">${w.fairs}</a></p>
<section class="part"><div class="part-head"><h2>${w.announcements}</h2>${
    news.length > 0 && html`<a href="${pathIn(language, sitePath(code, '/announcements'))}">${w.all}</a>`
  }</div>${drawNews(code, news, language)}</section>
${notice.length > 0 && html`<section class="part notice"><h2>${w.notice}</h2>${notice.map((line) => html`<p>${line}</p>`)}</section>`}
</div><div>${drawDates(site, language, at)}${drawContact(site, language)}</div></div></div>`
}
