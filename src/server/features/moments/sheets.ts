import { FIGURE_WORDS } from '../../../words/figure-words.ts'
import { listedDay } from '../../../words/figures.ts'
import type { Language } from '../../../words/language.ts'
import type { KeptRow } from './kept-rows.ts'

export function keptHeadings(language: Language): string[] {
  const { row } = FIGURE_WORDS[language]
  const { studentNumber, name, college, major, standing, category, since } = row
  return [studentNumber, name, college, major, standing, category, since, row.studentVersion, row.caseVersion]
}

/** Who stood behind a figure, and by which versions of the roster's row and of the case. */
export async function* keptCells(rows: AsyncIterable<KeptRow>, language: Language): AsyncGenerator<string[]> {
  const { measure } = FIGURE_WORDS[language]
  for await (const { category, since, ...row } of rows)
    yield [
      row.studentNumber,
      row.name,
      row.college,
      row.major,
      measure[row.standing],
      category ? (language === 'en' ? category.nameEn : category.name) : '',
      since === null ? '' : listedDay(since, language),
      String(row.studentVersion),
      row.caseVersion === null ? '' : String(row.caseVersion),
    ]
}
