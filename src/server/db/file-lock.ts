import { DatabaseSync } from 'node:sqlite'
import { setTimeout as sleep } from 'node:timers/promises'
import { OperatorError } from './operator-error.ts'

/**
 * Locks between processes that the kernel drops when their holder dies, even of `kill -9`: nothing goes stale.
 * Node has no file locks of its own but carries SQLite, which has; the files stay empty.
 * Do not read or copy a lock file in a process that holds it: POSIX drops the lock when any handle on it closes.
 */
export type FileLock = { release(): void }

const SQLITE_BUSY = 5

/** A lock that any number of holders share; null while somebody holds it alone. */
export const tryShare = (file: string) => tryLock(file, 'begin; select count(*) from sqlite_schema')

/** A lock without any other holder; null while there is one. */
export const tryOwn = (file: string) => tryLock(file, 'begin exclusive')

/** Waits for its turn to hold the lock alone. */
export const own = (file: string, patienceMs: number) => waitFor(() => tryOwn(file), file, patienceMs)

/** Waits until nobody holds the lock alone, then shares it. */
export const share = (file: string, patienceMs: number) => waitFor(() => tryShare(file), file, patienceMs)

async function waitFor(attempt: () => FileLock | null, file: string, patienceMs: number): Promise<FileLock> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const lock = attempt()
    if (lock) return lock
    if (performance.now() > deadline)
      throw new OperatorError(
        `另一个进程锁住 ${file} 太久。`,
        `Another process has kept ${file} locked for too long.`,
      )
    await sleep(25)
  }
}

function tryLock(file: string, begin: string): FileLock | null {
  const handle = new DatabaseSync(file, { timeout: 0 })
  try {
    handle.exec(begin)
    return { release: () => handle.close() }
  } catch (error) {
    handle.close()
    if (isBusy(error)) return null
    throw error
  }
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
