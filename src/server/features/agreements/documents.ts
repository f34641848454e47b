import { sql } from 'kysely'
import type { DocumentFacts, SealState } from '../../../domain/agreement/document.ts'
import { certifies } from '../../../domain/agreement/life.ts'
import type { Step } from '../../../domain/lifecycle.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Jobs } from '../../services/jobs.ts'

/** An agreement as it was certified; `version` is the agreement's. */
export type DocumentKey = Key & { readonly version: number }

type Ordering = {
  readonly kind: string
  readonly step: Step | null
  readonly after: { readonly schoolId: string; readonly id: string; readonly version: number }
}

/** The documents of what these changes certify. */
export const documentsOf = (changes: readonly Ordering[]): DocumentKey[] =>
  changes
    .filter(({ kind, step }) => kind === 'agreement' && step && certifies(step))
    .map(({ after: { schoolId: school, id, version } }) => ({ school, id, version }))

/** Orders sealed documents in the transaction that certifies what they say: they are made exactly when it is. */
export async function orderDocuments(
  { tx, jobs, at }: { readonly tx: Tx; readonly jobs: Jobs; readonly at: Date },
  keys: readonly DocumentKey[],
): Promise<void> {
  if (keys.length === 0) return
  await tx
    .insertInto('agreementDocuments')
    .values(
      keys.map(({ school: schoolId, id: agreementId, version }) => ({
        schoolId,
        agreementId,
        version,
        orderedAt: at,
      })),
    )
    .execute()
  await jobs.enqueue(tx, 'seal', keys)
}

/**
 * What is ordered and not there yet, given up or not: for a start, after whatever ended the last one. In parts, for an upgrade
 * may have ordered as many as there are agreements.
 */
export async function* listUnsealed(db: Db, together = 1000): AsyncGenerator<readonly DocumentKey[]> {
  for (let last: DocumentKey | undefined; ; ) {
    const beyond = last
      ? sql<boolean>`(school_id, agreement_id, version) > (${last.school}, ${last.id}, ${last.version})`
      : sql<boolean>`true`
    const keys: DocumentKey[] = await db
      .selectFrom('agreementDocuments')
      .where('sealedAt', 'is', null)
      .where(beyond)
      .select(['schoolId as school', 'agreementId as id', 'version'])
      .orderBy('schoolId')
      .orderBy('agreementId')
      .orderBy('version')
      .limit(together)
      .execute()
    if (keys.length > 0) yield keys
    if (keys.length < together) return
    last = keys.at(-1)
  }
}

const isOf = ({ school, id, version }: DocumentKey) =>
  sql<boolean>`school_id = ${school} and agreement_id = ${id} and version = ${version}`

/** Whether it is still to be made. */
export async function isUnsealed(db: Db, key: DocumentKey): Promise<boolean> {
  const row = await db
    .selectFrom('agreementDocuments')
    .where(isOf(key))
    .where('sealedAt', 'is', null)
    .select('version')
    .executeTakeFirst()
  return row !== undefined
}

/**
 * From now on this attempt makes it, and its file has this name; answers the name of the attempt before, whose file may be
 * there and counts no more. Null where it was sealed meanwhile.
 */
export async function beginAttempt(
  db: Db,
  key: DocumentKey,
  attempt: string,
): Promise<{ readonly before: string | null } | null> {
  const { rows } = await sql<{ before: string | null }>`
    update agreement_documents d set attempt = ${attempt}
    from (select school_id, agreement_id, version, attempt from agreement_documents where ${isOf(key)} for update) old
    where d.school_id = old.school_id and d.agreement_id = old.agreement_id and d.version = old.version
      and d.sealed_at is null
    returning old.attempt as before`.execute(db)
  return rows[0] ?? null
}

export type Made = {
  readonly facts: DocumentFacts
  readonly size: number
  readonly sha256: string
  readonly certificate: string
  readonly isStamped: boolean
  readonly sealedAt: Date
}

/** The one document, by the attempt that still makes it; false where another has taken over. */
export async function keepSealed(tx: Tx, key: DocumentKey, file: string, made: Made): Promise<boolean> {
  const { facts, ...columns } = made
  const { numUpdatedRows } = await tx
    .updateTable('agreementDocuments')
    .set({ ...columns, file, content: JSON.stringify(facts), givenUpAt: null, givenUpFor: null })
    .where(isOf(key))
    .where('attempt', '=', file)
    .where('sealedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it was given up before, or is there. */
export async function keepGivenUp(tx: Tx, key: DocumentKey, reason: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('agreementDocuments')
    .set({ givenUpAt: at, givenUpFor: reason })
    .where(isOf(key))
    .where('sealedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** What is kept under the agreement: where its seal stands, and the file once it is there. Null before it is certified. */
export type KeptDocument = { readonly seal: SealState; readonly sealedAt: Date | null } & Pick<
  Row,
  'file' | 'size' | 'sha256'
>
type Row = { readonly file: string | null; readonly size: number | null; readonly sha256: string | null }

export async function findDocument(db: Db, { school, id }: Key): Promise<KeptDocument | null> {
  const row = await db
    .selectFrom('agreementDocuments')
    .where('schoolId', '=', school)
    .where('agreementId', '=', id)
    .select(['file', 'size', 'sha256', 'sealedAt', 'givenUpAt'])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  const { givenUpAt, ...kept } = row
  return { ...kept, seal: kept.sealedAt ? 'sealed' : givenUpAt ? 'given-up' : 'waiting' }
}

/** Of the platform's: how many wait, and what stopped those that were given up. */
export async function countUnsealed(db: Db) {
  const rows = await db
    .selectFrom('agreementDocuments')
    .where('sealedAt', 'is', null)
    .groupBy('givenUpFor')
    .select(({ fn }) => ['givenUpFor as reason', fn.countAll<number>().as('count')])
    .orderBy('count', 'desc')
    .orderBy('reason')
    .execute()
  const reasons = rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }]))
  return {
    waiting: rows.find(({ reason }) => reason === null)?.count ?? 0,
    givenUp: reasons.reduce((sum, { count }) => sum + count, 0),
    reasons: reasons.slice(0, 5),
  }
}
