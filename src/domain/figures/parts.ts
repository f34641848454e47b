import type { Enrolment } from '../enrolment/life.ts'

/**
 * What a category of the code table (毕业去向) counts as. The table says it of each category as data (`codes.part`), so that a
 * province's further category needs no code (`dictionary.md`, 毕业去向).
 */
export const PARTS = [
  'contract',
  'flexible',
  'own-business',
  'further-study',
  'waiting',
  'not-seeking',
] as const

/** Where nothing counts: nothing is registered, or no review has passed. */
export const NOTHING = 'nothing'
export const STANDINGS = [...PARTS, NOTHING] as const
/** What one graduate counts as: each is exactly one of these. */
export type FigureStanding = (typeof STANDINGS)[number]

/** Works somewhere: of these there are a place, an industry, an employer's nature and pay. */
export const WORKING: readonly FigureStanding[] = ['contract', 'flexible', 'own-business']

/** Graduates by what they count as; all of them together are the denominator. */
export type Tally = Readonly<Record<FigureStanding, number>>
export const NOBODY: Tally = {
  contract: 0,
  flexible: 0,
  'own-business': 0,
  'further-study': 0,
  waiting: 0,
  'not-seeking': 0,
  nothing: 0,
}

/** Who is counted at all: the year's graduates, 结业 among them; not who graduates later (延毕) or has left the roster. */
export const COUNTED: readonly Enrolment[] = ['enrolled', 'completed']

/**
 * Each figure is its numerator over all counted graduates (教育部, 毕业去向落实率; `dictionary.md`). `placed` is employment and
 * further study together; `known` is the share of whom anything is registered at all, so that a silent rest is seen.
 */
export const MEASURES = {
  placed: ['contract', 'flexible', 'own-business', 'further-study'],
  contract: ['contract'],
  flexible: ['flexible'],
  'own-business': ['own-business'],
  'further-study': ['further-study'],
  waiting: ['waiting'],
  'not-seeking': ['not-seeking'],
  nothing: ['nothing'],
  known: ['contract', 'flexible', 'own-business', 'further-study', 'waiting', 'not-seeking'],
} as const satisfies Record<string, readonly FigureStanding[]>
export type Measure = keyof typeof MEASURES
export const MEASURE_NAMES = Object.keys(MEASURES) as Measure[]
export const partsOf = (measure: Measure): readonly FigureStanding[] => MEASURES[measure]

export type Counted = { readonly standing: FigureStanding; readonly n: number }
export function tallyOf(rows: readonly Counted[]): Tally {
  const tally: Record<FigureStanding, number> = { ...NOBODY }
  for (const { standing, n } of rows) tally[standing] += n
  return tally
}

/** All whom a tally counts. */
export const graduatesIn = (tally: Tally): number => STANDINGS.reduce((sum, one) => sum + tally[one], 0)

/** Heads, both; a rate is the one over the other, and there is none of nobody. */
export type Figure = { readonly numerator: number; readonly denominator: number }
export const figureOf = (measure: Measure, tally: Tally): Figure => ({
  numerator: partsOf(measure).reduce((sum, one) => sum + tally[one], 0),
  denominator: graduatesIn(tally),
})

/** In hundredths of a percent, half up, as the ministry's tables write two places; null of nobody. */
export const basisPointsOf = ({ numerator, denominator }: Figure): number | null =>
  denominator === 0 ? null : Math.floor((numerator * 20_000 + denominator) / (2 * denominator))
