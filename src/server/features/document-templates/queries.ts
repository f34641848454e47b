import { type RawBuilder, sql } from 'kysely'
import type { TemplateKind } from '../../../domain/document-template/template.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'

/** Whose template it is, and of which documents. */
export type TemplateKey = { readonly school: string; readonly kind: TemplateKind }

const versionsOf = (db: Db, { school, kind }: TemplateKey) =>
  db.selectFrom('documentTemplates as t').where('t.schoolId', '=', school).where('t.kind', '=', kind)

/** What documents are laid out by now: no version, where it is ours. Null before anything was chosen. */
export const findUse = (db: Db, { school, kind }: TemplateKey) =>
  db
    .selectFrom('documentTemplateUses as x')
    .innerJoin('users as u', 'u.id', 'x.usedBy')
    .where('x.schoolId', '=', school)
    .where('x.kind', '=', kind)
    .select(['x.number', 'x.version', 'x.usedAt', 'u.name as usedBy'])
    .orderBy('x.number', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The version in use, in the statement that keeps it; null where it is ours. */
export const templateInUse = ({
  school,
  kind,
}: {
  readonly school: string
  readonly kind: string
}): RawBuilder<number | null> =>
  sql`(select version from document_template_uses where school_id = ${school} and kind = ${kind}
    order by number desc limit 1)`

/** A page of versions, newest first, without their text. */
export async function pageOfTemplates(db: Db, key: TemplateKey, paging: Paging) {
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      versionsOf(db, key)
        .innerJoin('users as u', 'u.id', 't.savedBy')
        .select(['t.version', 't.sha256', 't.savedAt', 'u.name as savedBy'])
        .orderBy('t.version', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () =>
      versionsOf(db, key)
        .select(({ fn }) => fn.countAll<number>().as('total'))
        .executeTakeFirstOrThrow(),
  )
  return { items: rows.map(({ savedAt, ...row }) => ({ ...row, savedAt: savedAt.toISOString() })), ...page }
}

/** The text of one version of this school's. */
export async function findSource(db: Db, key: TemplateKey, version: number): Promise<string> {
  const row = await versionsOf(db, key).where('t.version', '=', version).select('t.source').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return row.source
}

/** The version that says this already; null where none does. */
export async function findSame(db: Db, key: TemplateKey, sha256: string): Promise<number | null> {
  const row = await versionsOf(db, key).where('t.sha256', '=', sha256).select('t.version').executeTakeFirst()
  return row?.version ?? null
}

type By = { readonly by: string; readonly at: Date }

/** One version more; the caller has locked the school. */
export async function addTemplate(
  tx: Tx,
  { school, kind }: TemplateKey,
  { source, sha256 }: { readonly source: string; readonly sha256: string },
  { by, at }: By,
): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    insert into document_templates (school_id, kind, version, source, sha256, saved_by, saved_at)
    select ${school}::text, ${kind}::text, (
        select coalesce(max(version), 0) + 1 from document_templates where school_id = ${school} and kind = ${kind}),
      ${source}::text, ${sha256}::text, ${by}::uuid, ${at}::timestamptz
    returning version`.execute(tx)
  return rows[0]!.version
}

/** From now on by this version, or by ours; the caller has locked the school. */
export const addUse = (
  tx: Tx,
  { school, kind }: TemplateKey,
  { number, version }: { readonly number: number; readonly version: number | null },
  { by, at }: By,
) =>
  tx
    .insertInto('documentTemplateUses')
    .values({ schoolId: school, kind, number, version, usedBy: by, usedAt: at })
    .execute()

/** The version that a document of this subject is laid out by: that of its newest order, and before there is one that in use. */
export async function findOwnFor(
  db: Db,
  { school, kind, id }: TemplateKey & { readonly id: string },
): Promise<{ readonly version: number; readonly source: string } | null> {
  const ordered = sql`select template_version, version as nth from documents
    where school_id = ${school} and kind = ${kind} and subject_id = ${id}`
  const { rows } = await sql<{ version: number; source: string }>`
    select t.version, t.source from document_templates t
    where t.school_id = ${school} and t.kind = ${kind} and t.version = (
      select template_version from (
        ${ordered}
        union all select ${templateInUse({ school, kind })}, 0
      ) one order by nth desc limit 1)`.execute(db)
  return rows[0] ?? null
}
