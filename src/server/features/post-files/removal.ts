import { unlessBackedUp } from '../../db/backup-lock.ts'
import { removeFiles, type Storage, takeAwayAll, unusedBefore } from '../evidence/removal.ts'
import * as rows from './queries.ts'

/** The file first, then its row: broken off in between, or put off by a back-up, the next sweep does it again. */
export const takeAwayFile = ({ db, files }: Storage, key: rows.PostFileKey): Promise<boolean> =>
  unlessBackedUp(db, async (tx) => {
    await removeFiles(files, rows.postFileKey(key))
    await rows.deleteRow(tx, key)
  })

/** Uploads for posts that broke off an hour ago or more, and those that no post has had for a day; answers how many. */
export async function removeUnusedOfPosts(storage: Storage, at: Date): Promise<number> {
  await rows.startRemovalOfUnused(storage.db, unusedBefore(at))
  return takeAwayAll<rows.PostFileKey>(
    (after, most) => rows.listToRemove(storage.db, after, most),
    (key) => takeAwayFile(storage, key),
  )
}
