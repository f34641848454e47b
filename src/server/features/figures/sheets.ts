import type { Readable } from 'node:stream'
import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply } from 'fastify'
import type { Development } from '../../../contracts/figures.ts'
import type { Dimension } from '../../../domain/figures/dimensions.ts'
import { OF_WORK } from '../../../domain/figures/dimensions.ts'
import { figureOf, graduatesIn, MEASURE_NAMES, type Tally } from '../../../domain/figures/parts.ts'
import { FIGURE_WORDS, rateText } from '../../../words/figure-words.ts'
import { listedDay } from '../../../words/figures.ts'
import { fillIn } from '../../../words/fill-in.ts'
import type { Language } from '../../../words/language.ts'
import type { Db } from '../../db/database.ts'
import { streamCsv } from '../../services/sheets/csv-writer.ts'
import { streamSheet } from '../../services/sheets/writer.ts'
import { listByIds } from '../students/roster-list.ts'
import type { Chosen, Group } from './naming.ts'

export type SheetForm = 'xlsx' | 'csv'
const MEDIA_TYPES: Readonly<Record<SheetForm, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
}
/** A reply that is saved under this name. */
export const asFile = (reply: FastifyReply, name: string, form: SheetForm) =>
  reply.type(MEDIA_TYPES[form]).header('content-disposition', contentDisposition(`${name}.${form}`))
type Rows = AsyncIterable<readonly string[]> | Iterable<readonly string[]>
export const writeAs = (form: SheetForm, name: string, headings: readonly string[], rows: Rows): Readable =>
  form === 'csv' ? streamCsv(headings, rows) : streamSheet(name, headings, rows)

type View = {
  readonly year: number
  readonly by: Dimension
  readonly at: string
  readonly total: Tally
  readonly groups: readonly Group[]
  readonly chosen: readonly Chosen[]
  readonly moment: { readonly name: string } | null
}

const nameIn = ({ name, nameEn }: Pick<Chosen, 'name' | 'nameEn'>, language: Language) =>
  (language === 'en' ? nameEn : name) || FIGURE_WORDS[language].unknown
/** As of when it is, and of whom. */
function* meant({ at, chosen }: Pick<View, 'at' | 'chosen'>, language: Language): Generator<string[]> {
  const { facts, dimension } = FIGURE_WORDS[language]
  yield [fillIn(facts.moment, { at }, language)]
  const said = chosen.map((one) => `${dimension[one.dimension]} ${nameIn(one, language)}`)
  yield [said.length > 0 ? fillIn(facts.narrowed, { chosen: said.join(' · ') }, language) : facts.everybody]
}

/** The table of a view as a page shows it: each group with heads and shares, then what all of it means. */
export function* tableRows(of: View, language: Language): Generator<string[]> {
  const w = FIGURE_WORDS[language]
  const cells = (tally: Tally) =>
    MEASURE_NAMES.flatMap((measure) => {
      const figure = figureOf(measure, tally)
      return [String(figure.numerator), rateText(figure)]
    })
  for (const group of of.groups)
    yield [nameIn(group, language), String(graduatesIn(group.tally)), ...cells(group.tally)]
  yield [w.all, String(graduatesIn(of.total)), ...cells(of.total)]
  yield []
  yield [fillIn(w.facts.title, { year: of.year, dimension: w.dimension[of.by] }, language)]
  if (of.moment) yield [fillIn(w.facts.kept, { name: of.moment.name }, language)]
  yield* meant(of, language)
  if (OF_WORK.includes(of.by)) yield [w.ofWork]
  yield [w.population]
  for (const measure of MEASURE_NAMES) yield [w.measure[measure], w.definition[measure]]
}
export function tableHeadings(by: Dimension, language: Language): string[] {
  const w = FIGURE_WORDS[language]
  return [
    w.dimension[by],
    w.graduates,
    ...MEASURE_NAMES.flatMap((measure) => [`${w.measure[measure]} ${w.heads}`, w.measure[measure]]),
  ]
}

type Grown = Pick<View, 'at' | 'chosen'> & Development
/** How years grew, as the page shows it: a day a row, each year's heads and rate on it, then what all of it means. */
export function* developmentRows(of: Grown, language: Language): Generator<string[]> {
  const w = FIGURE_WORDS[language]
  for (const [nth, day] of of.days.entries())
    yield [
      listedDay(day, language),
      ...of.years.flatMap(({ points }) => {
        const figure = points[nth] && figureOf('placed', points[nth])
        return figure ? [String(figure.numerator), rateText(figure)] : ['', '']
      }),
    ]
  yield []
  yield [fillIn(w.facts.grown, { year: of.year }, language)]
  yield* meant(of, language)
  yield [w.facts.development]
  yield [w.population]
  yield [w.measure.placed, w.definition.placed]
}
export function developmentHeadings({ years }: Pick<Development, 'years'>, language: Language): string[] {
  const w = FIGURE_WORDS[language]
  const called = years.map(({ year }) => fillIn(w.ofYear, { year }, language))
  return [w.day, ...called.flatMap((name) => [`${name} ${w.heads}`, `${name} ${w.measure.placed}`])]
}

export const rowHeadings = (language: Language): string[] => Object.values(FIGURE_WORDS[language].row)

const TOGETHER = 500
/** Who stands behind a figure, some at a time, so that few are in memory. */
export async function* rowCells(
  db: Db,
  school: string,
  { ids, language, at }: { ids: readonly string[]; language: Language; at: Date },
): AsyncGenerator<string[]> {
  const said = ({ name, nameEn }: { name: string; nameEn: string }) => (language === 'en' ? nameEn : name)
  for (let start = 0; start < ids.length; start += TOGETHER)
    for (const one of await listByIds(db, school, ids.slice(start, start + TOGETHER), at)) {
      const { category, date, holder } = one.employment
      yield [
        one.studentNumber,
        one.name,
        one.college,
        one.major,
        one.className,
        said(one.educationLevel),
        category ? said(category) : '',
        category ? (holder ?? '') : '',
        date === null ? '' : listedDay(date, language),
      ]
    }
}
