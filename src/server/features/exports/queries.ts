import { type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { SHIPPED } from '../../../domain/export/shipped.ts'
import { type ExportColumn, FORMS, NEEDS } from '../../../domain/export/template.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'

const text = z.string()
const columnsAsKept = z.array(
  z.object({
    heading: text,
    below: text,
    field: z.custom<ExportColumn['field']>((key) => typeof key === 'string'),
    form: z.enum(FORMS),
    constant: text,
    need: z.enum(NEEDS),
  }),
)
const readColumnsKept = (json: unknown): ExportColumn[] => columnsAsKept.parse(json)

export type Template = {
  readonly id: string
  readonly name: string
  /** Empty of the school's own. */
  readonly nameEn: string
  readonly version: number
  readonly isShipped: boolean
  /** By whom and when this version was saved; null of what the product ships. */
  readonly saved: { readonly by: string; readonly at: Date } | null
  readonly columns: readonly ExportColumn[]
}
const SHIPPED_AS: readonly Template[] = SHIPPED.map((one) => ({
  ...one,
  version: 1,
  isShipped: true,
  saved: null,
}))
const shipped = (id: string) => SHIPPED_AS.find((one) => one.id === id)

const select = (db: Db, school: string) =>
  db
    .selectFrom('exportTemplates as t')
    .innerJoin('exportTemplateVersions as v', (on) =>
      on.onRef('v.schoolId', '=', 't.schoolId').onRef('v.templateId', '=', 't.id'),
    )
    .innerJoin('users as u', 'u.id', 'v.savedBy')
    .where('t.schoolId', '=', school)
    .select(['t.id', 't.name', 'v.version', 'v.columns', 'v.savedAt', 'u.name as savedBy', 't.endedAt'])
const current = sql<SqlBool>`v.version = t.version`

type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const templateOf = ({ id, name, version, columns, savedAt, savedBy }: Selected): Template => ({
  id,
  name,
  nameEn: '',
  version,
  isShipped: false,
  saved: { by: savedBy, at: savedAt },
  columns: readColumnsKept(columns),
})

/** What a school can export by: the product's first, then its own by name. There are fifty at most. */
export async function listTemplates(db: Db, school: string): Promise<Template[]> {
  const rows = await select(db, school)
    .where(current)
    .where('t.endedAt', 'is', null)
    .orderBy('t.name')
    .execute()
  return [...SHIPPED_AS, ...rows.map(templateOf)]
}

/** As it is now. */
export async function findTemplate(db: Db, { school, id }: Key): Promise<Template> {
  const ours = shipped(id)
  if (ours) return ours
  const found = await select(db, school)
    .where(current)
    .where('t.id', '=', id)
    .where('t.endedAt', 'is', null)
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return templateOf(found)
}

/** Its versions, the newest first, at most these. */
export async function listVersions(db: Db, { school, id }: Key, most: number): Promise<Template[]> {
  const rows = await select(db, school)
    .where('t.id', '=', id)
    .orderBy('v.version', 'desc')
    .limit(most)
    .execute()
  return rows.map(templateOf)
}

/** The row `for update`: of two who save at once the second is told. What the product ships is nobody's to change. */
export async function lockTemplate(tx: Tx, { school, id }: Key): Promise<{ version: number; name: string }> {
  if (shipped(id)) throw new Refusal('export-template-shipped')
  const found = await tx
    .selectFrom('exportTemplates')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .where('endedAt', 'is', null)
    .select(['version', 'name'])
    .forUpdate()
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found')
  return found
}

export async function countTemplates(tx: Tx, school: string): Promise<number> {
  const { n } = await tx
    .selectFrom('exportTemplates')
    .where('schoolId', '=', school)
    .where('endedAt', 'is', null)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return n
}

export type SavedVersion = {
  readonly name: string
  readonly version: number
  readonly columns: readonly ExportColumn[]
  readonly by: string
  readonly at: Date
}
/** A version of one that is new or locked, by which it goes from now on. The caller journals it. */
export async function saveVersion(
  tx: Tx,
  { school, id }: Key,
  { name, version, columns, by, at }: SavedVersion,
): Promise<void> {
  const named = { name, nameKey: foldText(name), version }
  await tx
    .insertInto('exportTemplates')
    .values({ schoolId: school, id, ...named })
    .onConflict((same) => same.columns(['schoolId', 'id']).doUpdateSet(named))
    .execute()
  await tx
    .insertInto('exportTemplateVersions')
    .values({
      schoolId: school,
      templateId: id,
      version,
      columns: JSON.stringify(columns),
      savedBy: by,
      savedAt: at,
    })
    .execute()
}

/** Nobody exports by it any more; its versions stay. The caller has locked it and journals it. */
export const endTemplate = (tx: Tx, { school, id }: Key, at: Date) =>
  tx
    .updateTable('exportTemplates')
    .set({ endedAt: at })
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .execute()
