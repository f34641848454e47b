import { dayInChina } from '../../../domain/day.ts'
import { type CodeTable, codeTable } from '../../../domain/sheets/code-table.ts'
import type { Db } from '../../db/database.ts'
import { findCodeTables, listColleges } from '../schools/queries.ts'

export const LEVELS = 'education_level'

type MajorTables = {
  /** Education levels that can be chosen at this time. */
  readonly levels: CodeTable
  /** All that there are. */
  readonly allLevels: CodeTable
  readonly colleges: CodeTable
}

/** What a major of a school is said by. */
export async function findMajorTables(db: Db, school: string, at: Date): Promise<MajorTables> {
  const [offered, all, colleges] = await Promise.all([
    findCodeTables(db, [LEVELS], Number(dayInChina(at).slice(0, 4))),
    findCodeTables(db, [LEVELS]),
    listColleges(db, school, null),
  ])
  return {
    levels: offered[LEVELS] ?? codeTable([]),
    allLevels: all[LEVELS] ?? codeTable([]),
    colleges: codeTable(colleges.map(({ id: code, name }) => ({ code, name }))),
  }
}
