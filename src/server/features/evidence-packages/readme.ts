import type { ActsPart } from '../../../contracts/evidence-package.ts'
import {
  FURTHER,
  PARTS,
  type Packaged,
  PICTURES,
  pictureName,
  type Taker,
} from '../../../domain/evidence-package.ts'
import { EVIDENCE_PACKAGE_WORDS } from '../../../words/evidence-package.ts'
import { LANGUAGES, type Language } from '../../../words/language.ts'
import { html } from '../../pages/html.ts'
import type { KeptCheckpoint } from '../transparency/checkpoints.ts'

type Of = {
  readonly kind: Packaged
  readonly number: string
  readonly taker: Taker
  readonly acts: ActsPart
  readonly checkpoint: Pick<KeptCheckpoint, 'note'>
  readonly baseUrl: string
  /** Names of the pictures that are there. */
  readonly pictures: readonly string[]
}

const STYLE =
  'body{font-family:sans-serif;max-width:52em;margin:2em auto;padding:0 1em;line-height:1.6}table{border-collapse:collapse;width:100%}th,td{border:1px solid;padding:3px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}dt{font-weight:bold;margin-top:.4em}pre{overflow-x:auto}img{height:4em}'

const FILES = {
  document: PARTS.document,
  facts: PARTS.facts,
  seal: PARTS.seal,
  acts: PARTS.acts,
  journal: PARTS.journal,
  proofs: PARTS.proofs,
  checkpoint: PARTS.checkpoint,
  keys: PARTS.keys,
  evidence: PARTS.evidence,
  certificates: 'certificates/',
  timestamp: PARTS.timestamp,
  documents: `${PARTS.documents}, ${FURTHER}`,
  pictures: PICTURES,
  manifest: PARTS.manifest,
} as const

function section({ kind, number, taker, acts, checkpoint, baseUrl, pictures }: Of, language: Language) {
  const w = EVIDENCE_PACKAGE_WORDS[language]
  const withheld = acts.filter((act) => act.withheld).length
  const image = (name: string) => html`<img src="${name}" alt="${w.picture}">`
  const shown = (hash: string) => {
    const name = [pictureName(hash, 'svg'), pictureName(hash, 'png')].find((one) => pictures.includes(one))
    return name && image(name)
  }
  const part = (of: keyof typeof FILES) =>
    html`<dt>${FILES[of]}</dt><dd>${w.part[of]}${of === 'pictures' && pictures.map(image)}</dd>`
  return html`<section lang="${language}"><h1>${w.title(kind, number)}</h1><p>${w.takenBy(w.taker[taker], baseUrl)}</p>
<h2>${w.what}</h2><dl>${(Object.keys(FILES) as (keyof typeof FILES)[]).map(part)}</dl>
<h2>${w.how}</h2><ol>${w.steps.map((step) => html`<li>${step}</li>`)}</ol><pre>${checkpoint.note}</pre>
<h2>${w.not}</h2><ul>${w.limits.map((limit) => html`<li>${limit}</li>`)}</ul>
<h2>${w.acts}</h2>${withheld > 0 && html`<p>${w.withheld(withheld)}</p>`}
<table><tr>${w.heads.map((head) => html`<th scope="col">${head}</th>`)}</tr>
${acts.map(
  ({ at, action, actorName, actorRole, reason, pictures: named = [] }) =>
    html`<tr><td>${at}</td><td>${action}</td><td>${actorName || w.system}</td><td>${actorRole}</td><td>${reason ?? ''}</td><td>${named.map(shown)}</td></tr>`,
)}</table></section>`
}

/** One page that needs nothing else, in both languages: what is in the package and how it is checked. */
export const readmeOf = (of: Of): string =>
  String(
    html`<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>${EVIDENCE_PACKAGE_WORDS['zh-CN'].title(of.kind, of.number)}</title>
<style>${STYLE}</style>${LANGUAGES.map((language) => section(of, language))}</html>`,
  )
