import type { CaseKind } from '../../../domain/case.ts'
import type { Holder } from '../../../domain/review.ts'
import type { Standing } from '../../../domain/standing.ts'
import type { Who, zh } from './words.zh.ts'

type Words = typeof zh
export type Reader = NonNullable<Holder>
/** Where a case of this kind may stand. */
export type StandingOf<Kind extends CaseKind> = Standing<keyof Words[Kind] & string>

/** What is said of a case to this reader: what has been done and by whom, and whose turn it is, or that nothing is due. */
export function partsOf<Kind extends CaseKind>(
  words: Words,
  kind: Kind,
  { key, by, turn, due }: StandingOf<Kind>,
  reader: Reader,
): { readonly what: string; readonly next: string } {
  const seenBy = (holder: Reader): Who => (holder === reader ? 'you' : holder)
  const said: Readonly<Record<string, (by: string) => string>> = words[kind]
  return {
    what: said[key]?.(by ? words.who[seenBy(by)] : '') ?? key,
    next: turn && due ? words.due[due](seenBy(turn)) : words.nothing,
  }
}

/** The same in one sentence. */
export function sentenceOf<Kind extends CaseKind>(
  words: Words,
  kind: Kind,
  of: StandingOf<Kind>,
  reader: Reader,
): string {
  const { what, next } = partsOf(words, kind, of, reader)
  return words.sentence(what, next)
}
