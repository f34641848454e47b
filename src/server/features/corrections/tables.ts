import type { RosterTables } from '../../../domain/roster/read-cell.ts'
import { codeTable } from '../../../domain/sheets/code-table.ts'
import type { Db } from '../../db/database.ts'
import { findCodeTables } from '../schools/queries.ts'

const KINDS = ['gender', 'education_level', 'training_mode']

/** The code tables by which the fields that can be corrected are judged; a college is none of them, nor a field of the school's own. */
export const findTables = async (db: Db): Promise<RosterTables> => ({
  codes: await findCodeTables(db, KINDS),
  colleges: codeTable([]),
  own: [],
})
