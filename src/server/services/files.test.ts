import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import S3rver from '@20minutes/s3rver'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parseBucket } from './bucket-address.ts'
import { type Files, openFiles } from './files.ts'

let folder: string
let s3: S3rver
let port: number
const stores: Record<string, Files> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qianyue-files-'))
  s3 = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(folder, 's3'),
    configureBuckets: [{ name: 'evidence' }],
  })
  port = (await s3.run()).port
  stores.folder = openFiles(join(folder, 'files'))
  stores.bucket = openFiles(join(folder, 'spool'), bucketWith('S3RVER'))
})
afterAll(async () => {
  await s3.close()
  await rm(folder, { recursive: true })
})
const bucketWith = (secret: string) => parseBucket(`s3://S3RVER:${secret}@127.0.0.1:${port}/evidence?tls=0`)!

/** 3 MB in pieces, as a line brings them. */
const PIECES = Array.from({ length: 48 }, (_, index) => Buffer.alloc(65_536, index))

describe.each(['folder', 'bucket'])('in a %s', (kind) => {
  const key = (name: string) => `evidence/10000/${name}`

  test('what is written is read again byte for byte', async () => {
    await stores[kind]!.write(key('whole'), Readable.from(PIECES))
    expect((await buffer(await stores[kind]!.read(key('whole')))).equals(Buffer.concat(PIECES))).toBe(true)
  })

  test('what is removed is gone, and may be removed again', async () => {
    await stores[kind]!.write(key('gone'), Readable.from(PIECES))
    await stores[kind]!.remove(key('gone'))
    await stores[kind]!.remove(key('gone'))
    await expect(stores[kind]!.read(key('gone'))).rejects.toThrow()
  })

  test('a stream that breaks says why', async () => {
    const broken = Readable.from(
      (async function* () {
        yield PIECES[0]
        throw new Error('the line broke')
      })(),
    )
    await expect(stores[kind]!.write(key('broken'), broken)).rejects.toThrow('the line broke')
  })
})

test('the bucket never hears of what broke, and nothing stays on its way', async () => {
  await expect(stores.bucket!.read('evidence/10000/broken')).rejects.toThrow()
  expect(await readdir(join(folder, 'spool'))).toEqual([])
})

test('a bucket that does not know our key keeps nothing', async () => {
  const wrong = openFiles(join(folder, 'spool'), bucketWith('WRONG'))
  await expect(wrong.write('evidence/10000/one', Readable.from(PIECES))).rejects.toThrow()
  await expect(stores.bucket!.read('evidence/10000/one')).rejects.toThrow()
})
