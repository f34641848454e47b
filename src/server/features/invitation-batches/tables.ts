import { dayInChina } from '../../../domain/day.ts'
import { CODE_KINDS } from '../../../domain/invitation-batch/columns.ts'
import type { BatchTables } from '../../../domain/invitation-batch/read-cell.ts'
import type { Db } from '../../db/database.ts'
import { findCodeTables } from '../schools/queries.ts'

/** What the cells of a sheet of invitations are judged by at this instant: codes that are offered. */
export const findBatchTables = (db: Db, at: Date): Promise<BatchTables> =>
  findCodeTables(db, CODE_KINDS, Number(dayInChina(at).slice(0, 4)))
