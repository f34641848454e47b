import { FIGURE_WORDS } from '../../../words/figure-words.ts'
import { listedDayOf } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import type { KeptRow } from './kept-rows.ts'

export function keptHeadings(language: Language): string[] {
  const { row } = FIGURE_WORDS[language]
  const { studentNumber, name, college, major, standing, category, since } = row
  return [studentNumber, name, college, major, standing, category, since, row.studentVersion, row.caseVersion]
}

/** Who stood behind a figure, and by which versions of the roster's row and of the case. */
export async function* keptCells(rows: AsyncIterable<KeptRow>, language: Language): AsyncGenerator<string[]> {
  const said = FIGURE_WORDS[language]
  for await (const { category, since, ...row } of rows)
    yield [
      row.studentNumber,
      row.name,
      row.college,
      row.major,
      said.standing[row.standing],
      category ? (language === 'en' ? category.nameEn : category.name) : '',
      since === null ? '' : listedDayOf(since, language),
      String(row.studentVersion),
      row.caseVersion === null ? '' : String(row.caseVersion),
    ]
}
