import type { DocumentAct, PlainEntry } from '../domain/document/entry.ts'
import { type ActSigned, shortFingerprint } from '../domain/signing/bound.ts'
import type { zh } from './documents.zh.ts'
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

type Labelled = readonly [label: string, value: string]

/** A document in one language, ready to be set: nothing in it is markup, and whoever sets it adds no word. */
export type WordedDocument = {
  readonly title: string
  /** By which it is known, on every page. */
  readonly number: Labelled
  /** Across every page; null while it is in force. */
  readonly mark: string | null
  /** What stands on it as its state, and what that means. */
  readonly standing: { readonly stamp: string; readonly sentence: string; readonly isInForce: boolean }
  readonly parts: readonly { readonly title: string; readonly facts: readonly Labelled[] }[]
  readonly acts: WordedActs
  /** Sentences below all else. */
  readonly foot: readonly string[]
}
export type WordedActs = {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}

type Words = typeof zh

/** A value as it is written, in the words and figures of every document. */
export function wordValue(entry: PlainEntry<string>, w: Words, language: Language): string {
  if (entry.as === 'yes-no') return [entry.value ? w.yes : w.no, entry.beside].filter(Boolean).join(' ')
  if (entry.value === null) return w.none
  switch (entry.as) {
    case 'day':
      return listedDay(entry.value, language)
    case 'instant':
      return listedInstant(entry.value, language)
    case 'pay':
      return payText(entry.value, language)
    case 'money':
      return moneyText(entry.value, language)
    case 'number':
      return countText(entry.value)
    default:
      return entry.value
  }
}

/** How whoever acted was known, and what they signed. */
function methodText(signed: ActSigned | null, isPerson: boolean, w: Words): string {
  if (!signed) return isPerson ? w.method.person : w.method.system
  return `${w.method[signed.method]} ${shortFingerprint(signed.fingerprint)}`
}

/** Who did what, by the names that the document has for it. */
export const wordActs = <Name extends string>(
  acts: readonly DocumentAct<Name>[],
  of: { readonly title: string; readonly names: Readonly<Record<Name, string>> },
  w: Words,
  language: Language,
): WordedActs => ({
  title: of.title,
  heads: w.actHeads,
  rows: acts.map(({ at, action, actorName, signed }) => [
    exactInstant(at, language),
    of.names[action],
    actorName || w.nobody,
    methodText(signed ?? null, actorName !== '', w),
  ]),
})

/** A mark with the day in China since when it holds. */
export const markSince = (mark: string, since: string | null, language: Language): string =>
  since === null ? mark : `${mark} ${listedDayOf(since, language)}`
