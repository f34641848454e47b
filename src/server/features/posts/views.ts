import type { VerificationState } from '../../../domain/admission/verification.ts'
import type { ShownRate } from '../../../domain/application/answer-rate.ts'
import { type Day, dayInChina } from '../../../domain/day.ts'
import type { EmployerKind } from '../../../domain/employer-facts.ts'
import type { Names } from '../../../domain/form.ts'
import { POST_EDUCATIONS, POST_KINDS, type PostContent } from '../../../domain/post/content.ts'
import { POST_SORTS } from '../../../domain/post/search.ts'
import { withAddressesSaid } from '../../../domain/post/wording.ts'
import { dayText, listedDay, payRange } from '../../../words/figures.ts'
import { showSize } from '../../../words/file-size.ts'
import { JOB_WORDS } from '../../../words/jobs.ts'
import type { Language } from '../../../words/language.ts'
import { PUBLIC_SITE_WORDS } from '../../../words/public-site.ts'
import { markText } from '../../db/mark.ts'
import { type Html, html } from '../../pages/html.ts'
import { beginningOf, cleanedHtml } from '../../pages/rich-text.ts'
import { pathIn, sitePath } from '../schools/site-addresses.ts'
import type { Choices } from './choices.ts'
import { nameKey } from './names.ts'
import type { FoundPost, PostSearch } from './search.ts'

type NamesByKey = Readonly<Record<string, Names>>
const nameOf = (names: NamesByKey, key: string, language: Language) => {
  const found = names[key]
  return found ? (language === 'en' ? found.nameEn : found.name) : ''
}
/** A place with its province or city before it, each once. */
const placeName = (names: NamesByKey, code: string, language: Language) => {
  const parts = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`, code]
  const said = [...new Set(parts.map((part) => nameOf(names, nameKey('region', part), language)))]
  return said
    .filter(Boolean)
    .slice(-2)
    .join(language === 'en' ? ', ' : '')
}
export const placesOf = (names: NamesByKey, { regions }: Pick<PostContent, 'regions'>, language: Language) =>
  regions.map((code) => placeName(names, code, language)).join(language === 'en' ? '; ' : '、')

export function payOf({ pay }: Pick<PostContent, 'pay'>, language: Language): string {
  const range = payRange(pay.from ?? 0, pay.to, language)
  return pay.months === 12 ? range : `${range} · ${JOB_WORDS[language].months(pay.months)}`
}
const majorsOf = ({ majors }: PostContent, language: Language) => {
  const w = JOB_WORDS[language]
  return majors.length === 0 ? w.majorsAny : w.majors(majors.join(language === 'en' ? ', ' : '、'))
}

/** Posts in a list: what it is, what it pays, where, of whom, until when. */
function drawPosts(school: string, items: readonly FoundPost[], names: NamesByKey, language: Language): Html {
  const w = JOB_WORDS[language]
  return html`<ul class="jobs">${items.map(({ shortId, content, employer, shownFrom }) => {
    const day = dayInChina(shownFrom)
    return html`<li><a class="job" href="${pathIn(language, sitePath(school, `/jobs/${shortId}`))}"><strong lang="zh-CN">${content.title}</strong>
<span class="job-pay">${payOf(content, language)}</span></a>
<p lang="zh-CN">${employer}</p>
<p class="soft">${[placesOf(names, content, language), w.kind[content.work], w.education[content.education], w.wanted(content.headcount ?? 0)].join(' · ')}</p>
<p class="soft"><time datetime="${day}">${w.shown(listedDay(day, language))}</time> · ${w.until(listedDay(content.lastDay ?? day, language))}</p></li>`
  })}</ul>`
}

type Option = { readonly value: string; readonly label: string }
const drawChoice = (
  name: string,
  label: string,
  all: string | null,
  options: readonly Option[],
  chosen: string,
) =>
  html`<p class="field"><label for="${name}">${label}</label><select id="${name}" name="${name}">${
    all !== null && html`<option value="">${all}</option>`
  }${options.map(
    ({ value, label: said }) =>
      html`<option value="${value}"${value === chosen && html` selected`}>${said}</option>`,
  )}</select></p>`

export type JobsAddress = Readonly<Record<string, string>>
/** The list's address with what is sought; `with` changes a part of it. */
export const jobsPath = (of: JobsAddress, change: JobsAddress = {}) => {
  const said = Object.entries({ ...of, ...change }).filter(([, value]) => value !== '')
  const query = new URLSearchParams(said).toString()
  return query === '' ? '/jobs' : `/jobs?${query}`
}

const SINCE_DAYS = [1, 3, 7, 30]
function drawSearch(
  school: string,
  address: JobsAddress,
  of: PostSearch,
  choices: Choices,
  language: Language,
): Html {
  const w = JOB_WORDS[language]
  const said = (name: string) => address[name] ?? ''
  const rows = (table: keyof Choices) =>
    choices[table].map(({ code, name, nameEn }) => ({
      value: code,
      label: language === 'en' ? nameEn : name,
    }))
  const isNarrowed = Object.keys(address).some((name) => !['q', 'sort', 'after'].includes(name))
  return html`<form class="search" method="get" action="${sitePath(school, '/jobs')}" role="search">
${language === 'en' && html`<input type="hidden" name="lang" value="en">`}
<p class="sought"><label class="unseen" for="q">${w.q}</label><input id="q" name="q" type="search" maxlength="100" value="${of.q}" placeholder="${w.q}"><button type="submit">${w.search}</button></p>
<details${isNarrowed && html` open`}><summary>${w.more}</summary><div class="fields">
${drawChoice('region', w.region, w.all, rows('region'), said('region'))}
${drawChoice('category', w.category, w.all, rows('job_category'), said('category'))}
${drawChoice(
  'kind',
  w.kindField,
  w.all,
  POST_KINDS.map((value) => ({ value, label: w.kind[value] })),
  said('kind'),
)}
${drawChoice(
  'education',
  w.educationField,
  w.all,
  POST_EDUCATIONS.slice(1).map((value) => ({ value, label: w.education[value] })),
  said('education'),
)}
<p class="field"><label for="major">${w.major}</label><input id="major" name="major" maxlength="10" value="${said('major')}"></p>
<p class="field"><label for="pay">${w.pay}</label><input id="pay" name="pay" inputmode="numeric" maxlength="8" value="${said('pay')}"></p>
${drawChoice('industry', w.industry, w.all, rows('industry'), said('industry'))}
${drawChoice('nature', w.nature, w.all, rows('employer_nature'), said('nature'))}
${drawChoice(
  'since',
  w.since,
  w.all,
  SINCE_DAYS.map((days) => ({ value: String(days), label: w.sinceDays(days) })),
  said('since'),
)}
${drawChoice(
  'sort',
  w.sort,
  null,
  POST_SORTS.map((value) => ({ value, label: w.sorts[value] })),
  of.sort,
)}
</div></details>
${isNarrowed && html`<p><a href="${pathIn(language, sitePath(school, '/jobs'))}">${w.clear}</a></p>`}</form>`
}

export type Listed = {
  readonly items: readonly FoundPost[]
  readonly next: Parameters<typeof markText>[0] | null
  readonly names: NamesByKey
  readonly choices: Choices
  readonly address: JobsAddress
  readonly of: PostSearch
}
/** A school's job posts: the search, a page of what it finds, the way on. */
export function drawJobs(
  school: string,
  { items, next, names, choices, address, of }: Listed,
  language: Language,
): Html {
  const w = JOB_WORDS[language]
  const to = (change: JobsAddress) => pathIn(language, sitePath(school, jobsPath(address, change)))
  const isSought = Object.keys(address).some((name) => name !== 'sort')
  return html`<div class="wide reading"><nav class="crumbs"><a href="${pathIn(language, sitePath(school))}">${PUBLIC_SITE_WORDS[language].toFront}</a></nav>
<section class="part"><h1>${w.title}</h1>${drawSearch(school, address, of, choices, language)}
${items.length === 0 ? html`<p role="status">${isSought ? w.none : w.nothing}</p>` : drawPosts(school, items, names, language)}
${
  (next || of.after) &&
  html`<nav class="pages" aria-label="${w.title}"><span>${of.after && html`<a href="${to({ after: '' })}">${w.first}</a>`}</span>
<span>${next && html`<a rel="next" href="${to({ after: markText(next) })}">${w.next}</a>`}</span></nav>`
}</section></div>`
}

const fact = (name: string, said: Html | string) => said !== '' && html`<dt>${name}</dt><dd>${said}</dd>`

/** One post, as visitors read it. */
export function drawJob(of: FoundPost, names: NamesByKey, language: Language): Html {
  const w = JOB_WORDS[language]
  const { content, school } = of
  const { contact } = content
  const [day, lastDay] = [dayInChina(of.shownFrom), content.lastDay ?? '']
  const hasContact = contact.shown && contact.name !== ''
  return html`<div class="wide reading"><nav class="crumbs"><a href="${pathIn(language, sitePath(school, '/jobs'))}">${w.back}</a></nav>
<article class="paper"><h1 lang="zh-CN">${content.title}</h1><p class="job-pay">${payOf(content, language)}</p>
<p class="said-by"><a lang="zh-CN" href="${pathIn(language, sitePath(school, `/employers/${of.employerId}`))}">${of.employer}</a> · <time datetime="${day}">${w.shown(dayText(day, language))}</time></p>
<dl class="facts">${fact(w.region, placesOf(names, content, language))}${fact(w.category, nameOf(names, nameKey('job_category', content.category), language))}
${fact(w.kindField, w.kind[content.work])}${fact(w.headcount, w.wanted(content.headcount ?? 0))}
${fact(w.educationAsked, w.education[content.education])}${fact(w.majorsField, majorsOf(content, language))}
${fact(w.lastDay, html`<time datetime="${lastDay}">${dayText(lastDay, language)} 24:00</time>`)}
${fact(w.industry, nameOf(names, nameKey('industry', of.industry), language))}${fact(w.nature, nameOf(names, nameKey('employer_nature', of.nature), language))}${fact(w.recruiter, w.recruits(of))}</dl>
<h2>${w.description}</h2><div class="written" lang="zh-CN">${cleanedHtml(withAddressesSaid(content.description))}</div>
${content.benefits && html`<h2>${w.benefits}</h2><p class="lines" lang="zh-CN">${content.benefits}</p>`}
${
  content.attachment &&
  html`<h2>${w.attachment}</h2><p><a lang="zh-CN" href="${sitePath(school, `/jobs/${of.shortId}/attachment`)}" download>${content.attachment.name}</a> <span class="soft">${showSize(content.attachment.size)}</span></p>`
}
<h2>${w.contact}</h2>${
    hasContact
      ? html`<p><span lang="zh-CN">${contact.name}</span>${contact.phone && html` · <a href="tel:${contact.phone}">${contact.phone}</a>`}${contact.email && html` · <a href="mailto:${contact.email}">${contact.email}</a>`}</p>`
      : html`<p class="soft">${w.contactHidden}</p>`
  }<p class="notice">${w.warning}</p></article></div>`
}

export type PublicEmployer = {
  readonly id: string
  readonly name: string
  readonly industry: string
  readonly nature: string
  readonly kind: EmployerKind
  readonly licenceNumber: string
  readonly region: string
  readonly address: string
  /** The last day of the school's verification, and how that stands. */
  readonly verifyDue: Day | null
  readonly verification: VerificationState
  /** Null where there are too few applications to say. */
  readonly rate: ShownRate | null
}
/** An employer as a school's visitors see it, with its posts. */
export function drawEmployer(
  school: string,
  of: PublicEmployer,
  {
    items,
    names,
    talks,
    fairs,
  }: Pick<Listed, 'items' | 'names'> & Readonly<Record<'talks' | 'fairs', Html | null>>,
  language: Language,
): Html {
  const w = JOB_WORDS[language]
  return html`<div class="wide reading"><nav class="crumbs"><a href="${pathIn(language, sitePath(school, '/jobs'))}">${w.back}</a></nav>
<section class="part"><h1 lang="zh-CN">${of.name}</h1><dl class="facts">
${fact(w.industry, nameOf(names, nameKey('industry', of.industry), language))}
${fact(w.nature, nameOf(names, nameKey('employer_nature', of.nature), language))}
${fact(w.recruiter, w.recruits(of))}${fact(w.address, of.address)}${of.verifyDue && fact(w.verifiedUntil, dayText(of.verifyDue, language))}${of.rate && fact(w.answerRate, w.answered(of.rate))}</dl></section>
${talks && html`<section class="part"><h2>${PUBLIC_SITE_WORDS[language].talks}</h2>${talks}</section>`}
${fairs && html`<section class="part"><h2>${PUBLIC_SITE_WORDS[language].fairs}</h2>${fairs}</section>`}
<section class="part"><h2>${w.title}</h2>${items.length === 0 ? html`<p>${of.verification === 'overdue' ? w.paused : w.nothing}</p>` : drawPosts(school, items, names, language)}</section></div>`
}

/** As search engines take a post (schema.org JobPosting). */
export function jobPosting(
  of: FoundPost,
  names: NamesByKey,
  address: string,
): Readonly<Record<string, unknown>> {
  const { content } = of
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: content.title,
    description: beginningOf(content.description, 2000),
    datePosted: dayInChina(of.shownFrom),
    validThrough: `${content.lastDay}T23:59:59+08:00`,
    employmentType: content.work === 'internship' ? 'INTERN' : 'FULL_TIME',
    totalJobOpenings: content.headcount,
    hiringOrganization: { '@type': 'Organization', name: of.employer },
    jobLocation: content.regions.map((code) => ({
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        addressCountry: 'CN',
        addressRegion: placeName(names, code, 'zh-CN'),
      },
    })),
    baseSalary: {
      '@type': 'MonetaryAmount',
      currency: 'CNY',
      value: {
        '@type': 'QuantitativeValue',
        minValue: content.pay.from,
        ...(content.pay.to !== null && { maxValue: content.pay.to }),
        unitText: 'MONTH',
      },
    },
    url: address,
  }
}
