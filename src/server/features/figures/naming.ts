import { sql } from 'kysely'
import type { Dimension, FigureFilter } from '../../../domain/figures/dimensions.ts'
import { type Counted, type Tally, tallyOf } from '../../../domain/figures/parts.ts'
import { bandText } from '../../../words/figure-words.ts'
import type { Db } from '../../db/database.ts'
import { listColleges } from '../schools/queries.ts'

type Names = { readonly name: string; readonly nameEn: string }
export type Group = Names & { readonly key: string; readonly tally: Tally }
export type Chosen = Names & { readonly key: string; readonly dimension: Dimension }

/** By which table of codes the keys of a dimension are read; the others say what they are. */
const TABLES: { readonly [dimension in Dimension]?: string } = {
  level: 'education_level',
  gender: 'gender',
  home: 'region',
  region: 'region',
  industry: 'industry',
  nature: 'employer_nature',
}

type Keyed = { readonly dimension: Dimension; readonly key: string }
/** What the keys are called, in one statement beside the colleges; a key that nothing names is called by itself. */
async function namesOf(db: Db, school: string, keys: readonly Keyed[]): Promise<(of: Keyed) => Names> {
  const coded = keys.flatMap(({ dimension, key }) => {
    const kind = TABLES[dimension]
    return kind && key ? [{ kind, key }] : []
  })
  const [{ rows }, colleges] = await Promise.all([
    sql<{ kind: string; code: string; name: string; nameEn: string | null }>`
      select c.kind, c.code, c.name, c.name_en from codes c
      join (select distinct * from unnest(${coded.map(({ kind }) => kind)}::text[], ${coded.map(({ key }) => key)}::text[])
        as u (kind, code)) u on u.kind = c.kind and u.code = c.code`.execute(db),
    keys.some(({ dimension }) => dimension === 'college') ? listColleges(db, school, null) : [],
  ])
  const ofCode = new Map(
    rows.map(({ kind, code, name, nameEn }) => [`${kind} ${code}`, { name, nameEn: nameEn ?? name }]),
  )
  const ofCollege = new Map(colleges.map(({ id, name }) => [id, { name, nameEn: name }]))
  return ({ dimension, key }) => {
    if (dimension === 'pay') return { name: bandText(key, 'zh-CN'), nameEn: bandText(key, 'en') }
    const known = dimension === 'college' ? ofCollege.get(key) : ofCode.get(`${TABLES[dimension]} ${key}`)
    return known ?? { name: key, nameEn: key }
  }
}

/** The groups in the order of their keys, those of whom nothing is known last; and what each filter means. */
export async function nameGroups(
  db: Db,
  school: string,
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
  const nameOf = await namesOf(db, school, [...keys.map((key) => ({ dimension: by, key })), ...asked])
  return {
    groups: keys.map((key) => ({
      key,
      ...nameOf({ dimension: by, key }),
      tally: tallyOf(byKey.get(key) ?? []),
    })),
    chosen: asked.map((one) => ({ ...one, ...nameOf(one) })),
  }
}
