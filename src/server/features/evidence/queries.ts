import { sql } from 'kysely'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { FILE, fileOf } from './uploads.ts'

/** The files of a case in their order; `subject` is the journal's (`agreement:<id>`, `dissolution:<id>`, …). */
export async function listEvidence(db: Db, school: string, subject: string): Promise<EvidenceFile[]> {
  const rows = await db
    .selectFrom('evidence')
    .where('schoolId', '=', school)
    .where('subject', '=', subject)
    .where('supersededAt', 'is', null)
    .select(FILE)
    .orderBy('position')
    .orderBy('id')
    .execute()
  return rows.map(fileOf)
}

export type Taking = {
  readonly school: string
  readonly subject: string
  /** In the order to be shown: the author's own unused uploads, or files that are with the case already. */
  readonly ids: readonly string[]
  readonly userId: string
}

/**
 * Makes exactly these files the case's: attaches the new ones and sets aside the case's others, which are kept.
 * Refuses `evidence-not-found` when one is somebody else's, is used elsewhere or is gone.
 */
export async function takeEvidence(
  tx: Tx,
  { school, subject, ids, userId }: Taking,
  at: Date,
): Promise<void> {
  if (ids.length > 0) {
    const { numAffectedRows } = await sql`
      update evidence e set subject = ${subject}, position = given.position
      from unnest(${[...ids]}::uuid[]) with ordinality as given (id, position)
      where e.school_id = ${school} and e.id = given.id and e.state = 'ready' and e.superseded_at is null
        and (e.subject = ${subject} or (e.subject is null and e.uploaded_by = ${userId}))
    `.execute(tx)
    if (Number(numAffectedRows) !== new Set(ids).size || new Set(ids).size !== ids.length)
      throw new Refusal('evidence-not-found', { field: 'evidence' })
  }
  await tx
    .updateTable('evidence')
    .set({ supersededAt: at })
    .where('schoolId', '=', school)
    .where('subject', '=', subject)
    .where('supersededAt', 'is', null)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', [...ids]))
    .execute()
}
