import { CODE_KINDS } from '../../../domain/invitation-batch/columns.ts'
import type { BatchTables } from '../../../domain/invitation-batch/read-cell.ts'
import type { Db } from '../../db/database.ts'
import { findCodeTables } from '../schools/queries.ts'

/** What the cells of a sheet of invitations are judged by. */
export const findBatchTables = (db: Db): Promise<BatchTables> => findCodeTables(db, CODE_KINDS)
