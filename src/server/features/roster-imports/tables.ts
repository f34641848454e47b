import { codeTable } from '../../../domain/roster/code-table.ts'
import { ROSTER_COLUMNS } from '../../../domain/roster/columns.ts'
import type { RosterTables } from '../../../domain/roster/read-cell.ts'
import type { Db } from '../../db/database.ts'
import { listColleges } from '../schools/queries.ts'

const CODE = 'code:'
const KINDS = Object.values(ROSTER_COLUMNS).flatMap(({ takes }) =>
  takes.startsWith(CODE) ? [takes.slice(CODE.length)] : [],
)

/** What the rows of a school's roster are judged by. */
export async function findRosterTables(db: Db, school: string): Promise<RosterTables> {
  const [rows, colleges] = await Promise.all([
    db
      .selectFrom('codes')
      .where('kind', 'in', KINDS)
      .select(['kind', 'code', 'name', 'nameEn', 'parent', 'class'])
      .orderBy('position')
      .orderBy('code')
      .execute(),
    listColleges(db, school, null),
  ])
  const byKind = Map.groupBy(rows, ({ kind }) => kind)
  return {
    codes: Object.fromEntries([...byKind].map(([kind, of]) => [kind, codeTable(of)])),
    colleges: codeTable(colleges.map(({ id: code, name }) => ({ code, name }))),
  }
}
