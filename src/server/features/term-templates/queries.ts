import { sql } from 'kysely'
import { Refusal } from '../../../domain/refusal.ts'
import { saidIn, type TemplateTerms } from '../../../domain/term-template.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { readTemplateTerms } from '../../db/stored.ts'

/** What a template says. */
export type Content = { readonly terms: TemplateTerms; readonly answerDays: number | null }

const ofEmployer = (db: Db, employerId: string) =>
  db.selectFrom('termTemplates as t').where('t.employerId', '=', employerId)

/** By their names. */
export async function listTemplates(db: Db, employerId: string) {
  const rows = await ofEmployer(db, employerId)
    .innerJoin('users as u', 'u.id', 't.savedBy')
    .select(['t.id', 't.name', 't.terms', 't.answerDays', 't.savedAt', 'u.name as savedBy'])
    .orderBy('t.nameFolded')
    .execute()
  return rows.map((row) => ({ ...row, terms: readTemplateTerms(row.terms) }))
}

export async function countTemplates(tx: Tx, employerId: string): Promise<number> {
  const { total } = await ofEmployer(tx, employerId)
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow()
  return total
}

/** Locked, so that it is not removed while it is changed. */
export async function lockTemplate(tx: Tx, employerId: string, id: string): Promise<{ name: string }> {
  const found = await ofEmployer(tx, employerId)
    .where('t.id', '=', id)
    .select('t.name')
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return found
}

type Saved = { readonly by: string; readonly at: Date }
const rowOf = ({ terms, answerDays }: Content, { by, at }: Saved) => ({
  terms: JSON.stringify(saidIn(terms)),
  answerDays,
  savedBy: by,
  savedAt: at,
})

export const addTemplate = (
  tx: Tx,
  { employerId, id, name }: { readonly employerId: string; readonly id: string; readonly name: string },
  content: Content,
  saved: Saved,
) =>
  tx
    .insertInto('termTemplates')
    .values({ employerId, id, name, nameFolded: foldText(name), ...rowOf(content, saved) })
    .execute()

const one = (tx: Tx, employerId: string, id: string) =>
  tx.updateTable('termTemplates').where('employerId', '=', employerId).where('id', '=', id)

export const saveContent = (tx: Tx, employerId: string, id: string, content: Content, saved: Saved) =>
  one(tx, employerId, id).set(rowOf(content, saved)).execute()

export const saveName = (tx: Tx, employerId: string, id: string, name: string) =>
  one(tx, employerId, id)
    .set({ name, nameFolded: foldText(name) })
    .execute()

export const removeTemplate = (tx: Tx, employerId: string, id: string) =>
  tx.deleteFrom('termTemplates').where('employerId', '=', employerId).where('id', '=', id).execute()
