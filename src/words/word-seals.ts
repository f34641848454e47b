import type { SealBorne, SealingParty } from '../domain/agreement/seals.ts'
import type { zh } from './documents.zh.ts'
import { listedInstant } from './figures.ts'
import type { Language } from './language.ts'

/** 签章: each picture of a seal that the document bears, with whose it is and since when; the pictures come beside it. */
export type WordedSeals = {
  readonly title: string
  readonly items: readonly { readonly party: SealingParty; readonly caption: string; readonly at: string }[]
}

/** Null where it bears none. */
export const wordSeals = (
  borne: readonly SealBorne[],
  w: typeof zh,
  language: Language,
): WordedSeals | null =>
  borne.length === 0
    ? null
    : {
        title: w.seals,
        items: borne.map(({ party, name, at }) => ({
          party,
          caption: name,
          at: listedInstant(at, language),
        })),
      }
