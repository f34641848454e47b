import type { Kept } from '../../../contracts/privacy.ts'
import { listedInstant } from '../../../words/figures.ts'
import { KEPT_WORDS } from '../../../words/kept.ts'
import { keptValue } from '../../../words/kept-value.ts'
import type { Language } from '../../../words/language.ts'
import { lookSaid } from '../../../words/look-said.ts'

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string) => text.replace(/[&<>"']/g, (one) => ESCAPES[one]!)

const table = (rows: readonly (readonly [string, string])[]) =>
  `<table>${rows.map(([name, value]) => `<tr><th scope="row">${escaped(name)}</th><td>${escaped(value)}</td></tr>`).join('')}</table>`

/** What is kept about a person as one page that needs nothing else: without scripts, readable in years. */
export function keptPage({ name, login, madeAt, sections, looks }: Kept, language: Language): string {
  const w = KEPT_WORDS[language]
  const [columns, tables]: Readonly<Record<string, string | undefined>>[] = [w.columns, w.tables]
  const parts = sections
    .filter(({ rows }) => rows.length > 0)
    .map(
      (section) =>
        `<h2>${escaped(tables?.[section.table] ?? section.table)}</h2>${section.rows
          .map((row) =>
            table(Object.entries(row).map(([key, value]) => [columns?.[key] ?? key, keptValue(value, w)])),
          )
          .join('')}`,
    )
  const seen = looks.map(
    (look) =>
      `<li>${escaped([listedInstant(look.at, language), look.by, ...lookSaid(look, w)].join(' · '))}</li>`,
  )
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><title>${escaped(w.title)}</title>
<style>body{font-family:sans-serif;max-width:60em;margin:2em auto;padding:0 1em}table{border-collapse:collapse;margin:0 0 1em;width:100%}th,td{border:1px solid;padding:4px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}th{width:14em;font-weight:normal}</style>
<h1>${escaped(w.title)}</h1><p>${escaped(`${name} · ${login} · ${w.madeAt} ${listedInstant(madeAt, language)}`)}</p>
<h2>${escaped(w.looks)}</h2>${seen.length > 0 ? `<ul>${seen.join('')}</ul>` : `<p>${escaped(w.noLooks)}</p>`}
${parts.join('\n')}</html>`
}
