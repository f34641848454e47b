import type { Names } from '../form.ts'
import type { Message } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import type { Holder, WithCollege } from '../review.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import type { Recommendation, RecommendationStep } from './life.ts'

/** What of the roster stands on a 推荐表, in its order. The student cannot change it here: a mistake is corrected on the roster. */
export const SHEET_FACTS = [
  'name',
  'gender',
  'studentNumber',
  'college',
  'majorName',
  'className',
  'educationLevel',
  'trainingMode',
  'graduationYear',
] as const
export type SheetFact = (typeof SHEET_FACTS)[number]
/** As they are shown in both languages; what the roster does not say is not there. */
export type SheetFacts = { readonly [fact in SheetFact]?: Names }

/** What a student may add in their own words. */
export const OWN_WORDS = ['wish', 'strengths', 'awards', 'statement'] as const
export type OwnWord = (typeof OWN_WORDS)[number]
/** Empty where nothing is said. */
export type OwnWords = Readonly<Record<OwnWord, string>>
export const NOTHING_SAID: OwnWords = { wish: '', strengths: '', awards: '', statement: '' }

/** 评语: what whoever reviewed first has written. */
export type Word = { readonly text: string; readonly by: string; readonly at: Date }

/** One edition as it was issued: it is never changed. */
export type Edition = {
  readonly edition: number
  /** By which it is known: of the school, the student and the edition, so that no counter is needed. */
  readonly number: string
  /** The version of the recommendation that issued it, by which its document is ordered. */
  readonly version: number
  readonly facts: SheetFacts
  readonly own: OwnWords
  readonly word: { readonly text: string; readonly by: string }
  readonly askedAt: Date
  readonly issuedAt: Date
}

/**
 * A recommendation with all that is kept of it. It is no case of `case.ts`: it holds no place and is no step of signing; colleges
 * review it as they do cases, and it moves with its student.
 */
export type RecommendationCase = Recommendation &
  WithCollege & {
    readonly schoolId: string
    readonly id: string
    readonly studentId: string
    readonly snapshot: StudentSnapshot
    /** What the roster said when it was last sent. */
    readonly facts: SheetFacts
    readonly own: OwnWords
    readonly word: Word | null
    readonly waitingFor: Holder
    readonly waitingSince: Date
    readonly askedAt: Date
    readonly revokedAt: Date | null
  }

/** The whole of an act. */
export type RecommendationOutcome = {
  readonly before: RecommendationCase | null
  readonly after: RecommendationCase
  readonly step: RecommendationStep
  readonly data: JournalData
  /** What it issues; null where nothing is. */
  readonly edition: Edition | null
  readonly told: readonly Message[]
}

export const recommendationRef = ({ id }: Pick<RecommendationCase, 'id'>) =>
  ({ kind: 'recommendation', id }) as const

export const editionNumber = (
  { schoolId, snapshot }: Pick<RecommendationCase, 'schoolId' | 'snapshot'>,
  edition: number,
): string => `TJ-${schoolId}-${snapshot.studentNumber}-${edition}`

/** The facts in which the roster says something else by now. */
export const movedFacts = (facts: SheetFacts, roster: SheetFacts): SheetFact[] =>
  SHEET_FACTS.filter((fact) => facts[fact]?.name !== roster[fact]?.name)
