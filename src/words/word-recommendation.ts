import type { Names } from '../domain/form.ts'
import type { RecommendationContent } from '../domain/recommendation/sheet.ts'
import { listedDayOf, listedInstant } from './figures.ts'
import type { Language } from './language.ts'
import type { zh } from './recommendation-sheet.zh.ts'
import { markSince, type WordedDocument, wordActs } from './worded.ts'

/** 毕业生推荐表 in one language. */
export type WordedRecommendation = WordedDocument & {
  /** 评语, under its heading, and by whom. */
  readonly word: { readonly title: string; readonly text: string; readonly by: string }
  /** Who has issued it, and of which day. */
  readonly issued: readonly [by: string, day: string]
}

type Words = typeof zh

function standingOf(of: RecommendationContent, w: Words, language: Language): WordedDocument['standing'] {
  const since = listedInstant(of.issuedAt, language)
  if (of.revokedAt === null)
    return { stamp: w.stamp, sentence: w.standing.issued(of.schoolName, since), isInForce: true }
  const sentence = w.standing.revoked(since, listedInstant(of.revokedAt, language))
  return { stamp: w.mark.revoked, sentence, isInForce: false }
}

export function wordRecommendation(
  of: RecommendationContent,
  w: Words,
  language: Language,
): WordedRecommendation {
  const nameIn = ({ name, nameEn }: Names) => (language === 'en' ? nameEn : name)
  return {
    title: w.title,
    number: [w.number, of.number],
    mark: of.mark && markSince(w.mark[of.mark], of.revokedAt, language),
    standing: standingOf(of, w, language),
    parts: [
      { title: w.part.facts, facts: of.facts.map(([fact, shown]) => [w.fact[fact], nameIn(shown)] as const) },
      ...(of.own.length > 0
        ? [{ title: w.part.own, facts: of.own.map(([word, text]) => [w.own[word], text] as const) }]
        : []),
    ],
    word: { title: w.part.word, text: of.word.text, by: w.writtenBy(of.word.by) },
    acts: wordActs(of.acts, { title: w.acts, names: w.act }, w, language),
    foot: [w.foot, w.zone],
    issued: [of.schoolName, listedDayOf(of.issuedAt, language)],
  }
}
