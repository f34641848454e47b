import { actsAmong, actsUntil, type DocumentAct } from '../document/entry.ts'
import type { DocumentForm } from '../document/sealed.ts'
import type { EventName } from '../event.ts'
import type { Names } from '../form.ts'
import type { SealMark } from '../seal/seal.ts'
import { type Edition, OWN_WORDS, type OwnWord, SHEET_FACTS, type SheetFact } from './case.ts'

/** 毕业生推荐表 of one edition: what it says, out of what is committed. */
export type RecommendationFacts = {
  readonly school: { readonly code: string; readonly name: string }
  readonly edition: Omit<Edition, 'askedAt' | 'issuedAt'> & {
    /** Instants, ISO 8601. */
    readonly askedAt: string
    readonly issuedAt: string
  }
  /** When it was revoked; null while it holds. ISO 8601. */
  readonly revokedAt: string | null
  /** That the school used when it was issued; nothing of it where it had none. */
  readonly schoolSeal?: SealMark | undefined
  /** The lines of its chain in the journal, oldest first. */
  readonly acts: readonly { readonly at: string; readonly action: EventName; readonly actorName: string }[]
}

export const RECOMMENDATION_ACTS = [
  'recommendation.ask',
  'recommendation.renew',
  'recommendation.resubmit',
  'recommendation.recommend',
  'recommendation.pass',
] as const satisfies readonly EventName[]
export type RecommendationAct = (typeof RECOMMENDATION_ACTS)[number]

export type RecommendationMark = 'revoked' | null
export type RecommendationContent = {
  readonly number: string
  readonly schoolName: string
  readonly mark: RecommendationMark
  readonly issuedAt: string
  readonly revokedAt: string | null
  readonly facts: readonly (readonly [fact: SheetFact, shown: Names])[]
  readonly own: readonly (readonly [word: OwnWord, said: string])[]
  readonly word: Edition['word']
  readonly acts: readonly DocumentAct<RecommendationAct>[]
}

/** The same facts give the same content, whenever and by whomever it is asked for. What is not said has no line. */
export function recommendationSheet(of: RecommendationFacts): RecommendationContent {
  const { edition, revokedAt, school } = of
  const { askedAt, issuedAt } = edition
  const since = of.acts.filter(({ at }) => Date.parse(at) >= Date.parse(askedAt))
  return {
    number: edition.number,
    schoolName: school.name,
    mark: revokedAt === null ? null : 'revoked',
    issuedAt,
    revokedAt,
    facts: SHEET_FACTS.flatMap((fact) => {
      const shown = edition.facts[fact]
      return shown?.name ? [[fact, shown] as const] : []
    }),
    own: OWN_WORDS.flatMap((word) => (edition.own[word] ? [[word, edition.own[word]] as const] : [])),
    word: edition.word,
    acts: actsAmong(actsUntil(since, issuedAt), RECOMMENDATION_ACTS),
  }
}

/** The facts as they were when it was issued: what is sealed says nothing of what happened since. */
export const asIssued = (of: RecommendationFacts): RecommendationFacts => ({ ...of, revokedAt: null })

/** Which form somebody is given who asks for none: of what was revoked a copy that says so. */
export const usualRecommendation = ({ revokedAt }: Pick<RecommendationFacts, 'revokedAt'>): DocumentForm =>
  revokedAt === null ? 'sealed' : 'copy'
