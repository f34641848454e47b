import { sql } from 'kysely'
import type { Names } from '../../../domain/form.ts'
import type { PostContent } from '../../../domain/post/content.ts'
import type { Db } from '../../db/database.ts'

/** The code of a row of a table, as `names` are found by it. */
export const nameKey = (kind: 'job_category' | 'region' | 'industry' | 'employer_nature', code: string) =>
  `${kind}/${code}`

type Coded = Pick<PostContent, 'category' | 'regions'>
/** What the codes of these posts, and these of employers, are called: by `<table>/<code>`. A place with the one above it. */
export async function namesOf(
  db: Db,
  posts: readonly Coded[],
  employers: readonly { readonly industry: string; readonly nature: string }[] = [],
): Promise<Readonly<Record<string, Names>>> {
  const keys = new Set([
    ...posts.flatMap(({ category, regions }) => [
      nameKey('job_category', category),
      ...regions.flatMap((code) => [
        nameKey('region', code),
        nameKey('region', `${code.slice(0, 4)}00`),
        nameKey('region', `${code.slice(0, 2)}0000`),
      ]),
    ]),
    ...employers.flatMap(({ industry, nature }) => [
      nameKey('industry', industry),
      nameKey('employer_nature', nature),
    ]),
  ])
  const { rows } = await sql<Names & { key: string }>`
    select c.kind || '/' || c.code as key, c.name, coalesce(c.name_en, c.name) as name_en
    from unnest(${[...keys]}::text[]) as asked (key)
    join codes c on c.kind = split_part(asked.key, '/', 1) and c.code = split_part(asked.key, '/', 2)`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ key, name, nameEn }) => [key, { name, nameEn }]))
}
