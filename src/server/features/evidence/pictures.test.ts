import { createHash } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest'
import * as dissolutions from '../../../contracts/dissolutions.ts'
import {
  type EvidenceFile,
  openOriginal,
  readEvidence,
  removeEvidence,
  uploadEvidence,
} from '../../../contracts/evidence.ts'
import type { Visitor } from '../../http/visitor.ts'
import { everybody } from '../../testing/everybody.ts'
import { picture, TELLTALES, TURNED } from '../../testing/sample-files.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let student: Awaited<ReturnType<Scenario['student']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let people: Record<string, Visitor>
beforeAll(async () => {
  s = await startScenario()
})
beforeEach(async () => {
  ;({ school, student, employer, reviewer, people } = await everybody(s))
})
afterAll(() => s.stop())

const read = (by: Visitor, id: string, query = {}) => by.ask(readEvidence, { params: { school, id }, query })
const only = ([file]: readonly EvidenceFile[]) => file!.id

/** With a case that both sides and the school see. */
const asked = async (file: Buffer, name: string) => {
  const agreement = await s.certify(await s.sign(employer, student), reviewer)
  const sent = { params: { school }, query: { name }, file }
  const { id } = await student.first.call(uploadEvidence, sent)
  return student.first.call(dissolutions.askDissolution, {
    params: { school, id: agreement.id },
    body: {
      seenVersion: agreement.version,
      ground: 'no-qualification',
      reason: '未取得学位证书',
      noticeVersion: 1,
      evidence: [id],
    },
  })
}
const pixel = async (file: Buffer, left: number, top: number) =>
  [...(await sharp(file).extract({ left, top, width: 1, height: 1 }).raw().toBuffer())] as [
    number,
    number,
    number,
  ]

test.each([
  ['image/jpeg', '照片.jpg', TURNED.jpeg],
  ['image/heic', '照片.HEIC', TURNED.heic],
])(
  '%s is seen upright by everybody, and says nothing of place, phone and author',
  async (mediaType, name, file) => {
    const { evidence } = await asked(file, name)
    expect(evidence).toMatchObject([{ mediaType, size: file.length }])
    for (const side of ['student', 'employer', 'reviewer', 'colleague'] as const) {
      for (const query of [{}, { download: '1' }, { as: 'small' }]) {
        const { headers, rawPayload } = await read(people[side]!, only(evidence), query)
        expect(headers).toMatchObject({
          'content-type': 'image/jpeg',
          'content-length': String(rawPayload.length),
          'content-security-policy': expect.stringContaining('sandbox'),
        })
        expect(String(headers['content-disposition'])).toMatch(/%E7%85%A7%E7%89%87\.jpg$/)
        const { width, height, exif, xmp, icc, iptc, orientation } = await sharp(rawPayload).metadata()
        const [w, h] = 'as' in query ? [160, 160] : [240, 320]
        expect([width, height, exif, xmp, icc, iptc, orientation]).toEqual([w, h, ...Array(5)])
        for (const telltale of TELLTALES) expect(rawPayload.includes(telltale)).toBe(false)
        const [top, bottom] = [await pixel(rawPayload, 80, 20), await pixel(rawPayload, 80, h - 20)]
        expect(top[0]).toBeGreaterThan(top[2] + 100)
        expect(bottom[2]).toBeGreaterThan(bottom[0] + 100)
      }
    }
    // What is told above was there to be told.
    for (const telltale of TELLTALES) expect([telltale, file.includes(telltale)]).toEqual([telltale, true])
  },
)

test('a list of nine takes few bytes of a phone', async () => {
  const { evidence } = await asked(await picture(4000, 3000).jpeg().toBuffer(), '照片.jpg')
  const { rawPayload } = await read(student.first, only(evidence), { as: 'small' })
  expect(rawPayload.length).toBeLessThan(12_000)
})

test('what was uploaded is kept as it was, for its uploader alone, and for the school once it has said why', async () => {
  const { id, evidence } = await asked(TURNED.jpeg, '照片.jpg')
  const original = { as: 'original', download: '1' } as const
  const file = only(evidence)
  const had = await read(student.first, file, original)
  expect(had.rawPayload.equals(TURNED.jpeg)).toBe(true)
  for (const side of ['employer', 'colleague'] as const)
    expect((await read(people[side]!, file, original)).json()).toMatchObject({
      status: 403,
      code: 'not-allowed',
    })
  for (const side of ['another college', 'another school', 'another student'] as const)
    expect((await read(people[side]!, file, original)).statusCode).toBe(404)
  expect((await read(reviewer.first, file, original)).json()).toMatchObject({
    status: 422,
    code: 'reason-needed',
  })

  const open = (by: Visitor, reason: string) =>
    by.ask(openOriginal, { params: { school, id: file }, body: { reason } })
  expect((await open(people['another college']!, '核对')).statusCode).toBe(404)
  // Whose it is needs no reason, and no reason stands in the way of its removal.
  const own = { params: { school, id: await s.scan(reviewer.first, school) } }
  const needless = await reviewer.first.ask(openOriginal, { ...own, body: { reason: '核对' } })
  expect(needless.json().code).toBe('not-allowed')
  expect((await reviewer.first.call(removeEvidence, own)).done).toBe(true)
  expect((await open(reviewer.first, ' ')).json()).toMatchObject({ status: 422, code: 'invalid-input' })
  expect((await open(reviewer.first, '双方对拍摄地点有争议')).json()).toEqual({ done: true })
  expect((await read(reviewer.first, file, original)).rawPayload.equals(TURNED.jpeg)).toBe(true)
  // One colleague's reason is not another's.
  expect((await read(people.administrator!, file, original)).statusCode).toBe(422)
  const before = s.now()
  onTestFinished(() => s.setClock(before.toISOString()))
  s.setClock(new Date(before.getTime() + 60 * 60 * 1000).toISOString())
  expect((await read(reviewer.first, file, original)).statusCode).toBe(422)

  const { entry } = await s.db
    .selectFrom('journal')
    .where('schoolId', '=', school)
    .where('subject', '=', `evidence:${file}`)
    .select('entry')
    .executeTakeFirstOrThrow()
  expect(entry).toMatchObject({
    action: 'evidence.open-original',
    reason: '双方对拍摄地点有争议',
    actor: { id: reviewer.userId },
    data: { of: `dissolution:${id}`, sha256: createHash('sha256').update(TURNED.jpeg).digest('hex') },
  })
})

test('each is offered what they may: the original freely, for a reason, or not', async () => {
  const { id } = await asked(TURNED.jpeg, '照片.jpg')
  const offered = async (side: string) =>
    (await people[side]!.call(dissolutions.getDissolution, { params: { school, id } })).evidence.map(
      ({ original }) => original,
    )
  expect(await offered('student')).toEqual(['freely'])
  expect(await offered('employer')).toEqual([null])
  expect(await offered('reviewer')).toEqual(['for-a-reason'])
})

test('one from before there were copies is copied when somebody looks, once', async () => {
  const { evidence } = await asked(TURNED.heic, '照片.heic')
  const id = only(evidence)
  await s.db.updateTable('evidence').set({ viewSize: null, smallSize: null }).where('id', '=', id).execute()
  const folder = join(s.folder, 'evidence', school)
  await Promise.all(['view', 'small'].map((copy) => rm(join(folder, `${id}.${copy}`))))
  expect((await read(employer.first, id, { as: 'small' })).statusCode).toBe(200)
  const made = (await stat(join(folder, `${id}.view`))).mtimeMs
  expect((await read(employer.first, id)).headers['content-type']).toBe('image/jpeg')
  expect((await stat(join(folder, `${id}.view`))).mtimeMs).toBe(made)
})
