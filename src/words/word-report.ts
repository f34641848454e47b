import { changeOf, type FigureChange } from '../domain/figures/compared.ts'
import type { Dimension } from '../domain/figures/dimensions.ts'
import {
  figureOf,
  graduatesIn,
  MEASURE_NAMES,
  type Measure,
  STANDINGS,
  type Tally,
} from '../domain/figures/parts.ts'
import { type FigureDefinitions, rateText } from './figure-words.ts'
import type { zh as saidFigures } from './figure-words.zh.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'
import type { zh } from './report.zh.ts'

const COLON: Readonly<Record<Language, string>> = { 'zh-CN': '：', en: ': ' }

/** The words of figures, and those of the report, in one language. */
export type ReportWords = {
  readonly language: Language
  readonly w: typeof zh
  readonly said: typeof saidFigures
}
type Named = { readonly name: string; readonly nameEn: string }
type Kept = { readonly name: string; readonly at: string }
type Counted = { readonly is: Tally; readonly was: Tally | null }
/** What a report is made of. */
export type Reported = {
  readonly school: Named
  readonly moment: Kept
  readonly year: number
  readonly definitions: Readonly<Record<Language, FigureDefinitions>>
  readonly before: Kept | null
  readonly total: Counted
  readonly yearBefore: { readonly year: number; readonly at: string; readonly tally: Tally } | null
  readonly sections: readonly {
    readonly by: Dimension
    readonly groups: readonly (Named & Counted & { readonly key: string })[]
  }[]
}

/** A table whose first column names its rows. */
export type WordedTable = {
  readonly title: string
  readonly heads: readonly string[]
  readonly rows: readonly (readonly string[])[]
}
/** The report as it stands on the page, in the spreadsheet and on paper: nothing in it is markup. */
export type WordedReport = {
  readonly title: string
  readonly mark: null
  readonly facts: readonly (readonly [label: string, value: string])[]
  readonly tables: readonly WordedTable[]
  readonly notesTitle: string
  readonly foot: readonly string[]
}

const signed = (value: number, text: string) => (value > 0 ? `+${text}` : text)
/** `+12`, `-3`, `0`. */
export const headsText = ({ heads }: FigureChange): string => signed(heads, String(heads))
/** `+1.25`, `-0.50`, `0.00`; a dash where a rate is of nobody. */
export const pointsText = ({ points }: FigureChange): string =>
  points === null ? '—' : signed(points, (points / 100).toFixed(2))

export const nameIn = ({ name, nameEn }: Named, { language, said }: Pick<ReportWords, 'language' | 'said'>) =>
  (language === 'en' ? nameEn : name) || said.unknown

function figuresTable({ total, yearBefore }: Reported, { w, said }: ReportWords): WordedTable {
  const rowOf = (measure: Measure) => {
    const is = figureOf(measure, total.is)
    const since = total.was && changeOf(figureOf(measure, total.was), is)
    const ago = yearBefore && figureOf(measure, yearBefore.tally)
    return [
      said.measure[measure],
      String(is.numerator),
      rateText(is),
      since ? headsText(since) : w.nothing,
      since ? pointsText(since) : w.nothing,
      ago ? rateText(ago) : w.nothing,
      ago ? pointsText(changeOf(ago, is)) : w.nothing,
    ]
  }
  const heads = [w.figure, w.heads, w.rate, w.sinceBefore, w.pointsSinceBefore]
  return {
    title: w.figures,
    heads: [...heads, w.yearBefore, w.pointsYearBefore],
    rows: MEASURE_NAMES.map(rowOf),
  }
}

/** Each outcome a column, the placement rate before them. */
function groupsTable(
  { by, groups }: Reported['sections'][number],
  total: Counted,
  words: ReportWords,
): WordedTable {
  const { w, said, language } = words
  const rowOf = (name: string, { is, was }: Counted) => [
    name,
    String(graduatesIn(is)),
    rateText(figureOf('placed', is)),
    was ? pointsText(changeOf(figureOf('placed', was), figureOf('placed', is))) : w.nothing,
    ...STANDINGS.map((one) => String(is[one])),
  ]
  return {
    title: fillIn(w.by, { dimension: said.dimension[by] }, language),
    heads: [
      said.dimension[by],
      w.graduates,
      said.measure.placed,
      w.placedPoints,
      ...STANDINGS.map((one) => said.standing[one]),
    ],
    rows: [...groups.map((group) => rowOf(nameIn(group, words), group)), rowOf(said.all, total)],
  }
}

/** 就业周报 in words, its figures named and defined as they were when they were kept. */
export function wordReport(of: Reported, today: ReportWords): WordedReport {
  const { w, language } = today
  const said = { ...today.said, ...of.definitions[language] }
  const words = { ...today, said }
  const fill = (text: string, values: Readonly<Record<string, unknown>>) => fillIn(text, values, language)
  return {
    title: fill(w.title, { school: nameIn(of.school, words), year: of.year }),
    mark: null,
    facts: [
      [w.facts.moment, fill(w.facts.at, of.moment)],
      [w.facts.name, of.moment.name],
      [w.facts.before, of.before ? fill(w.facts.named, of.before) : w.facts.none],
      [w.facts.yearBefore, of.yearBefore ? fill(w.facts.ofYear, of.yearBefore) : w.facts.noRecord],
      [w.graduates, String(graduatesIn(of.total.is))],
    ],
    tables: [figuresTable(of, words), ...of.sections.map((section) => groupsTable(section, of.total, words))],
    notesTitle: w.notes,
    foot: [
      said.population,
      ...MEASURE_NAMES.map(
        (measure) => `${said.measure[measure]}${COLON[language]}${said.definition[measure]}`,
      ),
      w.order,
      w.fixed,
    ],
  }
}

/** Two moments beside each other: every figure, then one figure of each group. */
export function wordComparison(
  of: {
    readonly was: { readonly name: string | null; readonly at: string }
    readonly is: { readonly name: string | null; readonly at: string }
    readonly total: { readonly was: Tally; readonly is: Tally }
    readonly by: Dimension
    readonly groups: readonly (Named & { readonly was: Tally; readonly is: Tally })[]
  },
  words: ReportWords,
): { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] } {
  const { said, language } = words
  const w = words.w.comparison
  const sideIn = ({ name, at }: { name: string | null; at: string }) =>
    fillIn(name === null ? w.now : w.was, { name, at }, language)
  const rowsOf = (group: string, { was, is }: { was: Tally; is: Tally }) =>
    MEASURE_NAMES.map((measure) => {
      const [before, after] = [figureOf(measure, was), figureOf(measure, is)]
      const change = changeOf(before, after)
      return [
        group,
        said.measure[measure],
        ...[String(before.numerator), rateText(before), String(after.numerator), rateText(after)],
        ...[headsText(change), pointsText(change)],
      ]
    })
  return {
    heads: [said.dimension[of.by], words.w.figure, w.from, w.fromRate, w.to, w.toRate, w.heads, w.points],
    rows: [
      ...of.groups.flatMap((group) => rowsOf(nameIn(group, words), group)),
      ...rowsOf(said.all, of.total),
      [],
      [sideIn(of.was)],
      [sideIn(of.is)],
    ],
  }
}
