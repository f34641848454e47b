import { sql } from 'kysely'
import type { Db } from './database.ts'
import { OperatorError } from './operator-error.ts'

/** A schema that stands in a database from before a restoration changes anything there until all of it is done. */
export const RESTORATION = 'restoration'

export async function isBeingRestored(db: Db): Promise<boolean> {
  const { rows } = await sql<{ marked: boolean }>`
    select to_regnamespace(${RESTORATION}) is not null as marked`.execute(db)
  return rows[0]!.marked
}

/** What is half there is served to nobody. */
export async function refuseUnlessRestored(db: Db): Promise<void> {
  if (await isBeingRestored(db))
    throw new OperatorError(
      '这个数据库的恢复尚未完成：请再次运行 npm run restore -- <备份文件>，完成后再启动。',
      'The restoration of this database was not finished: run npm run restore -- <file> again, then start.',
    )
}
