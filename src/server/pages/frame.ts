import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ICP_REGISTER, policeRegister } from '../../domain/site-records.ts'
import { cssVariables, colours as house } from '../../looks/tokens.ts'
import type { Language } from '../../words/language.ts'
import { PUBLIC_SITE_WORDS } from '../../words/public-site.ts'
import { Html, html } from './html.ts'

const SHEET = readFileSync(join(import.meta.dirname, 'page.css'), 'utf8')
  .replace(/\/\*[\s\S]*?\*\//g, '')
  .replace(/\s+/g, ' ')
  .replace(/ ?([{};:,]) ?/g, '$1')
const STYLE = `:root{${cssVariables}}${SHEET}`

/** What stands at the foot: everything that is empty is left out. */
export type Foot = {
  readonly contact: { readonly phone: string; readonly email: string }
  readonly privacyUrl: string
  readonly records: readonly { readonly icp: string; readonly police: string }[]
}

export type Frame = {
  readonly language: Language
  /** Of the window, and what a preview or a search engine says of the page. */
  readonly title: string
  readonly description: string
  /** The page in each language, whole addresses: of all addresses that show it the one to remember. Null where there is nothing to find. */
  readonly addresses: Readonly<Record<Language, string>> | null
  /** The same page in the other language, from here. */
  readonly inOther: string
  /** Of the school: its name leads home. */
  readonly name: string
  readonly home: string
  readonly colours: { readonly colour: string | null; readonly accent: string | null }
  /** Whole address of the picture that a preview shows. */
  readonly image?: string | undefined
  /** Whole address of the feed. */
  readonly feed?: string | undefined
  readonly main: Html
  readonly foot: Foot
  /** For a page that is filled in: its forms are sent to ourselves, and this script of ours, where there is one, may run. */
  readonly form?: { readonly script?: string } | undefined
  /** What the page is about, for search engines (schema.org). */
  readonly about?: Readonly<Record<string, unknown>> | undefined
}

/** A colour nearly as light as white, for what lies behind words in that colour. */
const washOf = (colour: string) =>
  `#${[1, 3, 5]
    .map((at) => Math.round(255 - (255 - Number.parseInt(colour.slice(at, at + 2), 16)) * 0.08))
    .map((channel) => channel.toString(16).padStart(2, '0'))
    .join('')}`

const ownStyle = ({ colour, accent }: Frame['colours']) =>
  `:root{--school:${colour ?? house.pine};--school-wash:${washOf(colour ?? house.pine)};--school-accent:${accent ?? colour ?? house.pine}}`

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
const HASH = hashOf(STYLE)

function drawFoot({ contact, privacyUrl, records }: Foot, language: Language): Html {
  const w = PUBLIC_SITE_WORDS[language].foot
  return html`<footer class="site-foot"><div class="wide"><ul>
${contact.phone && html`<li>${w.phone} ${contact.phone}</li>`}
${contact.email && html`<li><a href="mailto:${contact.email}">${contact.email}</a></li>`}
${privacyUrl && html`<li><a href="${privacyUrl}">${w.privacy}</a></li>`}
${records.map(
  ({
    icp,
    police,
  }) => html`${icp && html`<li><a href="${ICP_REGISTER}" rel="noopener noreferrer">${icp}</a></li>`}
${police && html`<li><a href="${policeRegister(police)}" rel="noopener noreferrer">${police}</a></li>`}`,
)}
<li><a href="${language === 'en' ? '/verify?lang=en' : '/verify'}">${w.verify}</a></li>
<li><a href="/">${w.product}</a></li>
</ul></div></footer>`
}

/** Data within a page: nothing in it ends the element that it stands in. */
const dataOf = (about: Readonly<Record<string, unknown>>) =>
  Html.trusted(
    JSON.stringify(about).replace(
      /[<>&\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  )

/** A whole document without scripts, and the policy that lets nothing but its own style and our pictures in. */
export function drawPage(of: Frame): { readonly text: string; readonly policy: string } {
  const { language, title, description, addresses, name, home, image, feed } = of
  const w = PUBLIC_SITE_WORDS[language]
  const other = language === 'en' ? 'zh-CN' : 'en'
  const own = ownStyle(of.colours)
  const page = html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<meta name="description" content="${description}">
<meta name="theme-color" content="${of.colours.colour ?? house.pine}">
${
  addresses
    ? html`<link rel="canonical" href="${addresses[language]}">
<link rel="alternate" hreflang="zh-CN" href="${addresses['zh-CN']}">
<link rel="alternate" hreflang="en" href="${addresses.en}">
<link rel="alternate" hreflang="x-default" href="${addresses['zh-CN']}">
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:url" content="${addresses[language]}">`
    : html`<meta name="robots" content="noindex">`
}
${image && html`<meta property="og:image" content="${image}">`}
${feed && html`<link rel="alternate" type="application/rss+xml" title="${w.announcements}" href="${feed}">`}
${of.about && html`<script type="application/ld+json">${dataOf(of.about)}</script>`}
<link rel="icon" href="/seal.svg" type="image/svg+xml">
<style>${Html.trusted(STYLE)}</style><style>${Html.trusted(own)}</style>
</head>
<body>
<a class="skip" href="#content">${w.skip}</a>
<header class="site-head"><div class="wide"><a class="site-name" href="${home}">${name}</a>
<a class="language" lang="${other}" hreflang="${other}" href="${of.inOther}">${w.otherLanguage}</a></div></header>
<main id="content">${of.main}</main>
${drawFoot(of.foot, language)}
${of.form?.script && html`<script>${Html.trusted(of.form.script)}</script>`}</body>
</html>`
  const policy = [
    "default-src 'none'",
    "img-src 'self'",
    `style-src ${HASH} ${hashOf(own)}`,
    ...(of.form?.script ? [`script-src ${hashOf(of.form.script)}`] : []),
    "base-uri 'none'",
    `form-action ${of.form ? "'self'" : "'none'"}`,
    "frame-ancestors 'none'",
  ].join('; ')
  return { text: String(page), policy }
}
