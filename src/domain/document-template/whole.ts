import type { SealingParty } from '../agreement/seals.ts'
import type { RequiredPart } from './template.ts'

/** What a page of a laid-out document has on it. */
export type SeenPage = {
  /** In the order in which it was set. */
  readonly text: string
  /** Of each picture that it has to have and has, the shorter side in millimetres. */
  readonly sides: Readonly<Partial<Record<PictureName, number>>>
}

/** The code to verify it by, and the seals of the parties. */
export type PictureName = 'qr' | SealingParty

type Labelled = readonly [label: string, value: string]
type Captioned = { readonly caption: string; readonly at: string }
type Sealed = Captioned & { readonly party: SealingParty }

/** What a template is given of a document, as far as it has to show it. */
export type ToShow = {
  readonly title: string
  readonly number: Labelled
  readonly mark: string | null
  readonly standing: { readonly stamp: string; readonly sentence: string }
  readonly parts: readonly { readonly title: string; readonly facts: readonly Labelled[] }[]
  readonly acts: { readonly rows: readonly (readonly string[])[] }
  readonly foot: readonly string[]
  readonly page: string
  readonly verification: { readonly label: string; readonly code: string; readonly sentence: string } | null
  /** What the file has to have among its keywords, for programs that verify it. */
  readonly marks: readonly string[]
  /** Of an agreement. */
  readonly clauses?: { readonly items: readonly string[] } | null
  readonly notice?: { readonly paragraphs: readonly string[] } | null
  readonly seals?: { readonly items: readonly Sealed[] } | null
  readonly signatures?: { readonly items: readonly Captioned[] } | null
  readonly fingerprint?: Labelled
  /** Of what the school issues: who says it and of which day, and the picture of its seal. */
  readonly issued?: readonly [by: string, day: string]
  readonly seal?: object | null
  /** Of a certificate, where it is looked up; of a recommendation, the reviewer's word. */
  readonly proof?: Labelled
  readonly word?: { readonly title: string; readonly text: string; readonly by: string }
}

/** A part that is not there; `page`, from 1, where it has to stand on each. */
export type Missing = { readonly part: RequiredPart; readonly label: string; readonly page: number | null }

/** Smaller ones are not read by phones off paper. */
export const LEAST_QR = 14
/** Of a seal, which is 38 to 45 on paper. */
export const LEAST_SEAL = 20

/** As it is compared: the same characters, whatever a font or a line's end makes of them. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Cf}‐-]/gu, '')

/** A shorter end of a text is taken for chance. */
const LEAST_PIECE = 8

/** Whether a text stands on these pages (`bare`), on one of them or broken between one and the next. */
export function standsOn(pages: readonly string[], text: string): boolean {
  if (pages.some((page) => page.includes(text))) return true
  return pages.slice(0, -1).some((page, index) => {
    const rest = pages.slice(index + 1)
    for (let cut = text.length - LEAST_PIECE; cut >= LEAST_PIECE; cut--)
      if (page.includes(text.slice(0, cut)) && standsOn(rest, text.slice(cut))) return true
    return false
  })
}

type Part = { readonly part: RequiredPart; readonly label: string; readonly text: string }

/** Of a recommendation, each paragraph by itself. */
const wordTexts = ({ title, text, by }: NonNullable<ToShow['word']>): Part[] =>
  [...text.split('\n'), by].map((one) => ({ part: 'word', label: title, text: one }))

const labelled = (part: RequiredPart, of: Labelled | undefined): Part[] =>
  of ? [{ part, label: of[0], text: of[1] }] : []

/** Texts that have to stand somewhere. Names of facts and titles of parts are the school's to word. */
const texts = (of: ToShow): Part[] => [
  { part: 'title', label: of.title, text: of.title },
  { part: 'standing', label: of.standing.stamp, text: of.standing.stamp },
  { part: 'standing', label: of.standing.sentence, text: of.standing.sentence },
  ...of.parts.flatMap(({ title, facts }) =>
    facts.map(([name, text]) => ({ part: 'fact' as const, label: `${title} · ${name}`, text })),
  ),
  ...(of.clauses?.items ?? []).map((text) => ({ part: 'clause' as const, label: text, text })),
  ...(of.notice?.paragraphs ?? []).map((text) => ({ part: 'notice' as const, label: text, text })),
  ...of.acts.rows.flatMap((row) => row.map((text) => ({ part: 'act' as const, label: row.join(' '), text }))),
  ...(of.seals?.items ?? []).flatMap(({ caption, at }) =>
    [caption, at].map((text) => ({ part: 'seal' as const, label: caption, text })),
  ),
  ...(of.signatures?.items ?? []).map(({ caption }) => ({
    part: 'signature' as const,
    label: caption,
    text: caption,
  })),
  ...of.foot.map((text) => ({ part: 'foot' as const, label: text, text })),
  ...(of.word ? wordTexts(of.word) : []),
  ...labelled('proof', of.proof),
  ...labelled('fingerprint', of.fingerprint),
  ...(of.verification
    ? [{ part: 'code' as const, label: of.verification.label, text: of.verification.sentence }]
    : []),
]

/** Texts that have to stand on each page: what says which document a page is of, and whether it counts. */
const onEach = (of: ToShow, page: number, pages: number): Part[] => [
  { part: 'number', label: of.number[0], text: of.number[1] },
  ...(of.mark === null ? [] : [{ part: 'mark' as const, label: of.mark, text: of.mark }]),
  ...(of.verification
    ? [{ part: 'code' as const, label: of.verification.label, text: of.verification.code }]
    : []),
  {
    part: 'page',
    label: of.page.replace('{page}', String(page)).replace('{pages}', String(pages)),
    text: of.page.replace('{page}', String(page)).replace('{pages}', String(pages)),
  },
]

/** Characters between two texts that stand together: a bracket, or "盖章". */
const TOGETHER = 6

/** Whether two texts stand beside each other on one of these pages (`bare`), in either order. Each alone stands in a sentence too. */
export const standTogether = (pages: readonly string[], one: string, other: string): boolean =>
  pages.some((page) =>
    [
      [one, other],
      [other, one],
    ].some(([first = '', second = '']) =>
      page
        .split(first)
        .slice(1)
        .some((rest) => {
          const at = rest.indexOf(second)
          return at >= 0 && at <= TOGETHER
        }),
    ),
  )

/** A document as it was laid out. */
export type Seen = { readonly pages: readonly SeenPage[]; readonly keywords: readonly string[] }

/** What a document has to say and does not: nothing, where it is whole. */
export function missingFrom(of: ToShow, { pages, keywords }: Seen): Missing[] {
  const seen = pages.map(({ text }) => bare(text))
  const somewhere = texts(of)
    .filter(({ text }) => !standsOn(seen, bare(text)))
    .map(({ part, label }) => ({ part, label, page: null }))
  const each = pages.flatMap(({ sides }, index): Missing[] => {
    const page = index + 1
    return [
      ...onEach(of, page, pages.length)
        .filter(({ text }) => !seen[index]!.includes(bare(text)))
        .map(({ part, label }) => ({ part, label, page })),
      ...(of.verification && (sides.qr ?? 0) < LEAST_QR ? [{ part: 'qr' as const, label: '', page }] : []),
    ]
  })
  const issued =
    of.issued && !standTogether(seen, bare(of.issued[0]), bare(of.issued[1]))
      ? [{ part: 'issued' as const, label: of.issued.join(' '), page: null }]
      : []
  const borne: readonly { readonly party: SealingParty; readonly caption: string }[] =
    of.seals?.items ?? (of.seal ? [{ party: 'school', caption: of.issued?.[0] ?? '' }] : [])
  const seals = borne
    .filter(({ party }) => !pages.some(({ sides }) => (sides[party] ?? 0) >= LEAST_SEAL))
    .map(({ caption }) => ({ part: 'seal' as const, label: caption, page: null }))
  const marks = of.marks
    .filter((mark) => !keywords.includes(mark))
    .map((label) => ({ part: 'keyword' as const, label, page: null }))
  return [...somewhere, ...each, ...issued, ...seals, ...marks]
}
