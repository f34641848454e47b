import type { Readable } from 'node:stream'
import { create as contentDisposition } from 'content-disposition'
import type { FastifyReply } from 'fastify'
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

/** The table of a view as a page shows it: each group with heads and shares, then what all of it means. */
export function* tableRows(of: View, language: Language): Generator<string[]> {
  const w = FIGURE_WORDS[language]
  const nameOf = ({ name, nameEn }: Pick<Chosen, 'name' | 'nameEn'>) =>
    (language === 'en' ? nameEn : name) || w.unknown
  const cells = (tally: Tally) =>
    MEASURE_NAMES.flatMap((measure) => {
      const figure = figureOf(measure, tally)
      return [String(figure.numerator), rateText(figure)]
    })
  for (const group of of.groups)
    yield [nameOf(group), String(graduatesIn(group.tally)), ...cells(group.tally)]
  yield [w.all, String(graduatesIn(of.total)), ...cells(of.total)]
  yield []
  yield [fillIn(w.facts.title, { year: of.year, dimension: w.dimension[of.by] }, language)]
  yield [fillIn(w.facts.moment, { at: of.at }, language)]
  if (of.moment) yield [fillIn(w.facts.kept, { name: of.moment.name }, language)]
  const chosen = of.chosen.map((one) => `${w.dimension[one.dimension]} ${nameOf(one)}`)
  yield [
    chosen.length > 0
      ? fillIn(w.facts.narrowed, { chosen: chosen.join(' · ') }, language)
      : w.facts.everybody,
  ]
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
