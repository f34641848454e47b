import { isDay } from '../domain/day.ts'
import type { SheetContent } from '../domain/destination/sheet.ts'
import { listedDay, listedDayOf, listedInstant } from './figures.ts'
import type { Language } from './language.ts'
import type { zh } from './registration-sheet.zh.ts'
import { markSince, type WordedDocument, wordActs, wordValue } from './worded.ts'

/** 毕业去向登记表 in one language. */
export type WordedRegistration = WordedDocument & {
  /** Who has passed it, and of which day. */
  readonly issued: readonly [by: string, day: string]
}

type Words = typeof zh

function standingOf(of: SheetContent, w: Words, language: Language): WordedDocument['standing'] {
  const since = listedInstant(of.registeredAt, language)
  if (of.voidedAt === null)
    return { stamp: w.registered, sentence: w.standing.registered(of.schoolName, since), isInForce: true }
  const sentence = w.standing.voided(since, listedInstant(of.voidedAt, language))
  return { stamp: w.mark.voided, sentence, isInForce: false }
}

/** A day as the language writes it, anything else as it was answered. */
const answerText = (shown: string, w: Words, language: Language) =>
  isDay(shown) ? listedDay(shown, language) : shown || w.none

export function wordRegistration(of: SheetContent, w: Words, language: Language): WordedRegistration {
  const facts = (entries: SheetContent['student']) =>
    entries.map((entry) => [w.name[entry.name], wordValue(entry, w, language)] as const)
  return {
    title: w.title,
    number: [w.name.studentNumber, of.studentNumber],
    mark: of.mark && markSince(w.mark[of.mark], of.voidedAt, language),
    standing: standingOf(of, w, language),
    parts: [
      { title: w.part.student, facts: facts(of.student) },
      { title: w.part.destination, facts: facts(of.destination) },
      ...(of.answers.length > 0
        ? [
            {
              title: w.part.answers,
              facts: of.answers.map(([name, shown]) => [name, answerText(shown, w, language)] as const),
            },
          ]
        : []),
    ],
    acts: wordActs(of.acts, { title: w.acts, names: w.act }, w, language),
    foot: [w.foot, w.zone],
    issued: [of.schoolName, listedDayOf(of.registeredAt, language)],
  }
}
