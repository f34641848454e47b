/**
 * Fields that a school has of its own on its roster and its destinations: what a province or the school asks for beyond the
 * product's columns (`domain-more.md` AT-52).
 */

export const OWN_LISTS = ['roster', 'destination'] as const
export type OwnList = (typeof OWN_LISTS)[number]

/** By which a value is kept, and a definition known for good, whatever it is called meanwhile. */
export type OwnKey = `own:${string}`
export const ownKey = (id: string): OwnKey => `own:${id}`
export const isOwnKey = (key: string): key is OwnKey => key.startsWith('own:')

/** What one takes. `most`: UTF-16 units; bounds of a number are included, null is none; choices in the order in which they are offered. */
export type OwnTakes =
  | { readonly kind: 'text'; readonly most: number }
  | { readonly kind: 'number'; readonly least: number | null; readonly greatest: number | null }
  | { readonly kind: 'day' }
  | { readonly kind: 'choice'; readonly choices: readonly string[] }
  | { readonly kind: 'yes-no' }
export type OwnKind = OwnTakes['kind']
export const OWN_KINDS = ['text', 'number', 'day', 'choice', 'yes-no'] as const satisfies readonly OwnKind[]

/** Of one list, ended ones among them. */
export const MOST_OWN_FIELDS = 40
export const MOST_SYNONYMS = 20
export const MOST_CHOICES_OF_ONE = 50
/** Between bounds of a number, and the decimals that one may have. */
export const GREATEST_OWN_NUMBER = 1_000_000_000
export const OWN_DECIMALS = 4

export const SEEN_BY = ['school', 'student'] as const
export const FILLED_BY = ['student', 'staff'] as const

/** A definition. A roster's is filled in by the school, and asked whatever the category. */
export type OwnField = {
  readonly key: OwnKey
  readonly name: string
  /** Empty where it has none. */
  readonly nameEn: string
  /** As others head its column. */
  readonly synonyms: readonly string[]
  readonly takes: OwnTakes
  readonly required: boolean
  readonly seenBy: (typeof SEEN_BY)[number]
  readonly filledBy: (typeof FILLED_BY)[number]
  /** Codes of the categories of a destination that ask for it; none named, all. */
  readonly categories: readonly string[]
  /** Asked no more; what was said stays. */
  readonly isEnded: boolean
}

export const inUse = (fields: readonly OwnField[]): OwnField[] => fields.filter(({ isEnded }) => !isEnded)

export type OwnNames = { readonly name: string; readonly nameEn: string }
/** In both languages: the Chinese name where it has no other. */
export const ownNames = ({ name, nameEn }: OwnNames): OwnNames => ({
  name,
  nameEn: nameEn || name,
})

/** Of what a student is shown. */
export const shownToStudents = ({ seenBy }: Pick<OwnField, 'seenBy'>): boolean => seenBy === 'student'
