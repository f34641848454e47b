import { sql } from 'kysely'
import type { DocumentState } from '../../../contracts/documents.ts'
import { DOCUMENT_SUBJECT, type DocumentKind, type DocumentSubject } from '../../../domain/document/kind.ts'
import type { SealState } from '../../../domain/document/sealed.ts'
import type { SealMark } from '../../../domain/seal/seal.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { ownerName } from '../../db/owner.ts'
import { templateInUse } from '../document-templates/queries.ts'
import { sealInUse, sealMarked } from '../seals/queries.ts'

/** One document: of which subject (`id`), and in which version of it. */
export type DocumentKey = Key & { readonly kind: DocumentKind; readonly version: number }

/** The same as work: with who ordered it, where that is known. */
export type ToSeal = DocumentKey & { readonly by?: string }

/** Where the row names what it is of, so that the database knows it to be there. */
const COLUMN = {
  agreement: 'agreementId',
  dissolution: 'dissolutionId',
  destination: 'destinationId',
  recommendation: 'recommendationId',
} as const satisfies Record<DocumentSubject, string>

/** The same as a column with this document's subject in it. */
export const subjectColumn = ({ kind, id }: Pick<DocumentKey, 'kind' | 'id'>) => ({
  [COLUMN[DOCUMENT_SUBJECT[kind]]]: id,
})

const subjectIn = ({ kind, id }: DocumentKey, column: (typeof COLUMN)[DocumentSubject]) =>
  sql`${COLUMN[DOCUMENT_SUBJECT[kind]] === column ? id : null}::uuid`

/** Their rows, each with the seal and the template that the school has in use: a part of the statement that orders them (`orderDocuments`). */
export const insertOrders = (keys: readonly DocumentKey[], orderedAt: Date) => sql`
  insert into documents (school_id, kind, agreement_id, dissolution_id, destination_id, recommendation_id, version, ordered_at, seal_id,
    template_version)
  ${sql.join(
    keys.map(
      (
        key,
      ) => sql`select ${key.school}::text, ${key.kind}::text, ${subjectIn(key, 'agreementId')}, ${subjectIn(key, 'dissolutionId')},
        ${subjectIn(key, 'destinationId')}, ${subjectIn(key, 'recommendationId')}, ${key.version}::integer, ${orderedAt}::timestamptz,
        ${sealInUse(ownerName({ schoolId: key.school }))}, ${templateInUse(key)}`,
    ),
    sql` union all `,
  )}`

/**
 * What is ordered and not there yet, given up or not: for a start, after whatever ended the last one. In parts, for an upgrade
 * may have ordered as many as there are agreements.
 */
export async function* listUnsealed(db: Db, together = 1000): AsyncGenerator<readonly DocumentKey[]> {
  for (let last: DocumentKey | undefined; ; ) {
    const beyond = last
      ? sql<boolean>`(school_id, kind, subject_id, version) > (${last.school}, ${last.kind}, ${last.id}, ${last.version})`
      : sql<boolean>`true`
    const rows = await db
      .selectFrom('documents')
      .where('sealedAt', 'is', null)
      .where(beyond)
      .select(['schoolId as school', 'kind', 'subjectId as id', 'version'])
      .orderBy('schoolId')
      .orderBy('kind')
      .orderBy('subjectId')
      .orderBy('version')
      .limit(together)
      .modifyEnd(acrossSchools.platform)
      .execute()
    const keys = rows.map((row): DocumentKey => ({ ...row, kind: row.kind as DocumentKind }))
    if (keys.length > 0) yield keys
    if (keys.length < together) return
    last = keys.at(-1)
  }
}

const isOf = ({ school, kind, id, version }: DocumentKey) =>
  sql<boolean>`school_id = ${school} and kind = ${kind} and subject_id = ${id} and version = ${version}`

/** Whether it is still to be made. */
export async function isUnsealed(db: Db, key: DocumentKey): Promise<boolean> {
  const row = await db
    .selectFrom('documents')
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
    update documents d set attempt = ${attempt}
    from (select kind, subject_id, version, attempt from documents where ${isOf(key)} for update) old
    where d.school_id = ${key.school} and d.kind = old.kind and d.subject_id = old.subject_id
      and d.version = old.version
      and d.sealed_at is null
    returning old.attempt as before`.execute(db)
  return rows[0] ?? null
}

export type Made = {
  /** What it says, as it was set. */
  readonly content: object
  readonly size: number
  readonly sha256: string
  readonly certificate: string
  readonly isStamped: boolean
  /** The version of the school's own template that it was laid out by; null where it is ours. */
  readonly templateVersion: number | null
  readonly sealedAt: Date
}

/** The one document, by the attempt that still makes it; false where another has taken over. */
export async function keepSealed(tx: Tx, key: DocumentKey, file: string, made: Made): Promise<boolean> {
  const { content, ...columns } = made
  const { numUpdatedRows } = await tx
    .updateTable('documents')
    .set({ ...columns, file, content: JSON.stringify(content), givenUpAt: null, givenUpFor: null })
    .where(isOf(key))
    .where('attempt', '=', file)
    .where('sealedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** False where it was given up before, or is there. */
export async function keepGivenUp(tx: Tx, key: DocumentKey, reason: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('documents')
    .set({ givenUpAt: at, givenUpFor: reason })
    .where(isOf(key))
    .where('sealedAt', 'is', null)
    .where('givenUpAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Where its seal stands, and the file once it is there. */
export type KeptDocument = {
  readonly seal: SealState
  readonly file: string | null
  readonly size: number | null
}

const latestOf = (db: Db, { school, kind, id }: Omit<DocumentKey, 'version'>) =>
  db
    .selectFrom('documents')
    .where('schoolId', '=', school)
    .where('kind', '=', kind)
    .where('subjectId', '=', id)
    .select([
      'file',
      'size',
      'sealedAt',
      'givenUpAt',
      'removedAt',
      sealMarked(sql.ref('documents.seal_id')).as('seal'),
    ])
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The latest of this kind that was ordered of this subject; null where none was. */
export async function findDocument(db: Db, of: Omit<DocumentKey, 'version'>): Promise<KeptDocument | null> {
  const row = await latestOf(db, of)
  return row ? { file: row.file, size: row.size, seal: sealOf(row) } : null
}

/** The school's seal that this very document bears; null where it had none. */
export async function findSealBorne(db: Db, key: DocumentKey): Promise<SealMark | null> {
  const row = await db
    .selectFrom('documents')
    .where(isOf(key))
    .select(sealMarked(sql.ref('documents.seal_id')).as('seal'))
    .executeTakeFirst()
  return row?.seal ?? null
}

/** The same as pages show it. */
export async function findSeal(db: Db, of: Omit<DocumentKey, 'version'>): Promise<DocumentState | null> {
  const row = await latestOf(db, of)
  if (!row) return null
  return { state: sealOf(row), sealedAt: row.sealedAt?.toISOString() ?? null, seal: row.seal }
}

/** Of one document, in the row of its subject: instants, ISO 8601. */
export type Sealing = {
  readonly kind: string
  readonly sealedAt: string | null
  readonly givenUpAt: string | null
  readonly removedAt: string | null
  readonly seal: SealMark | null
}

/** Where the seals of these kinds stand, oldest version first: a column of the rows of `of`, of this school, which have an id. */
export const sealsOf = (school: string, of: string, kinds: readonly DocumentKind[]) =>
  sql<Sealing[]>`(select coalesce(
      jsonb_agg(jsonb_build_object('kind', x.kind, 'sealedAt', x.sealed_at, 'givenUpAt', x.given_up_at, 'removedAt', x.removed_at,
        'seal', ${sealMarked(sql`x.seal_id`)}) order by x.version),
      '[]')
    from documents x where x.school_id = ${school} and x.subject_id = ${sql.ref(`${of}.id`)}
      and x.kind = any(${[...kinds]}::text[]))`

/** The latest of this kind as pages show it; null where none was ordered. */
export function sealIn(seals: readonly Sealing[], kind: DocumentKind): DocumentState | null {
  const row = seals.findLast((one) => one.kind === kind)
  if (!row) return null
  const sealedAt = row.sealedAt && new Date(row.sealedAt).toISOString()
  return { state: sealOf(row), sealedAt, seal: row.seal }
}

type Standing = { readonly sealedAt: unknown; readonly givenUpAt: unknown; readonly removedAt: unknown }
/** Where the seal of an order stands. */
export const sealOf = ({ sealedAt, givenUpAt, removedAt }: Standing): SealState => {
  if (removedAt) return 'removed'
  if (sealedAt) return 'sealed'
  return givenUpAt ? 'given-up' : 'waiting'
}

/** Of the platform's: how many wait, and what stopped those that were given up. */
export async function countUnsealed(db: Db) {
  const rows = await db
    .selectFrom('documents')
    .where('sealedAt', 'is', null)
    .groupBy('givenUpFor')
    .select(({ fn }) => ['givenUpFor as reason', fn.countAll<number>().as('count')])
    .orderBy('count', 'desc')
    .orderBy('reason')
    .modifyEnd(acrossSchools.platform)
    .execute()
  const reasons = rows.flatMap(({ reason, count }) => (reason === null ? [] : [{ reason, count }]))
  return {
    waiting: rows.find(({ reason }) => reason === null)?.count ?? 0,
    givenUp: reasons.reduce((sum, { count }) => sum + count, 0),
    reasons: reasons.slice(0, 5),
  }
}
