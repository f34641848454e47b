import type { Channel } from '../../../domain/message/channel.ts'
import { CHANGED_BY, type MessageFault, type Report } from '../../../domain/message/delivery.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Tx } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'
import type { MessageKey } from './queueing.ts'

type Reported = {
  readonly state: Report
  readonly fault: MessageFault | null
  readonly said: string | null
}

/**
 * What a gateway of this school says of one of the messages that went through it by these ways. Said again, or late, it changes nothing; what never
 * went through it does not exist. Answers whose it is, where anything has changed.
 */
export async function saveReport(
  tx: Tx,
  { school, id }: MessageKey,
  channels: readonly Channel[],
  { state, fault, said }: Reported,
): Promise<string | null> {
  const one = { schoolId: school, id }
  const found = await tx
    .selectFrom('outgoingMessages')
    .where('schoolId', '=', one.schoolId)
    .where('id', '=', one.id)
    .where('channel', 'in', channels)
    .select('userId')
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  const changed = await tx
    .updateTable('outgoingMessages')
    .set({ state, failure: fault, said })
    .where('schoolId', '=', one.schoolId)
    .where('id', '=', one.id)
    .where(statusIn('state', CHANGED_BY[state]))
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n ? found.userId : null
}
