import { sql } from 'kysely'
import type { Dimension, FigureFilter } from '../../../domain/figures/dimensions.ts'
import { type Counted, type Tally, tallyOf } from '../../../domain/figures/parts.ts'
import { bandText } from '../../../words/figure-words.ts'
import type { Db } from '../../db/database.ts'
import type { Asked, KeptMoment } from './queries.ts'

type Names = { readonly name: string; readonly nameEn: string }
export type Group = Names & { readonly key: string; readonly tally: Tally }
export type Chosen = Names & { readonly key: string; readonly dimension: Dimension }

const COLLEGES = 'college'
/** By which table of codes, or as colleges, the keys of a dimension are read; the others say what they are. */
const TABLES: { readonly [dimension in Dimension]?: string } = {
  college: COLLEGES,
  level: 'education_level',
  gender: 'gender',
  home: 'region',
  region: 'region',
  industry: 'industry',
  nature: 'employer_nature',
}

/** Everything that has a name, now or as a moment has kept it: codes by their tables, colleges beside them. */
export const namedIn = (school: string, kept: KeptMoment | null) =>
  kept === null
    ? sql`(select kind, code, name, coalesce(name_en, name) as name_en from codes
        union all select ${COLLEGES}, id, name, name from colleges where school_id = ${school})`
    : sql`(select c.kind, c.code, c.name, c.name_en from figure_moments m
        cross join jsonb_to_recordset(m.tables -> 'names') as c (kind text, code text, name text, name_en text)
        where m.school_id = ${school} and m.id = ${kept.id})`

type Keyed = { readonly dimension: Dimension; readonly key: string }
/** What the keys are called, in one statement; a key that nothing names is called by itself. */
async function namesOf(
  db: Db,
  { school, kept }: Pick<Asked, 'school' | 'kept'>,
  keys: readonly Keyed[],
): Promise<(of: Keyed) => Names> {
  const coded = keys.flatMap(({ dimension, key }) => {
    const kind = TABLES[dimension]
    return kind && key ? [{ kind, key }] : []
  })
  const { rows } = await sql<Names & { kind: string; code: string }>`
    select c.kind, c.code, c.name, c.name_en from ${namedIn(school, kept)} c
    join (select distinct * from unnest(${coded.map(({ kind }) => kind)}::text[], ${coded.map(({ key }) => key)}::text[])
      as u (kind, code)) u on u.kind = c.kind and u.code = c.code`.execute(db)
  const known = new Map(rows.map(({ kind, code, name, nameEn }) => [`${kind} ${code}`, { name, nameEn }]))
  return ({ dimension, key }) => {
    if (dimension === 'pay') return { name: bandText(key, 'zh-CN'), nameEn: bandText(key, 'en') }
    return known.get(`${TABLES[dimension]} ${key}`) ?? { name: key, nameEn: key }
  }
}

/** The groups in the order of their keys, those of whom nothing is known last; and what each filter means. */
export async function nameGroups(
  db: Db,
  of: Pick<Asked, 'school' | 'kept'>,
  { by, filter, rows }: { by: Dimension; filter: FigureFilter; rows: readonly (Counted & { key: string })[] },
): Promise<{ readonly groups: Group[]; readonly chosen: Chosen[] }> {
  const byKey = Map.groupBy(rows, ({ key }) => key)
  const keys = [...byKey.keys()].sort((one, other) => {
    if (one === '' || other === '') return one === '' ? 1 : -1
    return one < other ? -1 : 1
  })
  const asked = (Object.entries(filter) as [Dimension, string | undefined][]).flatMap(([dimension, key]) =>
    key === undefined ? [] : [{ dimension, key }],
  )
  const nameOf = await namesOf(db, of, [...keys.map((key) => ({ dimension: by, key })), ...asked])
  return {
    groups: keys.map((key) => ({
      key,
      ...nameOf({ dimension: by, key }),
      tally: tallyOf(byKey.get(key) ?? []),
    })),
    chosen: asked.map((one) => ({ ...one, ...nameOf(one) })),
  }
}

/** The school as it is called, or was when a moment was kept. */
export async function findSchoolNamed(
  db: Db,
  { school, kept }: Pick<Asked, 'school' | 'kept'>,
): Promise<Names> {
  const { rows } = await sql<Names>`
    select n.name, n.name_en from ${namedIn(school, kept)} n where n.kind = 'school' and n.code = ${school}`.execute(
    db,
  )
  return rows[0]!
}
