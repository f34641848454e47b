import { type RawBuilder, sql } from 'kysely'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Tx } from '../../db/database.ts'
import type { Jobs } from '../../services/jobs.ts'

/** Which message is to be handed over. */
export type MessageKey = { readonly school: string; readonly id: string }

/**
 * The part of a statement that writes a message for each of the notifications `told` (user_id, id, school_id, kind, at) and
 * each way that its school has open for that kind and its reader, a student of that school, has allowed: to a number, where it is the one
 * that was confirmed. All are of one school, where one is named. Returns school_id and id.
 */
export const messagesAbout = (
  told: string,
  school: RawBuilder<string | null> | null,
): RawBuilder<unknown> => sql`
  insert into outgoing_messages (school_id, id, channel, user_id, kind, notification_id, at)
  select t.school_id, gen_random_uuid(), ch.channel, t.user_id, t.kind, t.id, t.at
  from ${sql.table(told)} t
  join message_channels ch on ch.school_id = t.school_id and ch.enabled and jsonb_exists(ch.templates, t.kind)
  join message_consents c on c.school_id = t.school_id and c.user_id = t.user_id and c.channel = ch.channel
  join users u on u.id = t.user_id and u.school_id = t.school_id
  join students st on st.school_id = t.school_id and st.id = u.student_id
  where (c.phone_cipher is null or c.phone_cipher = st.phone_cipher)
    ${school ? sql`and ch.school_id = ${school}` : acrossSchools.employers}
  returning school_id, id`

export const enqueueMessages = async (tx: Tx, jobs: Jobs, keys: readonly MessageKey[], afterSeconds = 0) => {
  if (keys.length > 0) await jobs.enqueue(tx, 'message', keys, afterSeconds)
}
