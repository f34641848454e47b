import { type CodeRow, codeTable } from '../../../domain/roster/code-table.ts'
import type { RosterTables } from '../../../domain/roster/read-cell.ts'
import type { Db } from '../../db/database.ts'

const KINDS = ['gender', 'education_level', 'training_mode']

/** The code tables by which the fields that can be corrected are judged; a college is none of them. */
export async function findTables(db: Db): Promise<RosterTables> {
  const rows = await db
    .selectFrom('codes')
    .where('kind', 'in', KINDS)
    .select(['kind', 'code', 'name', 'nameEn', 'class'])
    .orderBy('kind')
    .orderBy('position')
    .execute()
  const of = (kind: string): CodeRow[] => rows.filter((row) => row.kind === kind)
  return {
    codes: Object.fromEntries(KINDS.map((kind) => [kind, codeTable(of(kind))])),
    colleges: codeTable([]),
  }
}
