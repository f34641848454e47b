import pLimit from 'p-limit'
import { unlessBackedUp } from '../../db/backup-lock.ts'
import type { Key } from '../../db/key.ts'
import type { Services } from '../../services/services.ts'
import { COPIES, copyKey, storageKey } from './storage-keys.ts'
import * as uploads from './uploads.ts'

export type Storage = Pick<Services, 'db' | 'files'>

/** The file with its copies; what is not there counts as removed. */
export async function removeFiles(files: Services['files'], key: string): Promise<void> {
  await Promise.all(COPIES.map((copy) => files.remove(copyKey(key, copy))))
  await files.remove(key)
}

/** The file first, then its row: broken off in between, or put off by a back-up, the next sweep does it again. */
export const takeAway = ({ db, files }: Storage, key: Key): Promise<boolean> =>
  unlessBackedUp(db, async (tx) => {
    await removeFiles(files, storageKey(key))
    await uploads.deleteRow(tx, key)
  })

const HOUR = 60 * 60 * 1000
/** Since before when an upload has broken off, or has waited in vain for an act. */
export const unusedBefore = (at: Date) => ({
  uploading: new Date(at.getTime() - HOUR),
  ready: new Date(at.getTime() - 24 * HOUR),
})

const AT_ONCE = 200
const together = pLimit(4)

/**
 * Takes away all that `list` has, by pieces; answers how many. A file that cannot be removed now does not hold up the others: it
 * is tried again with the next sweep.
 */
export async function takeAwayAll<K>(
  list: (after: K | null, most: number) => Promise<K[]>,
  take: (key: K) => Promise<boolean>,
): Promise<number> {
  let removed = 0
  for (let after: K | null = null; ; ) {
    const keys: K[] = await list(after, AT_ONCE)
    const isRemoved = (key: K) => together(() => take(key)).catch(() => false)
    removed += (await Promise.all(keys.map(isRemoved))).filter(Boolean).length
    after = keys.at(-1) ?? null
    if (keys.length < AT_ONCE) return removed
  }
}

/**
 * Uploads that broke off an hour ago or more, and files that no act has taken for a day; answers how many. Any number of
 * instances may.
 */
export async function removeUnused(storage: Storage, at: Date): Promise<number> {
  const before = unusedBefore(at)
  await uploads.forgetCounts(storage.db, before.uploading)
  await uploads.startRemovalOfUnused(storage.db, before)
  return takeAwayAll<Key>(
    (after, most) => uploads.listToRemove(storage.db, after, most),
    (key) => takeAway(storage, key),
  )
}
