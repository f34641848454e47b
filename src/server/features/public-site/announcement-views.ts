import { dayInChina } from '../../../domain/day.ts'
import { dayText } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import { PUBLIC_SITE_WORDS } from '../../../words/public-site.ts'
import { type Html, html } from '../../pages/html.ts'
import { cleanedHtml } from '../../pages/rich-text.ts'
import type { findReadable, pageOfReadable } from '../announcements/queries.ts'
import { pathIn, sitePath } from '../schools/site-addresses.ts'
import { drawNews } from './front-view.ts'
import { inLanguage } from './said.ts'

type Page = Awaited<ReturnType<typeof pageOfReadable>>

/** All announcements of a school, a page of them. */
export function drawAnnouncements(
  code: string,
  { rows, page, pageSize, total }: Page,
  language: Language,
): Html {
  const w = PUBLIC_SITE_WORDS[language]
  const last = Math.max(1, Math.ceil(total / pageSize))
  const to = (at: number) =>
    pathIn(language, sitePath(code, at > 1 ? `/announcements?page=${at}` : '/announcements'))
  return html`<div class="wide reading"><nav class="crumbs"><a href="${pathIn(language, sitePath(code))}">${w.toFront}</a></nav>
<section class="part"><h1>${w.announcements}</h1>${drawNews(code, rows, language)}
${
  last > 1 &&
  html`<nav class="pages" aria-label="${w.pages}"><span>${page > 1 && html`<a rel="prev" href="${to(page - 1)}">${w.previous}</a>`}</span>
<span>${w.page(page, last)}</span><span>${page < last && html`<a rel="next" href="${to(page + 1)}">${w.next}</a>`}</span></nav>`
}</section></div>`
}

type Read = Awaited<ReturnType<typeof findReadable>>
type File = { readonly id: string; readonly name: string }

/** One announcement, as on paper, with its files. */
export function drawAnnouncement(of: Read, files: readonly File[], language: Language): Html {
  const w = PUBLIC_SITE_WORDS[language]
  const title = inLanguage(language, of.title, of.titleEn)
  const body = inLanguage(language, of.body, of.bodyEn)
  const [day, changed] = [dayInChina(of.shownFrom), dayInChina(of.changedAt)]
  const path = (below: string) => sitePath(of.school, `/announcements${below}`)
  return html`<div class="wide reading"><nav class="crumbs"><a href="${pathIn(language, path(''))}">${w.back}</a></nav>
<article class="paper"><h1${title.isOther && html` lang="zh-CN"`}>${title.text}</h1>
<p class="said-by">${w.by(of.author)} · <time datetime="${day}">${w.published(dayText(day, language))}</time>${
    changed > day && html` · <time datetime="${changed}">${w.changed(dayText(changed, language))}</time>`
  }</p>
<div class="written"${body.isOther && html` lang="zh-CN"`}>${cleanedHtml(body.text)}</div>
${
  files.length > 0 &&
  html`<section class="files"><h2>${w.files}</h2><ul>${files.map(
    ({ id, name }) => html`<li><a href="${path(`/${of.shortId}/files/${id}`)}">${name}</a></li>`,
  )}</ul></section>`
}</article></div>`
}
