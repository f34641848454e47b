import { type BatchStatus, CHECKED, READING, SENDING } from '../../../domain/invitation-batch/batch.ts'
import type { Db } from '../../db/database.ts'
import { type SheetWork, sweepSheetWork } from '../../services/sheets/sweeping.ts'

/** What waits is to be sent, or to go on. */
const BATCHES: SheetWork = {
  works: 'invitation_batches',
  rows: 'invitation_batch_rows',
  of: 'batch_id',
  reading: READING,
  waiting: [CHECKED, SENDING],
  since: 'heard_at',
  lost: ['failed' satisfies BatchStatus],
}
export const sweepBatches = (db: Db, at: Date): Promise<number> => sweepSheetWork(db, BATCHES, at)
