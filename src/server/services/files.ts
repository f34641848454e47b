import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, open, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { Bucket } from './bucket-address.ts'

/** Bytes under keys. A key is a path of ours, never anything that a person typed. */
export type Files = {
  /** Resolves once all of it is kept; rejects with the stream's own error, and may then leave a part behind. */
  write(key: string, bytes: Readable): Promise<void>
  /** Rejects when there is nothing under the key. */
  read(key: string): Promise<Readable>
  has(key: string): Promise<boolean>
  /** What is not there counts as removed. */
  remove(key: string): Promise<void>
  /** The disk that they are kept on; null where that is not this machine's. */
  room(): Promise<Room | null>
}

/** In bytes. */
type Room = { readonly free: number; readonly all: number }

/** In the folder, or in the bucket, where the folder only holds what is on its way. */
export const openFiles = (folder: string, bucket?: Bucket): Files =>
  bucket ? inBucket(bucket, folder) : inFolder(folder)

/** The storage libraries cost start time and memory: they are loaded when the first file comes. */
const whenNeeded = <T>(make: () => Promise<T>) => {
  let made: Promise<T> | undefined
  return () => {
    made ??= make()
    return made
  }
}
const makeFolder = (folder: string) => mkdir(folder, { recursive: true, mode: 0o700 })

function inFolder(folder: string): Files {
  const driver = whenNeeded(async () => {
    const { FSDriver } = await import('flydrive/drivers/fs')
    await makeFolder(folder)
    return new FSDriver({ location: folder, visibility: 'private' })
  })
  return {
    async write(key, bytes) {
      await (await driver()).putStream(key, bytes)
      await settle(join(folder, key))
    },
    async read(key) {
      const stream = await (await driver()).getStream(key)
      await once(stream, 'open')
      return stream
    },
    has: async (key) => (await driver()).exists(key),
    remove: async (key) => (await driver()).delete(key),
    async room() {
      await makeFolder(folder)
      const { bavail, blocks, bsize } = await statfs(folder)
      return { free: bavail * bsize, all: blocks * bsize }
    },
  }
}

/** On the disk itself, as the database's row about it will be. */
async function settle(path: string) {
  const file = await open(path)
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function inBucket(bucket: Bucket, folder: string): Files {
  const driver = whenNeeded(async () => {
    const { S3Driver } = await import('flydrive/drivers/s3')
    await makeFolder(folder)
    return new S3Driver({
      ...bucket,
      visibility: 'private',
      // Most stores that speak S3 know neither its access lists nor its trailing checksums.
      supportsACL: false,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      requestHandler: { connectionTimeout: 5_000, requestTimeout: 60_000, throwOnRequestTimeout: true },
    })
  })
  return {
    async write(key, bytes) {
      const s3 = await driver()
      await spooled(folder, bytes, (all, contentLength) => s3.putStream(key, all, { contentLength }))
    },
    read: async (key) => (await driver()).getStream(key),
    has: async (key) => (await driver()).exists(key),
    remove: async (key) => (await driver()).delete(key),
    room: async () => null,
  }
}

/** S3 wants the length first and hangs up on who is slow. The spool has no name, so that it ends with the process. */
async function spooled(
  folder: string,
  bytes: Readable,
  use: (all: Readable, length: number) => Promise<void>,
) {
  const path = join(folder, randomUUID())
  const spool = await open(path, 'wx+', 0o600)
  try {
    await rm(path)
    await spool.writeFile(bytes)
    const { size } = await spool.stat()
    await use(spool.createReadStream({ start: 0, autoClose: false }), size)
  } finally {
    await spool.close()
  }
}
