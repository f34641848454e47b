import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type FileFinding,
  type Verified,
  type VerifiedStanding,
  verifiedStanding,
} from '../../../domain/verification-code/standing.ts'
import { exactInstant, listedInstant } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import { VERIFY_WORDS } from '../../../words/verify.ts'
import { type Html, html } from '../../pages/html.ts'
import type { Found } from './queries.ts'

/** Of a PDF that is checked: sealed documents have about 100 KB. */
export const MOST_MEGABYTES = 5
export const MOST_BYTES = MOST_MEGABYTES * 1024 * 1024

/** Works the fingerprint out in the browser. */
export const SCRIPT = readFileSync(join(import.meta.dirname, '../../pages/check-file.js'), 'utf8')
  .replace(/^\s*\/\/.*$/gm, '')
  .replace(/\n\s*/g, '\n')
  .trim()

export const PATHS = { typed: '/verify', file: '/verify/file', checked: '/verify/checked' } as const

/** What somebody typed, given back with what is wrong with it. */
export type Typed = { readonly number: string; readonly code: string }
const NOTHING_TYPED: Typed = { number: '', code: '' }

const said = (text: string | null) => html`<p role="alert" class="told">${text}</p>`

/** The page on which somebody types, or gives a file. */
export function drawForm(
  language: Language,
  to: (path: string) => string,
  { typed = NOTHING_TYPED, wrong = null }: { readonly typed?: Typed; readonly wrong?: string | null } = {},
): Html {
  const w = VERIFY_WORDS[language]
  const field = (name: keyof Typed, label: string, hint: string, more: Html) =>
    html`<label for="${name}">${label}</label><input id="${name}" name="${name}" type="text" value="${typed[name]}" required ${more}
aria-describedby="${name}-hint" autocomplete="off" spellcheck="false"><p class="soft" id="${name}-hint">${hint}</p>`
  return html`<div class="wide reading"><h1>${w.title}</h1><p>${w.intro}</p><p class="soft">${w.scanHint}</p>
<section class="part"><h2>${w.byCode}</h2><form class="form" method="post" action="${to(PATHS.typed)}">${said(wrong)}
${field('number', w.number, w.numberHint, html`maxlength="60"`)}
${field('code', w.code, w.codeHint, html`maxlength="40" autocapitalize="characters"`)}
<button type="submit">${w.look}</button></form></section>
<section class="part"><h2>${w.byFile}</h2><form class="form" method="post" enctype="multipart/form-data" action="${to(PATHS.file)}"
data-most="${MOST_BYTES}" data-too-large="${w.tooLarge(MOST_MEGABYTES)}">${said(null)}
<label for="file">${w.file}</label><input id="file" name="file" type="file" accept="application/pdf,.pdf" required aria-describedby="file-hint">
<p class="soft" hidden>${w.drop}</p><p class="soft" id="file-hint">${w.fileHint(MOST_MEGABYTES)}</p>
<button type="submit">${w.check}</button></form>
<form data-answer method="post" action="${to(PATHS.checked)}"><input type="hidden" name="sha256"><input type="hidden" name="code"></form></section>
${notMinistry(language)}</div>`
}

const notMinistry = (language: Language) =>
  html`<p class="soft not-ministry">${VERIFY_WORDS[language].notMinistry}</p>`

type Tone = 'good' | 'warn' | 'bad'
const TONE: Record<VerifiedStanding, Tone> = {
  'in-force': 'good',
  fulfilled: 'good',
  'awaiting-seal': 'warn',
  dissolving: 'warn',
  dissolved: 'bad',
  'not-certified': 'bad',
  'never-in-force': 'bad',
  'dissolution-open': 'warn',
  'dissolution-complete': 'bad',
  'dissolution-failed': 'good',
  registered: 'good',
  'registration-void': 'bad',
  recommended: 'good',
  'recommendation-replaced': 'warn',
  'recommendation-revoked': 'bad',
}
const FILE_TONE: Record<FileFinding, Tone> = {
  genuine: 'good',
  superseded: 'warn',
  altered: 'bad',
  'not-ours': 'bad',
}

const verdict = (tone: Tone, title: string, sentence: string, of: string) =>
  html`<section class="verdict" data-tone="${tone}" data-of="${of}"><h2>${title}</h2><p>${sentence}</p></section>`

const page = (language: Language, to: (path: string) => string, ...parts: readonly Html[]) => {
  const w = VERIFY_WORDS[language]
  return html`<div class="wide reading"><h1>${w.title}</h1>${parts}
<nav class="crumbs"><a href="${to(PATHS.typed)}">${w.again}</a></nav>${notMinistry(language)}</div>`
}

/** The one answer to every code that opens nothing: it does not say why. */
export function drawNothing(language: Language, to: (path: string) => string): Html {
  const w = VERIFY_WORDS[language]
  return page(language, to, verdict('bad', w.notFound, w.notFoundHint, 'nothing'))
}

/** A file that the site knows nothing of. */
export function drawNotOurs(language: Language, to: (path: string) => string): Html {
  const w = VERIFY_WORDS[language]
  return page(language, to, verdict('bad', w.finding['not-ours'], w.findingHint['not-ours'], 'not-ours'))
}

/** What stands on a document of each kind, and of that what is needed to know it again; instants are ISO 8601. */
function factsOf(
  of: Verified,
  schoolName: string,
  language: Language,
): readonly (readonly [string, string])[] {
  const w = VERIFY_WORDS[language]
  const instant = (one: string | null) => (one ? listedInstant(one, language) : '')
  const named = [
    [w.facts.document, w.document[of.kind]],
    [w.numberOf[of.kind], of.number],
    [w.facts.student, of.studentName],
  ] as const
  const school = [w.facts.school, schoolName] as const
  if ('askedAt' in of)
    return [
      ...named,
      [w.facts.employer, of.employerName],
      school,
      [w.facts.askedAt, instant(of.askedAt)],
      [w.facts.endedAt, instant(of.endedAt)],
    ]
  if ('category' in of)
    return [
      ...named,
      school,
      [w.facts.category, language === 'en' ? of.category.nameEn : of.category.name],
      [w.facts.registeredAt, instant(of.registeredAt)],
      [w.facts.voidedAt, instant(of.endedAt)],
    ]
  if ('college' in of)
    return [
      ...named,
      school,
      [w.facts.college, of.college],
      [w.facts.major, of.major],
      [w.facts.issuedAt, instant(of.issuedAt)],
    ]
  return [
    ...named,
    [w.facts.employer, of.employerName],
    school,
    [w.facts.position, of.position],
    [w.facts.effectiveAt, instant(of.effectiveAt)],
    [w.facts.endedAt, instant(of.endedAt)],
    [w.facts.fingerprint, of.termsHash],
  ]
}

/** What was ours, and is kept no longer: that it was, and of which school; nothing of whom, for that is what went. */
function drawRemoved(
  language: Language,
  to: (path: string) => string,
  {
    of,
    schoolName,
    removedAt,
  }: { readonly of: Verified; readonly schoolName: string; readonly removedAt: Date },
  { at, finding }: Looked,
): Html {
  const w = VERIFY_WORDS[language]
  const since = listedInstant(removedAt.toISOString(), language)
  const facts = [
    [w.facts.document, w.document[of.kind]],
    [w.facts.school, schoolName],
    [w.facts.removedAt, since],
    [w.facts.checkedAt, exactInstant(at.toISOString(), language)],
  ] as const
  const known = finding === null || finding === 'altered' ? finding : 'genuine'
  return page(
    language,
    to,
    html`${known && verdict(FILE_TONE[known], w.finding[known], known === 'genuine' ? w.findingHint.genuine : w.removed.altered, known)}`,
    verdict('warn', w.removed.title, w.removed.said(since), 'removed'),
    html`<section class="part"><h2>${w.registered}</h2><dl class="facts">${facts.map(
      ([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`,
    )}</dl></section>`,
  )
}

/** When somebody looks, and what their file is; null where they gave a code. */
type Looked = { readonly at: Date; readonly finding: Exclude<FileFinding, 'not-ours'> | null }

/** What is registered: no more than the paper says, and of that what is needed to know it again. */
export function drawVerified(
  language: Language,
  to: (path: string) => string,
  { of, supersededAt, removedAt, ...names }: Found,
  { at, finding }: Looked,
): Html {
  const w = VERIFY_WORDS[language]
  const schoolName = language === 'en' && names.schoolNameEn ? names.schoolNameEn : names.schoolName
  if (removedAt) return drawRemoved(language, to, { of, schoolName, removedAt }, { at, finding })
  const instant = (one: string | null) => (one ? listedInstant(one, language) : '')
  const { standing, since, until } = verifiedStanding(of)
  const superseded =
    supersededAt && w.findingHint.superseded(listedInstant(supersededAt.toISOString(), language))
  const hint = finding === 'genuine' || finding === 'altered' ? w.findingHint[finding] : superseded
  const facts = [
    ...factsOf(of, schoolName, language),
    [w.facts.checkedAt, exactInstant(at.toISOString(), language)] as const,
  ]
  return page(
    language,
    to,
    html`${finding && verdict(FILE_TONE[finding], w.finding[finding], hint || '', finding)}`,
    verdict(TONE[standing], w.standing[standing], w.said[standing](instant(since), instant(until)), standing),
    html`${!finding && superseded && verdict('warn', w.finding.superseded, superseded, 'superseded')}`,
    html`<section class="part"><h2>${w.registered}</h2><dl class="facts">${facts.map(
      ([name, value]) => value && html`<dt>${name}</dt><dd>${value}</dd>`,
    )}</dl><p class="soft">${w.compare}</p></section>`,
  )
}
