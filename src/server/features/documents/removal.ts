import { sql } from 'kysely'
import pLimit from 'p-limit'
import * as acrossSchools from '../../db/across-schools.ts'
import { unlessBackedUp } from '../../db/backup-lock.ts'
import type { Db } from '../../db/database.ts'
import type { Services } from '../../services/services.ts'
import { documentKey } from './keys.ts'

const AT_ONCE = 200
const together = pLimit(4)

type Left = { readonly school: string; readonly file: string }

/** Files of documents that say nothing any more, in the order of the index. */
async function listLeft(db: Db, after: Left | undefined): Promise<Left[]> {
  const beyond = after
    ? sql<boolean>`(school_id, file) > (${after.school}, ${after.file})`
    : sql<boolean>`true`
  const { rows } = await sql<Left>`
    select school_id as school, file from documents
    where removed_at is not null and file is not null and ${beyond}
    order by school_id, file limit ${AT_ONCE} ${acrossSchools.clock}`.execute(db)
  return rows
}

/**
 * The file first, then its name in the row: broken off in between, or put off by a back-up, the next sweep does it again, and what is
 * not there counts as removed. A file that cannot be removed now does not hold up the others. Answers how many.
 */
export async function removeFilesLeft({ db, files }: Pick<Services, 'db' | 'files'>): Promise<number> {
  const take = ({ school, file }: Left) =>
    unlessBackedUp(db, async (tx) => {
      await files.remove(documentKey(school, file))
      await sql`
        update documents set file = null
        where school_id = ${school} and file = ${file} and removed_at is not null`.execute(tx)
    })
  const isTaken = (one: Left) => together(() => take(one)).catch(() => false)
  let removed = 0
  for (let after: Left | undefined; ; ) {
    const left: Left[] = await listLeft(db, after)
    removed += (await Promise.all(left.map(isTaken))).filter(Boolean).length
    after = left.at(-1)
    if (left.length < AT_ONCE) return removed
  }
}
