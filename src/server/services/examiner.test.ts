import { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { picture } from '../testing/sample-files.ts'
import { SMALL_PDF } from '../testing/scenario.ts'
import { type Examiner, openExaminer } from './examiner.ts'

let examiner: Examiner
beforeAll(() => {
  examiner = openExaminer()
})
afterAll(() => examiner.close())

const examine = (mediaType: string, file: Buffer) =>
  examiner.examine(mediaType, async () => Readable.from([file]))
const PDF = 'application/pdf'
/** A PDF that is no scan of a form of ours. */
const AS_IT_IS = { copies: null, page: null }

/** A table of objects that unpacks, twice over, to more than may be had. */
function bomb(): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(1_200_000_000)))
  const table = `<</Type/XRef/W[1 2 1]/Size 10/Root 2 0 R/Filter[/FlateDecode/FlateDecode]/Length ${packed.length}>>`
  return Buffer.concat([
    Buffer.from(`%PDF-1.5\n1 0 obj${table}stream\n`),
    packed,
    Buffer.from('\nendstream endobj\nstartxref\n9\n%%EOF\n'),
  ])
}

describe('a file that is made to do harm', () => {
  test('ends where it is opened: what asks for all memory is refused, the next is served, and we stand still for none', async () => {
    const file = bomb()
    let longest = 0
    let before = performance.now()
    const beat = setInterval(() => {
      longest = Math.max(longest, performance.now() - before)
      before = performance.now()
    }, 20)
    const memory = process.memoryUsage().rss
    await expect(examine(PDF, file)).rejects.toMatchObject({ code: 'evidence-too-heavy' })
    clearInterval(beat)
    // Far less than the seconds that it takes, and the gigabytes.
    expect(longest).toBeLessThan(2_000)
    expect(process.memoryUsage().rss - memory).toBeLessThan(300 * 1024 * 1024)
    expect(await examine(PDF, SMALL_PDF)).toEqual(AS_IT_IS)
  }, 120_000)

  test('a script that a picture is not is not read as one', async () => {
    const svg = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><rect width="9" height="9"/></svg>',
    )
    await expect(examine('image/png', svg)).rejects.toMatchObject({ code: 'evidence-unreadable' })
  })
})

test('more than may wait are told to come again, and those who wait are served', async () => {
  const answers = await Promise.allSettled(Array.from({ length: 60 }, () => examine(PDF, SMALL_PDF)))
  const refused = answers.flatMap((answer) => (answer.status === 'rejected' ? [answer.reason.code] : []))
  expect(refused.length).toBeGreaterThan(10)
  expect(refused.every((code) => code === 'evidence-busy')).toBe(true)
})

test('who comes as a process ends for want of work is served by another', async () => {
  const hasty = openExaminer(1)
  for (let k = 0; k < 8; k++) {
    expect(await hasty.examine(PDF, async () => Readable.from([SMALL_PDF]))).toEqual(AS_IT_IS)
    // Its timer was set before this one, so it has only just been told to end.
    await setTimeout(1)
  }
  hasty.close()
}, 120_000)

test('a file that cannot be fetched costs no process', async () => {
  const another = openExaminer()
  const processes = () => process.getActiveResourcesInfo().filter((one) => one === 'ProcessWrap').length
  const before = processes()
  const lost = () => Promise.reject(new Error('the store is gone'))
  for (let k = 0; k < 3; k++) await expect(another.examine(PDF, lost)).rejects.toThrow('the store is gone')
  expect(processes()).toBe(before)
  another.close()
})

test('a page is copied in full, a long one not narrowed to nothing', async () => {
  const sizes = []
  for (const [width, height] of [
    [1600, 2200],
    [1080, 20_000],
  ] as const) {
    const { copies } = await examine('image/png', await picture(width, height).png().toBuffer())
    const { width: w, height: h } = await sharp(copies!.view).metadata()
    sizes.push([w, h])
  }
  expect(sizes[0]).toEqual([1600, 2200])
  expect(sizes[1]![0]).toBeGreaterThan(900)
})

test('a file that is being opened while all ends is told to be sent again', async () => {
  const another = openExaminer()
  const asked = another.examine(PDF, async () => {
    another.close()
    return Readable.from([SMALL_PDF])
  })
  await expect(asked).rejects.toMatchObject({ code: 'evidence-broken-off' })
})
