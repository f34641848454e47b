import { foldText } from '../text.ts'
import {
  POST_EDUCATIONS,
  POST_KINDS,
  type PostContent,
  type PostEducation,
  type PostKind,
} from './content.ts'
import { wordsOfRichText } from './wording.ts'

/**
 * How posts are found: by words. Of Chinese every character and every two that follow each other are words, so that 软件 is
 * found within 高级软件工程师; of other letters and figures what stands together. What a list is narrowed by is a word too: one
 * index serves whatever is asked. A word says first whose students read it and then, in a letter, of what it is: the index is of
 * all schools, and what it has of a word is one school's alone (decision 81).
 */
const HAN = /\p{Script=Han}/u
const TOKENS = /\p{Script=Han}+|[\p{L}\p{N}+#]+/gu
/** Of a description so much is searched, in characters: what a post is about comes first. */
const DESCRIBED = 1_000
/** Of what is sought so many words are looked for. */
const MOST_SOUGHT = 20

/** In runs: of one script each. */
const tokensOf = (text: string): string[] =>
  (text.match(TOKENS) ?? []).flatMap((token) =>
    HAN.test(token) ? (token.match(/\p{Script=Han}+|\P{Script=Han}+/gu) ?? []) : [token],
  )
const pairsOf = (run: readonly string[]) => run.slice(1).map((character, at) => `${run[at]}${character}`)

function wordsIn(text: string): string[] {
  return tokensOf(foldedWords(text)).flatMap((token) => {
    if (!HAN.test(token)) return [token]
    const run = [...token]
    return [...run, ...pairsOf(run)]
  })
}
/** Folded word by word: blanks part what is not Chinese. */
const foldedWords = (text: string) => text.split(/\s+/).map(foldText).join(' ')

/** A place with the places around it: `420111` is in `4201` and in `42`. */
export const around = (region: string): string[] => {
  const parts = [region.slice(0, 2), region.slice(0, 4), region]
  return [...new Set(parts.map((part) => part.replace(/(00)+$/, '')))]
}

/** Pay in yuan a month up to which a post has a word for each step: what pays at least one of them is found by that word alone. */
const PAY_STEPS = [
  ...[2_000, 3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000, 10_000, 12_000, 14_000, 16_000, 18_000, 20_000],
  ...[25_000, 30_000, 40_000, 50_000, 70_000, 100_000, 200_000, 500_000, 1_000_000],
]
const stepsUpTo = (pay: number) => PAY_STEPS.filter((step) => step <= pay)

export type Searched = {
  readonly schoolId: string
  readonly content: PostContent
  readonly employer: string
  /** Codes of the employer's. */
  readonly industry: string
  readonly nature: string
}

/** Every word of a post, each once. */
export function searchWords({ schoolId, content, employer, industry, nature }: Searched): string[] {
  const described = [...wordsOfRichText(content.description)].slice(0, DESCRIBED).join('')
  const titled = wordsIn(content.title)
  const said = [...titled, ...wordsIn(employer), ...wordsIn(content.benefits), ...wordsIn(described)]
  const majors = content.majors.length > 0 ? content.majors : ['any']
  return [
    ...new Set([
      ...titled.map((word) => `t:${word}`),
      ...said.map((word) => `w:${word}`),
      ...content.regions.flatMap(around).map((region) => `r:${region}`),
      ...majors.map((major) => `m:${major.toLowerCase()}`),
      ...stepsUpTo(content.pay.from ?? 0).map((step) => `p:${step}`),
      `c:${content.category}`,
      `k:${content.work}`,
      `e:${content.education}`,
      `i:${industry}`,
      `n:${nature}`,
    ]),
  ].map((word) => `${schoolId}:${word}`)
}

/** `best`: those with what is typed in their titles first, then the newest. */
export const POST_SORTS = ['best', 'newest', 'pay', 'ending'] as const
export type PostSort = (typeof POST_SORTS)[number]

/** What somebody seeks. Every part narrows; what is empty does not. */
export type Sought = {
  readonly q: string
  readonly region: string
  readonly category: string
  readonly industry: string
  readonly nature: string
  readonly kind: PostKind | null
  /** What the reader has: posts that ask for no more. */
  readonly education: PostEducation | null
  /** The reader's major: posts for it, for its class, or for all. */
  readonly major: string
  /** Pays at least so many yuan a month. Words go by steps: whoever searches asks for the figure itself too. */
  readonly pay: number | null
}
/** Where the words that are typed are to stand: anywhere, or in the title. */
export type Where = 'anywhere' | 'in-title'

type Quoted = (word: string) => string
const quotedOf =
  (school: string): Quoted =>
  (word) =>
    `'${school}:${word.replace(/[\\']/g, (sign) => sign + sign)}'`
const oneOf = (words: readonly string[], quoted: Quoted) => `(${words.map(quoted).join(' | ')})`

function typed(q: string, where: Where, quoted: Quoted): string[] {
  const sign = where === 'in-title' ? 't' : 'w'
  return tokensOf(foldedWords(q))
    .flatMap((token): string[] => {
      if (!HAN.test(token)) return [`${quoted(`${sign}:${token}`)}${token.length > 1 ? ':*' : ''}`]
      const run = [...token]
      return (run.length === 1 ? run : pairsOf(run)).map((word) => quoted(`${sign}:${word}`))
    })
    .slice(0, MOST_SOUGHT)
}

/** 0809 is in 08, 080901 in 0809 and 08. */
const classesOf = (major: string) =>
  [2, 4, 6].filter((length) => length < major.length).map((length) => major.slice(0, length))

/** As PostgreSQL's `tsquery` takes it, among the posts of a school; the empty text where nothing is sought. */
export function searchQuery(school: string, of: Sought, where: Where): string {
  const quoted = quotedOf(school)
  const { region, category, industry, nature, kind, education } = of
  const major = of.major.toLowerCase()
  const step = stepsUpTo(of.pay ?? 0).pop()
  const enough = education && POST_EDUCATIONS.slice(0, POST_EDUCATIONS.indexOf(education) + 1)
  return [
    ...typed(of.q, where, quoted),
    ...(region ? [quoted(`r:${region.replace(/(00)+$/, '')}`)] : []),
    ...(category ? [quoted(`c:${category}`)] : []),
    ...(industry ? [quoted(`i:${industry}`)] : []),
    ...(nature ? [quoted(`n:${nature}`)] : []),
    ...(kind ? [quoted(`k:${kind}`)] : []),
    ...(step ? [quoted(`p:${step}`)] : []),
    ...(enough
      ? [
          oneOf(
            enough.map((one) => `e:${one}`),
            quoted,
          ),
        ]
      : []),
    ...(major
      ? [
          oneOf(
            ['any', ...classesOf(major), major].map((one) => `m:${one}`),
            quoted,
          ),
        ]
      : []),
  ].join(' & ')
}
/** What every post has, whatever it says: a search that narrows by no word goes through the same index. */
export const everyPost = (school: string): string =>
  oneOf(
    POST_KINDS.map((kind) => `k:${kind}`),
    quotedOf(school),
  )
/** Whether anything is typed that is searched for. */
export const isTyped = ({ q }: Pick<Sought, 'q'>): boolean => tokensOf(foldedWords(q)).length > 0
