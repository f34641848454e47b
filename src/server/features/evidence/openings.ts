import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { type Actor, record } from '../../db/journal.ts'
import type { FoundFile } from './showing.ts'

/** Keeps why somebody of the school needs the original, in the journal too, beside what the file contains. */
export async function saveOpening(
  tx: Tx,
  file: FoundFile,
  { actor, userId, reason, at }: { actor: Actor; userId: string; reason: string; at: Date },
): Promise<void> {
  await sql`
    insert into evidence_openings (school_id, evidence_id, user_id, reason, opened_at)
    values (${file.school}, ${file.id}, ${userId}, ${reason}, ${at})
    on conflict (school_id, evidence_id, user_id) do update set reason = excluded.reason, opened_at = excluded.opened_at
  `.execute(tx)
  await record(tx, [
    {
      school: file.school,
      subject: `evidence:${file.id}`,
      action: 'evidence.open-original',
      at,
      actor,
      from: null,
      to: null,
      reason,
      data: { of: file.subject, sha256: file.sha256 },
    },
  ])
}
