import { Refusal } from '../refusal.ts'
import { foldText } from '../text.ts'
import type { PostContent } from './content.ts'
import { GROUNDS, type Ground, OUR_WORD_LISTS, type WordList } from './word-lists.ts'

export type { Ground, WordList } from './word-lists.ts'

/** Something that a post says and should not, or may not. */
export type Finding = {
  /** The field in which it stands. */
  readonly field: 'title' | 'description' | 'benefits' | 'contact.email'
  readonly ground: Ground
  readonly isBlocking: boolean
  /** As it is written. */
  readonly said: string
}

/** How many characters a `*` stands for at most, and a `#` of figures. */
const MOST_BETWEEN = 8
const MOST_FIGURES = 3
/** Of a school's own lists: so much, that reading a post against them takes no time that anybody notices. */
export const WORDING_BOUNDS = { phrase: 30, gaps: 2, phrases: 200 } as const

/** What is read against the lists: a job post, or what else employers say to students at a school's events (L11). */
export type Worded = Pick<PostContent, 'title' | 'description' | 'benefits'> & {
  readonly contact: Pick<PostContent['contact'], 'email'>
}

/** Characters in which posts of other places are typed, and as ours have them, in the same order. */
const TRADITIONAL = [
  ...'僅選歲齡戶貸訓費證優學國錄應屆雙類級僑漢報名繳納轉須際樣婦歷黨鄉縣實習門專業點該無個',
]
const OURS = [...'仅选岁龄户贷训费证优学国录应届双类级侨汉报名缴纳转须际样妇历党乡县实习门专业点该无个']
const SIMPLIFIED = new Map(TRADITIONAL.map((character, at) => [character, OURS[at]!]))

/** Ends a sentence: no phrase reaches over it. */
const END = /[。！？；!?;\n\r]/
const isSaid = (character: string) => /[\p{L}\p{N}]/u.test(character)

/** A text as it is searched: letters and figures of one width and case, ends of sentences, and where each stood. */
type Folded = { readonly text: string; readonly at: readonly number[] }

/** Most of what is typed: it is searched as it stands. */
const PLAIN = /[a-z0-9\u4E00-\u9FFF]/
const asSearched = (character: string): string[] =>
  (PLAIN.test(character) ? [character] : [...foldText(character)].filter(isSaid)).map(
    (one) => SIMPLIFIED.get(one) ?? one,
  )

/** Two numbers stay two whatever stands between them. */
const BETWEEN_NUMBERS = ' '

function folded(written: string): Folded {
  let text = ''
  const at: number[] = []
  let [place, isApart] = [0, false]
  const put = (one: string) => {
    text += one
    for (let unit = 0; unit < one.length; unit++) at.push(place)
  }
  for (const character of written) {
    const searched = END.test(character) ? ['\n'] : asSearched(character)
    if (isApart && /\d$/.test(text) && /^\d/.test(searched[0] ?? '')) put(BETWEEN_NUMBERS)
    for (const one of searched) put(one)
    isApart = searched.length === 0
    place += character.length
  }
  return { text, at }
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
}
const ENDS_A_LINE = /^<\/?(p|h\d|li|ul|ol|td|th|tr|table|br|hr|blockquote|pre)\b/i

/** The words of a marked-up text in one pass; every paragraph, item and cell on a line of its own. */
export function wordsOfRichText(html: string): string {
  const parts: string[] = []
  let from = 0
  while (from < html.length) {
    const open = html.indexOf('<', from)
    const until = open === -1 ? html.length : open
    parts.push(
      html.slice(from, until).replace(/&(amp|lt|gt|quot|nbsp|#39);/g, (_, name: string) => ENTITIES[name]!),
    )
    if (open === -1) break
    const close = html.indexOf('>', open)
    if (close === -1) break
    if (ENDS_A_LINE.test(html.slice(open, Math.min(close, open + 12) + 1))) parts.push('\n')
    from = close + 1
  }
  return parts.join('')
}

const LINK = /<a href="(https?:[^"]*)"[^>]*>([\s\S]*?)<\/a>/gi
/** Of what employers have written: the pages to which it leads are named and not linked, for nobody has looked at what stands there (L5). */
export const withAddressesSaid = (html: string): string =>
  html.replace(LINK, (_, address: string, words: string) =>
    address.includes(wordsOfRichText(words).trim()) ? address : `${words}（${address}）`,
  )

/** The same to be read where no mark-up is: lines without empty ones between them. */
export const linesOfRichText = (html: string): string =>
  wordsOfRichText(withAddressesSaid(html))
    .trim()
    .replace(/\s*\n\s*/g, '\n')

/** A phrase in its parts, as texts are searched. */
const partsOf = (phrase: string): string[] =>
  phrase
    .split(/([*#])/)
    .map((part) => (part === '*' || part === '#' ? part : folded(part).text.replaceAll('\n', '')))
    .filter(Boolean)

/** Where these parts end, begun at a place; -1 where they do not stand there. At most two gaps of eight: never long. */
function endsAt(text: string, place: number, [first, ...rest]: readonly string[]): number {
  if (first === undefined) return place
  if (first === '#') {
    let end = place
    while (end - place < MOST_FIGURES && /\d/.test(text[end] ?? '')) end++
    return end === place ? -1 : endsAt(text, end, rest)
  }
  if (first === '*') {
    for (let between = 0; between <= MOST_BETWEEN; between++) {
      const end = endsAt(text, place + between, rest)
      if (end !== -1) return end
      if (text[place + between] === '\n' || place + between >= text.length) return -1
    }
    return -1
  }
  return text.startsWith(first, place) ? endsAt(text, place + first.length, rest) : -1
}

type Span = { readonly from: number; readonly to: number }
/** No phrase begins or ends within a number: 98521100 names no 985. */
const splitsNumber = (text: string, place: number) => /^\d\d$/.test(text.slice(place - 1, place + 1))
/** Every place at which a phrase stands. */
function spansOf(text: string, phrase: string): Span[] {
  const parts = partsOf(phrase)
  const [first] = parts
  if (first === undefined) return []
  const spans: Span[] = []
  const isFixed = first !== '*' && first !== '#'
  for (let from = 0; from < text.length; from++) {
    if (isFixed) {
      from = text.indexOf(first, from)
      if (from === -1) break
    }
    const to = endsAt(text, from, parts)
    if (to > from && !splitsNumber(text, from) && !splitsNumber(text, to)) spans.push({ from, to })
  }
  return spans
}
const touch = (one: Span, other: Span) => one.from < other.to && other.from < one.to

/** What a text says against one list. */
function saidAgainst(
  { written, text, at }: Folded & { readonly written: string },
  { blocking, doubtful, exceptions }: WordList,
): Pick<Finding, 'isBlocking' | 'said'>[] {
  const spared = exceptions.flatMap((phrase) => spansOf(text, phrase))
  const standing = (phrases: readonly string[]) =>
    phrases
      .flatMap((phrase) => spansOf(text, phrase))
      .filter((span) => !spared.some((one) => touch(one, span)))
  const hard = standing(blocking)
  const soft = standing(doubtful).filter((span) => !hard.some((one) => touch(one, span)))
  const saidIn = ({ from, to }: Span) => written.slice(at[from]!, at[to - 1]! + 1)
  const each = (spans: readonly Span[], isBlocking: boolean) =>
    [...new Set(spans.map(saidIn))].map((said) => ({ isBlocking, said }))
  return [...each(hard, true), ...each(soft, false)]
}

/** In the name of whom a mailbox that anybody can have is doubtful. */
const LARGE = /银行|集团|股份|中国|国家|总公司|研究院|bank|group|corporation/i

function mailboxIn({ contact }: Worded, employer: string, { doubtful }: WordList): Finding[] {
  const domain = contact.email.split('@')[1]?.toLowerCase() ?? ''
  if (!LARGE.test(employer) || !doubtful.includes(domain)) return []
  return [{ field: 'contact.email', ground: 'mailbox', isBlocking: false, said: contact.email }]
}

/** Everything that this says against these lists: blocking first, by ground and field. */
export function findingsIn(content: Worded, lists: readonly WordList[], employer: string): Finding[] {
  const texts = [
    ['title', content.title],
    ['description', wordsOfRichText(content.description)],
    ['benefits', content.benefits],
  ] as const
  const read = texts.map(([field, written]) => ({ field, written, ...folded(written) }))
  const all = lists.flatMap((list) =>
    list.ground === 'mailbox'
      ? mailboxIn(content, employer, list)
      : read.flatMap(({ field, ...text }) =>
          saidAgainst(text, list).map((one) => ({ field, ground: list.ground, ...one })),
        ),
  )
  return [...all.filter(({ isBlocking }) => isBlocking), ...all.filter(({ isBlocking }) => !isBlocking)]
}

/** What was found, in whichever field of whatever says it. */
export type Found = Omit<Finding, 'field'> & { readonly field: string }
/** A "no" to words that keep a post from being submitted; each with its field and its ground. */
export class RefusedWording extends Refusal {
  readonly findings: readonly Found[]
  constructor(findings: readonly Found[]) {
    super('post-wording')
    this.findings = findings
  }
}
export function refuseForWording(findings: readonly Found[]): void {
  const blocking = findings.filter(({ isBlocking }) => isBlocking)
  if (blocking.length > 0) throw new RefusedWording(blocking)
}

/** What one text that is read by itself says against these lists, in its field. */
export const findingsInText = (field: string, text: string, lists: readonly WordList[]): Found[] =>
  findingsIn({ title: text, description: '', benefits: '', contact: { email: '' } }, lists, '').map(
    (found) => ({ ...found, field }),
  )

/** What an employer says to students, by its fields, is read as its posts are (L10). Refuses with the fields. */
export const refuseUnlessSayable = (
  said: Readonly<Record<string, string | undefined>>,
  lists: readonly WordList[],
): void =>
  refuseForWording(Object.entries(said).flatMap(([field, text = '']) => findingsInText(field, text, lists)))

/** What a school has: its own lists, and ours where it has said nothing. In the order of the grounds. */
export const listsOf = (own: readonly WordList[]): WordList[] =>
  GROUNDS.map(
    (ground) =>
      own.find((list) => list.ground === ground) ?? OUR_WORD_LISTS.find((list) => list.ground === ground)!,
  )

/** Whether a phrase can be searched: it begins with something that is said, and has no more gaps than can be tried. */
export function isPhrase(phrase: string): boolean {
  const parts = partsOf(phrase)
  const gaps = parts.filter((part) => part === '*').length
  const letters = parts.filter((part) => part !== '*' && part !== '#')
  return (
    letters.length > 0 && parts[0] !== '*' && parts[parts.length - 1] !== '*' && gaps <= WORDING_BOUNDS.gaps
  )
}
