import type { FormContent, FormEntry } from '../domain/paper-form/content.ts'
import { FORM_PAGES } from '../domain/paper-form/corner.ts'
import type { zh } from './paper-form.zh.ts'

type Words = typeof zh
/** `value`: null for what is filled in by hand, with its unit behind it, or ticked. */
type WordedEntry = {
  readonly name: string
  readonly value: string | null
  readonly unit: string
  readonly choices: readonly string[]
  /** It takes a row of its own. */
  readonly wide: boolean
}

/** One page of one copy. */
export type WordedSheet = {
  readonly number: readonly [label: string, value: string]
  readonly copy: string
  readonly page: string
  readonly isFirst: boolean
  readonly student: string
  readonly parts: readonly { readonly title: string; readonly entries: readonly WordedEntry[] }[]
  /** What the codes in its corners say, from the top left around. */
  readonly corners: readonly string[]
}

/** Forms to be printed, in one language: they are set as one document. */
export type WordedForms = {
  readonly title: string
  readonly mark: null
  readonly foot: readonly string[]
  readonly sheets: readonly WordedSheet[]
  readonly clauses: { readonly title: string; readonly items: readonly string[]; readonly remarks: string }
  readonly notes: { readonly title: string; readonly items: readonly string[] }
  readonly signatures: Words['signatures']
  readonly date: string
}

const wordEntry = ({ name, value }: FormEntry, w: Words): WordedEntry => ({
  name: w.name[name],
  value,
  unit: w.unit[name] ?? '',
  choices: w.choices[name] ?? [],
  wide: w.wide.includes(name),
})

/** All pages of these forms, one after the other. */
export function wordForms(forms: readonly FormContent[], w: Words): WordedForms {
  return {
    title: w.title,
    mark: null,
    foot: [],
    sheets: forms.flatMap(({ sheets, parts, student }) =>
      sheets.map(({ number, copy, page, corners }) => ({
        number: [w.number, number] as const,
        copy: w.copy[copy],
        page: w.page(page, FORM_PAGES),
        isFirst: page === 1,
        student: `${student.name}　${student.studentNumber}`,
        parts:
          page === 1
            ? parts.map(({ part, entries }) => ({
                title: w.part[part],
                entries: entries.map((entry) => wordEntry(entry, w)),
              }))
            : [],
        corners,
      })),
    ),
    clauses: {
      title: w.clauses,
      items: forms[0]?.clauses.map((clause) => w.clause[clause]) ?? [],
      remarks: w.remarks,
    },
    notes: { title: w.notes, items: w.noteTexts },
    signatures: w.signatures,
    date: w.date,
  }
}
