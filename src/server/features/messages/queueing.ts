import { sql } from 'kysely'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Tx } from '../../db/database.ts'
import type { Jobs } from '../../services/jobs.ts'

/** Which message is to be handed over. */
export type MessageKey = { readonly school: string; readonly id: string }

/** A notification as somebody has it in the inbox. */
type Noted = {
  readonly userId: string
  readonly id: string
  readonly schoolId: string | null
  readonly kind: string
  readonly at: Date
}

/**
 * Writes a message for each of these notifications and each way that its school has open for that kind and its reader, a student of
 * that school, has allowed: to a number, where it is the one that was confirmed. Answers what is to be handed over.
 */
export async function insertMessages(tx: Tx, told: readonly Noted[]): Promise<MessageKey[]> {
  const [school, ...others] = new Set(told.map(({ schoolId }) => schoolId))
  const { rows } = await sql<MessageKey>`
  insert into outgoing_messages (school_id, id, channel, user_id, kind, notification_id, at)
  select ch.school_id, gen_random_uuid(), ch.channel, u.id, t.kind, t.id, t.at
  from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as t ("userId" uuid, id uuid, "schoolId" text, kind text, at timestamptz)
  join message_channels ch on ch.school_id = t."schoolId" and ch.enabled and jsonb_exists(ch.templates, t.kind)
  join message_consents c on c.school_id = ch.school_id and c.user_id = t."userId" and c.channel = ch.channel
  join users u on u.id = t."userId" and u.school_id = ch.school_id
  join students st on st.school_id = ch.school_id and st.id = u.student_id
  where (c.phone_cipher is null or c.phone_cipher = st.phone_cipher)
    ${others.length === 0 ? sql`and ch.school_id = ${school}` : sql``}
  returning school_id as school, id
  ${others.length === 0 ? sql`` : acrossSchools.employers}`.execute(tx)
  return rows
}

export const enqueueMessages = async (tx: Tx, jobs: Jobs, keys: readonly MessageKey[], afterSeconds = 0) => {
  if (keys.length > 0) await jobs.enqueue(tx, 'message', keys, afterSeconds)
}
