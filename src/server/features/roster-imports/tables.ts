import { inUse } from '../../../domain/own-field/field.ts'
import { ROSTER_COLUMNS } from '../../../domain/roster/columns.ts'
import type { RosterTables } from '../../../domain/roster/read-cell.ts'
import { codeTable } from '../../../domain/sheets/code-table.ts'
import type { Db } from '../../db/database.ts'
import { findOwnFields } from '../own-fields/queries.ts'
import { findCodeTables, listColleges } from '../schools/queries.ts'

const CODE = 'code:'
const KINDS = Object.values(ROSTER_COLUMNS).flatMap(({ takes }) =>
  takes.startsWith(CODE) ? [takes.slice(CODE.length)] : [],
)

/** What the rows of a school's roster are judged by. */
export async function findRosterTables(db: Db, school: string): Promise<RosterTables> {
  const [codes, colleges, own] = await Promise.all([
    findCodeTables(db, KINDS),
    listColleges(db, school, null),
    findOwnFields(db, school, 'roster'),
  ])
  return {
    codes,
    colleges: codeTable(colleges.map(({ id: code, name }) => ({ code, name }))),
    own: inUse(own),
  }
}
