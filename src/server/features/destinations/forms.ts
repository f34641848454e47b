import { sql } from 'kysely'
import type { Destination } from '../../../domain/destination/life.ts'
import { codeTableOf, type FormFacts, type FormField, type Given, type Names } from '../../../domain/form.ts'
import { type OwnField, ownNames } from '../../../domain/own-field/field.ts'
import { askedFor } from '../../../domain/own-field/list.ts'
import type { Db } from '../../db/database.ts'
import { readForm } from '../../db/stored.ts'
import { presentField } from '../own-fields/present.ts'
import { findOwnFields } from '../own-fields/queries.ts'

/** The categories that may be chosen by a graduate of this year, with their forms: what has a way other than an agreement. */
const selectCategories = (db: Db, year: number) =>
  db
    .selectFrom('codes as k')
    .leftJoin('codes as p', (on) => on.onRef('p.kind', '=', 'k.kind').onRef('p.code', '=', 'k.parent'))
    .where('k.kind', '=', 'destination')
    .where('k.route', 'in', ['destination', 'declaration'])
    .where(sql<boolean>`coalesce(k.valid_from, ${year}) <= ${year}`)
    .where(sql<boolean>`coalesce(k.valid_until, ${year}) >= ${year}`)
    .select(['k.code', 'k.name', 'k.nameEn', 'k.route', 'k.form', 'k.class', 'k.evidence', 'k.evidenceEn'])
    .select(['p.name as parentName', 'p.nameEn as parentNameEn'])

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectCategories>['executeTakeFirst']>>>

const named = (name: string | null, nameEn: string | null): Names | null =>
  name === null ? null : { name, nameEn: nameEn ?? name }

const parse = (row: Found) => ({
  category: row.code,
  name: row.name,
  nameEn: row.nameEn ?? row.name,
  parent: named(row.parentName, row.parentNameEn),
  route: row.route as Destination['route'],
  evidence: named(row.evidence, row.evidenceEn),
  fields: readForm(row.form ?? []),
  categoryClass: row.class ?? '',
})

/** A field of the school's own as a form asks it. */
const ownAsked = (field: OwnField) => {
  const { key, takes, required, filledBy, seenBy } = presentField(field)
  const own = { takes, filledBy, seenBy }
  return { key, ...ownNames(field), type: 'own' as const, required, headline: false, own }
}

/** What the school asks of destinations in fields of its own: of each category's student, or of staff. */
export async function findOwnAsked(db: Db, school: string) {
  const fields = await findOwnFields(db, school, 'destination')
  return (by: OwnField['filledBy'], category: string) =>
    askedFor(fields, category)
      .filter(({ filledBy }) => filledBy === by)
      .map(ownAsked)
}

export async function listForms(db: Db, school: string, year: number) {
  const rows = await selectCategories(db, year).orderBy('k.position').orderBy('k.code').execute()
  const own = await findOwnAsked(db, school)
  return rows.map((row) => {
    const { categoryClass: _, fields, ...form } = parse(row)
    // Of the code table's none is the school's own.
    const ofTable = fields.map(({ own: __, ...field }) => field)
    return { ...form, fields: [...ofTable, ...own('student', form.category)] }
  })
}

/** What the code table says of what was given: the category, where it may be chosen, and the rows answered with. */
export async function findFormFacts(
  db: Db,
  { category: code, details }: Given,
  { school, year }: { readonly school: string; readonly year: number },
): Promise<FormFacts> {
  const row = await selectCategories(db, year).where('k.code', '=', code).executeTakeFirst()
  if (!row) return { category: null, rows: new Map() }
  const { parent: _, evidence: __, fields, ...category } = parse(row)
  const own = await findOwnAsked(db, school)
  const asked = { ...category, fields: [...fields, ...own('student', code)] }
  return { category: asked, rows: await findNames(db, fields, details, year) }
}

/** The rows that were answered with, as `<table>/<code>`, where they may be chosen in this year: each under all that it lies in. */
async function findNames(
  db: Db,
  fields: readonly FormField[],
  details: Given['details'],
  year: number,
): Promise<ReadonlyMap<string, Names>> {
  const asked = fields.flatMap(({ key, type }) => {
    const table = codeTableOf(type)
    const code = details[key]
    return table && code ? [{ table, code }] : []
  })
  if (asked.length === 0) return new Map()
  const { rows } = await sql<Names & { kind: string; code: string }>`
    with recursive path as (
      select kind, code, parent, name, coalesce(name_en, name) as name_en from codes
      where (kind, code) in (select * from unnest(${asked.map(({ table }) => table)}::text[],
        ${asked.map(({ code }) => code)}::text[]))
        and coalesce(valid_from, ${year}) <= ${year} and coalesce(valid_until, ${year}) >= ${year}
      union all
      select p.kind, p.code, c.parent, c.name || p.name, coalesce(c.name_en, c.name) || p.name_en
      from path p join codes c on c.kind = p.kind and c.code = p.parent
    )
    select kind, code, name, name_en from path where parent is null
  `.execute(db)
  return new Map(rows.map(({ kind, code, name, nameEn }) => [`${kind}/${code}`, { name, nameEn }]))
}
