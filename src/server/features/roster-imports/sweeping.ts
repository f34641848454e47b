import { type ImportStatus, PREVIEWED, READING } from '../../../domain/roster/import.ts'
import type { Db } from '../../db/database.ts'
import { type SheetWork, sweepSheetWork } from '../../services/sheets/sweeping.ts'

/** What waits is a preview, to be entered. */
const IMPORTS: SheetWork = {
  works: 'roster_imports',
  rows: 'roster_import_rows',
  of: 'import_id',
  reading: READING,
  waiting: [PREVIEWED],
  since: 'begun_at',
  lost: ['failed', 'cancelled'] satisfies ImportStatus[],
}
export const sweepImports = (db: Db, at: Date): Promise<number> => sweepSheetWork(db, IMPORTS, at)
