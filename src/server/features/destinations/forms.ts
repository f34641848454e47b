import { sql } from 'kysely'
import { z } from 'zod'
import { type FormField, formField } from '../../../contracts/destinations.ts'
import { codeTableOf, faultsOf, normalAnswer } from '../../../domain/form.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'
import { type FieldFault, InvalidFields } from '../../http/problems.ts'

export type Names = { readonly name: string; readonly nameEn: string }
/** By the field's key: what was answered, and its names as they were then. */
export type Answers = Readonly<Record<string, { readonly value: string; readonly shown: Names }>>

const fieldsOf = z.array(formField)

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
  route: row.route as 'destination' | 'declaration',
  evidence: named(row.evidence, row.evidenceEn),
  fields: fieldsOf.parse(row.form ?? []),
  class: row.class ?? '',
})
type Category = ReturnType<typeof parse>

export async function listForms(db: Db, year: number) {
  const rows = await selectCategories(db, year).orderBy('k.position').orderBy('k.code').execute()
  return rows.map(parse)
}

async function findCategory(db: Db, code: string, year: number): Promise<Category> {
  const row = await selectCategories(db, year).where('k.code', '=', code).executeTakeFirst()
  if (!row) throw new Refusal('category-not-offered', { field: 'category' })
  return parse(row)
}

export type Given = {
  readonly category: string
  readonly details: Readonly<Record<string, string>>
  readonly evidence: readonly string[]
}

/**
 * The category's form with its answers, checked: what a destination keeps. Refuses with all faults at once. A
 * declaration takes no evidence, whatever was sent with it.
 */
export async function fillForm(db: Db, given: Given, year: number) {
  const category = await findCategory(db, given.category, year)
  const { fields, route } = category
  const names = await findNames(db, fields, given.details, year)
  const lacksEvidence = route === 'destination' && given.evidence.length === 0
  const faults: FieldFault[] = faultsOf(fields, given.details, (table, code) =>
    names.has(`${table}/${code}`),
  ).map(({ key, fault }) => ({ field: `details.${key}`, fault }))
  if (faults.length > 0)
    throw new InvalidFields(
      lacksEvidence ? [...faults, { field: 'evidence', fault: 'evidence-needed' }] : faults,
    )
  if (lacksEvidence) throw new Refusal('evidence-needed', { field: 'evidence' })
  const answers: Answers = Object.fromEntries(
    fields.map(({ key, type }) => {
      const value = normalAnswer(type, given.details[key] ?? '')
      return [
        key,
        { value, shown: names.get(`${codeTableOf(type)}/${value}`) ?? { name: value, nameEn: value } },
      ]
    }),
  )
  const head = fields.find(({ headline }) => headline)
  return {
    category: category.category,
    categoryNames: { name: category.name, nameEn: category.nameEn },
    class: category.class,
    route,
    form: fields,
    answers,
    evidence: route === 'destination' ? given.evidence : [],
    headline: (head && answers[head.key]?.shown.name) || category.name,
  }
}
export type FilledForm = Awaited<ReturnType<typeof fillForm>>

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
