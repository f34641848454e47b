import { sql } from 'kysely'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Reading } from '../../http/doing.ts'
import { fileColumns, fileOf } from './uploads.ts'

const filesOf = (db: Db, school: string, subject: string) =>
  db
    .selectFrom('evidence')
    .where('schoolId', '=', school)
    .where('subject', '=', subject)
    .where('supersededAt', 'is', null)
    .orderBy('position')
    .orderBy('id')

/** The files of a case in their order; `subject` is the journal's (`agreement:<id>`, `dissolution:<id>`, …). */
export const listFiles = (db: Db, school: string, subject: string) =>
  filesOf(db, school, subject).select(['id', 'name']).execute()

/** The same as this person is shown them. */
export async function listEvidence(
  { db, person }: Pick<Reading, 'db' | 'person'>,
  school: string,
  subject: string,
): Promise<EvidenceFile[]> {
  const rows = await filesOf(db, school, subject).select(fileColumns(school)).execute()
  return rows.map((row) => fileOf(row, person))
}

export type Taking = {
  readonly school: string
  readonly subject: string
  /** In the order to be shown: the author's own unused uploads, or files that are with the case already. */
  readonly ids: readonly string[]
  readonly userId: string
}

type Attached = {
  readonly id: string
  readonly sha256: string
  readonly mediaType: string
  readonly position: number
}

/**
 * Attaches these files to the subject, beside those that it has. Refuses `evidence-not-found` when one is somebody else's,
 * is used elsewhere, is named twice or is gone.
 */
export async function attachEvidence(
  tx: Tx,
  { school, subject, ids, userId }: Taking,
): Promise<readonly Attached[]> {
  if (ids.length === 0) return []
  // Locked in one order for everybody: two acts may name the same files, each in its own order.
  const { rows } = await sql<Attached>`
    with free as (
      select id from evidence
      where school_id = ${school} and id = any(${[...ids]}::uuid[]) and state = 'ready' and superseded_at is null
        and (subject = ${subject} or (subject is null and uploaded_by = ${userId}))
      order by id for update
    )
    update evidence e set subject = ${subject}, position = given.position
    from free join unnest(${[...ids]}::uuid[]) with ordinality as given (id, position) using (id)
    where e.school_id = ${school} and e.id = free.id
    returning e.id, e.sha256, e.media_type, e.position
  `.execute(tx)
  if (rows.length !== new Set(ids).size || new Set(ids).size !== ids.length)
    throw new Refusal('evidence-not-found', { field: 'evidence' })
  return rows
}

/** Files of this subject that it no longer has are out of every reader's reach; the sweep takes them away. */
export const letGoBut = (
  tx: Tx,
  { school, subject, ids }: Pick<Taking, 'school' | 'subject' | 'ids'>,
): Promise<unknown> =>
  tx
    .updateTable('evidence')
    .set({ state: 'removing', subject: null })
    .where('schoolId', '=', school)
    .where('subject', '=', subject)
    .where(sql<boolean>`not id = any(${[...ids]}::uuid[])`)
    .execute()

/** All files of these subjects, in the same way. */
export const letGoOf = (tx: Tx, school: string, subjects: readonly string[]): Promise<unknown> =>
  tx
    .updateTable('evidence')
    .set({ state: 'removing', subject: null })
    .where('schoolId', '=', school)
    .where(sql<boolean>`subject = any(${[...subjects]}::text[])`)
    .execute()

/**
 * Makes exactly these files the case's: attaches the new ones and sets aside the case's others, which are kept.
 * Returns what the journal keeps of them, in their order: `<id>:<sha256>`, so that it names what they contain.
 * Refuses as `attachEvidence`.
 */
export async function takeEvidence(tx: Tx, taking: Taking, at: Date): Promise<string[]> {
  const { school, subject, ids } = taking
  const taken = await attachEvidence(tx, taking)
  await tx
    .updateTable('evidence')
    .set({ supersededAt: at })
    .where('schoolId', '=', school)
    .where('subject', '=', subject)
    .where('supersededAt', 'is', null)
    .$if(ids.length > 0, (query) => query.where('id', 'not in', [...ids]))
    .execute()
  return taken.toSorted((a, b) => a.position - b.position).map(({ id, sha256 }) => `${id}:${sha256}`)
}
