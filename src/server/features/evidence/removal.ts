import pLimit from 'p-limit'
import type { Key } from '../../db/key.ts'
import type { Services } from '../../services/services.ts'
import { COPIES, copyKey, storageKey } from './storage-keys.ts'
import * as uploads from './uploads.ts'

export type Storage = Pick<Services, 'db' | 'files'>

/** The file with its copies; what is not there counts as removed. */
export async function removeFiles(files: Services['files'], key: Key): Promise<void> {
  await Promise.all(COPIES.map((copy) => files.remove(copyKey(key, copy))))
  await files.remove(storageKey(key))
}

/** The file first, then its row: broken off in between, the next sweep does it again. */
export async function takeAway({ db, files }: Storage, key: Key): Promise<void> {
  await removeFiles(files, key)
  await uploads.deleteRow(db, key)
}

const HOUR = 60 * 60 * 1000
const AT_ONCE = 200
const together = pLimit(4)

/**
 * Uploads that broke off an hour ago or more, and files that no act has taken for a day; answers how many. Any number of
 * instances may. A file that cannot be removed now does not hold up the others: it is tried again with the next sweep.
 */
export async function removeUnused(storage: Storage, at: Date): Promise<number> {
  const ago = (hours: number) => new Date(at.getTime() - hours * HOUR)
  await uploads.forgetCounts(storage.db, ago(1))
  await uploads.startRemovalOfUnused(storage.db, { uploading: ago(1), ready: ago(24) })
  let removed = 0
  for (let after: Key | null = null; ; ) {
    const keys: Key[] = await uploads.listToRemove(storage.db, after, AT_ONCE)
    const isRemoved = (key: Key) =>
      together(() => takeAway(storage, key)).then(
        () => true,
        () => false,
      )
    removed += (await Promise.all(keys.map(isRemoved))).filter(Boolean).length
    after = keys.at(-1) ?? null
    if (keys.length < AT_ONCE) return removed
  }
}
