/**
 * By what figures are broken down (`domain-more.md` §2.2). Groups stand in the order of their keys and never by their rate: what is
 * shown is how things are, not who is best (R26).
 */
export const DIMENSIONS = [
  'college',
  'major',
  'level',
  'gender',
  'home',
  'region',
  'industry',
  'nature',
  'pay',
] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Of the work alone: who does not work is in none of their groups, so they divide those who do. */
export const OF_WORK: readonly Dimension[] = ['region', 'industry', 'nature', 'pay']
/** Of the past nothing is known of work: development is narrowed by what the roster says. */
export const OF_ROSTER = DIMENSIONS.filter((dimension) => !OF_WORK.includes(dimension))
/** By what the week's report 就业周报 divides a class. */
export const REPORTED_BY = ['college', 'level'] as const satisfies readonly Dimension[]
/** By where a region lies. */
export const OF_PLACES: readonly Dimension[] = ['home', 'region']

/** What is not said narrows nothing; an empty value means those of whom it is not known. */
export type FigureFilter = { readonly [dimension in Dimension]?: string | undefined }

const PROVINCE = 2
const CITY = 4
const COUNTY = 6
/** How many digits of a region's code (GB/T 2260) say what it means: of `420000` two, of `420100` four. */
export const digitsMeant = (code: string): number => {
  if (code.endsWith('0000')) return PROVINCE
  return code.endsWith('00') ? CITY : COUNTY
}
/** One step below what it is narrowed to: provinces, then a province's cities, then a city's counties. */
export const digitsShown = (narrowedTo: string | undefined): number =>
  narrowedTo ? Math.min(digitsMeant(narrowedTo) + 2, COUNTY) : PROVINCE

/** The region of so many digits in which this one lies; nothing of nothing. */
export const regionWithin = (code: string, digits: number): string =>
  code === '' ? '' : code.slice(0, digits).padEnd(COUNTY, '0')

/** From how many 元 a month each band goes, up to the next: 转正起薪 of an agreement. */
export const PAY_BANDS = [0, 3_000, 4_000, 5_000, 6_000, 8_000, 10_000, 15_000, 20_000] as const
const FEN = 100
export const PAY_BANDS_FEN: readonly number[] = PAY_BANDS.map((yuan) => yuan * FEN)
/** The band's lower bound in 元, written as sorting wants it; nothing where no pay is known. */
export const payBandOf = (fen: number | null): string => {
  if (fen === null) return ''
  const yuan = PAY_BANDS.filter((from) => from * FEN <= fen)
  return payBandKey(yuan[yuan.length - 1] ?? 0)
}
export const payBandKey = (yuan: number): string => String(yuan).padStart(5, '0')
/** From and up to (null: and above), in 元; null of what is no band. */
export function payBandBounds(key: string): { readonly from: number; readonly to: number | null } | null {
  const at = PAY_BANDS.findIndex((yuan) => payBandKey(yuan) === key)
  return at === -1 ? null : { from: PAY_BANDS[at]!, to: PAY_BANDS[at + 1] ?? null }
}
