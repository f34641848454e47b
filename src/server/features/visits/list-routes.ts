import { z } from 'zod'
import { schoolCode } from '../../../contracts/atoms.ts'
import type { Language } from '../../../words/language.ts'
import { PUBLIC_SITE_WORDS } from '../../../words/public-site.ts'
import { type Mark, markFrom, markText } from '../../db/mark.ts'
import { languageOfPage, pageQuery, sendPage } from '../../http/page.ts'
import type { Slice } from '../../http/slice.ts'
import { type Html, html } from '../../pages/html.ts'
import { findSiteHere, frameOf, onPage } from '../public-site/page-routes.ts'
import { nameIn } from '../public-site/said.ts'
import { pathIn, sitePath } from '../schools/site-addresses.ts'
import type { AskedPage } from './of-events.ts'

const A_PAGE = 20
/** Below which a school's events of a kind are read. */
type Folder = '/talks' | '/fairs'
export const eventParams = z.object({ school: schoolCode, shortId: z.string().regex(/^[a-z0-9]{8}$/) })
/** What an address says that no list knows is passed over: an address that was passed on still opens. */
const asked = pageQuery.extend({
  past: z.enum(['1']).nullable().catch(null),
  after: z.string().catch(''),
})

type Words = Readonly<
  Record<'title' | 'past' | 'toCome' | 'nothing' | 'nothingPast' | 'first' | 'next', string> & {
    ofSchool: (name: string) => string
    about: (name: string) => string
  }
>
type Listing<E> = {
  readonly folder: Folder
  readonly words: Readonly<Record<Language, Words>>
  readonly list: (
    school: string,
    page: AskedPage,
    at: Date,
  ) => Promise<{ readonly page: readonly E[]; readonly next: Mark | null }>
  readonly draw: (school: string, items: readonly E[], language: Language) => Html
}

/** A school's events of a kind, to come or past, as anybody reads them without scripts, and the ways to learn of all without looking. */
export const eventListRoute =
  <E>({ folder, words, list, draw }: Listing<E>): Slice =>
  (app, services) => {
    app.route({
      method: 'GET',
      url: `/s/:school${folder}`,
      config: { access: 'public', isPage: true },
      errorHandler: onPage(services),
      schema: { hide: true, params: z.object({ school: schoolCode }), querystring: asked },
      handler: async (request, reply) => {
        const { school } = request.params
        const language = languageOfPage(request.query)
        const isPast = request.query.past !== null
        const after = markFrom(request.query.after)
        const [site, { page, next }] = await Promise.all([
          findSiteHere(services, request, school),
          list(school, { after, most: A_PAGE, isPast }, services.now()),
        ])
        const w = words[language]
        const name = nameIn(language, site)
        const here = isPast ? `${folder}?past=1` : folder
        const to = (below: string) => pathIn(language, sitePath(school, below))
        const onward = next && `${here}${isPast ? '&' : '?'}after=${markText(next)}`
        return sendPage(request, reply, {
          ...frameOf(services, site, language, here),
          title: w.ofSchool(name),
          description: w.about(name),
          main: html`<div class="wide reading"><nav class="crumbs"><a href="${to('')}">${PUBLIC_SITE_WORDS[language].toFront}</a></nav>
<section class="part"><h1>${isPast ? w.past : w.title}</h1>
<p><a href="${to(isPast ? folder : `${folder}?past=1`)}">${isPast ? w.toCome : w.past}</a></p>
${page.length === 0 ? html`<p role="status">${isPast ? w.nothingPast : w.nothing}</p>` : draw(school, page, language)}
${
  (next || after !== null) &&
  html`<nav class="pages" aria-label="${w.title}"><span>${after !== null && html`<a href="${to(here)}">${w.first}</a>`}</span>
<span>${onward && html`<a rel="next" href="${to(onward)}">${w.next}</a>`}</span></nav>`
}
<p class="soft">${PUBLIC_SITE_WORDS[language].subscribe}<a href="${to('/talks.ics')}">iCalendar</a> · <a href="${to('/talks.rss')}">RSS</a></p></section></div>`,
        })
      },
    })
  }
