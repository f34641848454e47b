import type { DocumentContent, DocumentEntry } from '../domain/agreement/document.ts'
import type { zh } from './agreement-document.zh.ts'
import {
  countText,
  exactInstant,
  listedDay,
  listedDayOf,
  listedInstant,
  moneyText,
  payText,
} from './figures.ts'
import type { Language } from './language.ts'

/** 就业协议书 in one language, ready to be set: nothing in it is markup, and whoever sets it adds no word. */
export type WordedAgreement = {
  readonly title: string
  readonly number: readonly [label: string, value: string]
  /** Across every page; null while it is in force. */
  readonly mark: string | null
  /** What stands on it as its state, and what that means. */
  readonly standing: { readonly stamp: string; readonly sentence: string; readonly isInForce: boolean }
  readonly parts: readonly {
    readonly title: string
    readonly facts: readonly (readonly [string, string])[]
  }[]
  readonly clauses: { readonly title: string; readonly items: readonly string[] } | null
  readonly notice: { readonly title: string; readonly paragraphs: readonly string[] } | null
  readonly acts: {
    readonly title: string
    readonly heads: readonly string[]
    readonly rows: readonly (readonly string[])[]
  }
  /** Sentences below all else. */
  readonly foot: readonly string[]
  readonly fingerprint: readonly [label: string, value: string]
}

type Words = typeof zh

function textOf(entry: DocumentEntry, w: Words, language: Language): string {
  if (entry.as === 'yes-no') return [entry.value ? w.yes : w.no, entry.beside].filter(Boolean).join(' ')
  if (entry.value === null) return w.none
  switch (entry.as) {
    case 'day':
      return listedDay(entry.value, language)
    case 'instant':
      return listedInstant(entry.value, language)
    case 'file-method':
      return w.fileMethod[entry.value] ?? entry.value
    case 'pay':
      return payText(entry.value, language)
    case 'money':
      return moneyText(entry.value, language)
    case 'number':
      return countText(entry.value)
    case 'kind':
      return w.kind[entry.value]
    default:
      return entry.value
  }
}

function standingOf(of: DocumentContent, w: Words, language: Language): WordedAgreement['standing'] {
  const { mark, schoolName, effectiveAt, dissolvedAt } = of
  const since = effectiveAt ? listedInstant(effectiveAt, language) : ''
  if (mark === null)
    return { stamp: w.certified, sentence: w.standing.certified(schoolName, since), isInForce: true }
  const sentence =
    mark === 'dissolved'
      ? w.standing.dissolved(since, dissolvedAt ? listedInstant(dissolvedAt, language) : '')
      : w.standing[mark]
  return { stamp: w.mark[mark], sentence, isInForce: false }
}

export function wordAgreement(of: DocumentContent, w: Words, language: Language): WordedAgreement {
  const { clauses, remarks, notice, mark, dissolvedAt } = of
  const agreed = [...clauses.map((clause) => w.clause[clause]), ...remarks]
  return {
    title: w.title,
    number: [w.number, of.number],
    mark: mark && [w.mark[mark], dissolvedAt && listedDayOf(dissolvedAt, language)].filter(Boolean).join(' '),
    standing: standingOf(of, w, language),
    parts: of.parts.map(({ part, entries }) => ({
      title: w.part[part],
      facts: entries.map((entry) => [w.name[entry.name], textOf(entry, w, language)] as const),
    })),
    clauses: agreed.length > 0 ? { title: w.clauses, items: agreed } : null,
    notice: notice && { title: w.notice(notice.version), paragraphs: notice.paragraphs },
    acts: {
      title: w.acts,
      heads: w.actHeads,
      rows: of.acts.map(({ at, action, actorName }) => [
        exactInstant(at, language),
        w.act[action],
        actorName || w.nobody,
        actorName ? w.method.person : w.method.system,
      ]),
    },
    foot: [...(of.kind === 'paper' ? [w.paper] : []), w.notContract, w.zone],
    fingerprint: [w.fingerprint, of.termsHash],
  }
}
