import type { Language } from '../../../words/language.ts'
import { PUBLIC_SITE_WORDS } from '../../../words/public-site.ts'
import { type Html, html } from '../../pages/html.ts'
import { beginningOf } from '../../pages/rich-text.ts'
import type { newestReadable } from '../announcements/queries.ts'
import { wholeAddress, wholeAddresses } from '../schools/site-addresses.ts'
import type { SchoolSite } from './queries.ts'
import { inLanguage, nameIn } from './said.ts'

const DECLARED = html`<?xml version="1.0" encoding="UTF-8"?>
`

/** RSS 2.0 of a school's newest announcements. */
export function drawFeed(
  baseUrl: string,
  site: SchoolSite,
  items: Awaited<ReturnType<typeof newestReadable>>,
  language: Language,
): Html {
  const w = PUBLIC_SITE_WORDS[language]
  const name = nameIn(language, site)
  return html`${DECLARED}<rss version="2.0"><channel><title>${name} · ${w.announcements}</title>
<link>${wholeAddresses(baseUrl, site)[language]}</link><description>${w.description(name)}</description><language>${language}</language>
${items.map(({ shortId, shownFrom, ...of }) => {
  const address = wholeAddresses(baseUrl, site, `/announcements/${shortId}`)[language]
  return html`<item><title>${inLanguage(language, of.title, of.titleEn).text}</title><link>${address}</link><guid>${address}</guid>
<pubDate>${shownFrom.toUTCString()}</pubDate><description>${beginningOf(inLanguage(language, of.body, of.bodyEn).text, 200)}</description></item>
`
})}</channel></rss>
`
}

const FOLDERS = ['announcements', 'jobs', 'talks', 'fairs'] as const
type Entry = { readonly shortId: string; readonly changedAt: Date }

/** The pages of a school that anybody may find, each in both languages. */
export function drawSiteMap(
  baseUrl: string,
  site: SchoolSite,
  entries: Readonly<Record<(typeof FOLDERS)[number], readonly Entry[]>>,
): Html {
  const folders = FOLDERS.filter((folder) => entries[folder].length > 0)
  const pages = ['', ...folders.map((folder) => `/${folder}`)].map((below) => ({ below, changedAt: null }))
  const read = folders.flatMap((folder) =>
    entries[folder].map(({ shortId, changedAt }) => ({ below: `/${folder}/${shortId}`, changedAt })),
  )
  return html`${DECLARED}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${[...pages, ...read].map(({ below, changedAt }) => {
  const { 'zh-CN': zh, en } = wholeAddresses(baseUrl, site, below)
  return html`<url><loc>${zh}</loc>${changedAt && html`<lastmod>${changedAt.toISOString()}</lastmod>`}<xhtml:link rel="alternate" hreflang="en" href="${en}"/></url>
`
})}</urlset>
`
}

/** Where each school's pages are told of; of a school with a host name of its own, there. */
export const drawSiteMapIndex = (
  baseUrl: string,
  schools: readonly { code: string; host: string | null }[],
): Html =>
  html`${DECLARED}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${schools.map(
  (of) => html`<sitemap><loc>${wholeAddress(baseUrl, of, '/sitemap.xml')}</loc></sitemap>
`,
)}</sitemapindex>
`

/** What crawlers may look at: the public pages and the front doors, nothing of those who are signed in. */
export const robots = (siteMap: string): string =>
  [
    'User-agent: *',
    ...['/api/', '/student', '/employer', '/school', '/platform', '/enter', '/confirm-email', '/proof/'].map(
      (path) => `Disallow: ${path}`,
    ),
    `Sitemap: ${siteMap}`,
    '',
  ].join('\n')
