import { sql } from 'kysely'
import { type BatchStatus, CHECKED, READING, SENDING } from '../../../domain/invitation-batch/batch.ts'
import { BROKEN_OFF, goneSince, keptSince } from '../../../domain/sheet-work.ts'
import type { Db } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'

/**
 * What is read by nobody any more is told as broken off; what has waited too long, to be sent or to go on, is cancelled; rows
 * of what is over go after their days. Answers how many there were.
 */
export async function sweepBatches(db: Db, at: Date): Promise<number> {
  const gone = await db
    .updateTable('invitationBatches')
    .set({ status: 'failed' satisfies BatchStatus, endedAt: at, refusal: BROKEN_OFF })
    .where('status', '=', READING)
    .where('heardAt', '<', goneSince(at))
    .executeTakeFirst()
  const stale = await db
    .updateTable('invitationBatches')
    .set({ status: 'cancelled' satisfies BatchStatus, endedAt: at })
    .where(statusIn('status', [CHECKED, SENDING]))
    .where('heardAt', '<', keptSince(at))
    .executeTakeFirst()
  const over = await sql`
    delete from invitation_batch_rows r using invitation_batches b
    where b.school_id = r.school_id and b.id = r.batch_id
      and (b.status = 'failed' or b.ended_at < ${keptSince(at)})
  `.execute(db)
  await db
    .updateTable('invitationBatches')
    .set({ aboutCipher: null })
    .where('aboutCipher', 'is not', null)
    .where('endedAt', '<', keptSince(at))
    .execute()
  return Number(gone.numUpdatedRows + stale.numUpdatedRows) + Number(over.numAffectedRows ?? 0n)
}
