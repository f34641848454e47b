import { type RawBuilder, sql } from 'kysely'
import type { Ground } from '../../../domain/post/word-lists.ts'
import { listsOf, type WordList } from '../../../domain/post/wording.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'

/** A school's own lists, as JSON within another statement. */
export const wordingsOf = (school: RawBuilder<unknown>) => sql<WordList[] | null>`(
  select json_agg(json_build_object('ground', w.ground, 'blocking', w.blocking, 'doubtful', w.doubtful,
    'exceptions', w.exceptions)) from post_wordings w where w.school_id = ${school})`

/** What a school has posts checked for. */
export async function findWording(db: Db, school: string): Promise<WordList[]> {
  const { rows } = await sql<{ own: WordList[] | null }>`select ${wordingsOf(sql`${school}`)} as own`.execute(
    db,
  )
  return listsOf(rows[0]?.own ?? [])
}

/** What each of these schools has posts checked for. */
export async function listWordings(db: Db, schools: readonly string[]): Promise<WordList[]> {
  const { rows } = await sql<{ own: WordList[] | null }>`
    select ${wordingsOf(sql`s.id`)} as own from schools s where s.id = any(${[...new Set(schools)]})
    ${acrossSchools.employers}`.execute(db)
  return rows.flatMap(({ own }) => listsOf(own ?? []))
}

/** The same with who has changed what, for whoever changes it. */
export async function listWording(db: Db, school: string) {
  const rows = await db
    .selectFrom('postWordings as w')
    .innerJoin('users as u', 'u.id', 'w.savedBy')
    .where('w.schoolId', '=', school)
    .select(['w.ground', 'w.version', 'w.savedAt', 'u.name', 'w.blocking', 'w.doubtful', 'w.exceptions'])
    .execute()
  const own = new Map(rows.map((row) => [row.ground, row]))
  return listsOf([]).map(({ ground, ...ours }) => {
    const { blocking, doubtful, exceptions } = own.get(ground) ?? ours
    const saved = own.get(ground)
    return {
      ground,
      blocking: [...blocking],
      doubtful: [...doubtful],
      exceptions: [...exceptions],
      version: saved?.version ?? 0,
      saved: saved ? { at: saved.savedAt.toISOString(), by: saved.name } : null,
    }
  })
}

/** The version of a school's list, the school being locked; 0 where it is the product's. */
export async function versionOfWording(tx: Tx, school: string, ground: Ground): Promise<number> {
  const found = await tx
    .selectFrom('postWordings')
    .where('schoolId', '=', school)
    .where('ground', '=', ground)
    .select('version')
    .executeTakeFirst()
  return found?.version ?? 0
}

/** Changed and journaled by the caller's transaction, which has locked the school. */
export async function saveWording(
  tx: Tx,
  school: string,
  list: WordList,
  saved: { readonly version: number; readonly at: Date; readonly by: string },
): Promise<void> {
  const row = {
    blocking: [...list.blocking],
    doubtful: [...list.doubtful],
    exceptions: [...list.exceptions],
    version: saved.version,
    savedAt: saved.at,
    savedBy: saved.by,
  }
  await tx
    .insertInto('postWordings')
    .values({ schoolId: school, ground: list.ground, ...row })
    .onConflict((same) => same.columns(['schoolId', 'ground']).doUpdateSet(row))
    .execute()
}
