import { createHash } from 'node:crypto'
import { rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import type { AgreementView } from '../../../contracts/agreements.ts'
import * as paper from '../../../contracts/agreements.ts'
import * as dissolutions from '../../../contracts/dissolutions.ts'
import {
  type EvidenceFile,
  openOriginal,
  readEvidence,
  removeEvidence,
  uploadEvidence,
} from '../../../contracts/evidence.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { sampleTerms } from '../../demo/terms.ts'
import type { Visitor } from '../../http/visitor.ts'
import { declare } from '../../testing/destination-forms.ts'
import { picture, TELLTALES, TURNED } from '../../testing/sample-files.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let student: Awaited<ReturnType<Scenario['student']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let colleague: Awaited<ReturnType<Scenario['enter']>>
let people: Record<string, Visitor>

const STAFF = ['administrator', 'own college', 'reviewer']

beforeAll(async () => {
  s = await startScenario()
})
beforeEach(async () => {
  school = await s.school()
  student = await s.student(school)
  employer = await s.employer(school)
  reviewer = await s.staff(school, 'school_reviewer')
  colleague = await s.enter({ portal: 'employer', employerId: employer.id })
  people = {
    student: student.first,
    employer: employer.first,
    reviewer: reviewer.first,
    colleague: colleague.first,
    administrator: (await s.staff(school, 'administrator')).first,
    'own college': (await s.staff(school, 'college_reviewer', '01')).first,
    'another college': (await s.staff(school, 'college_reviewer', '02')).first,
    'another student': (await s.student(school)).first,
    'another employer': (await s.employer(school)).first,
    'another school': (await s.staff(await s.school(), 'administrator')).first,
    nobody: s.visitor(),
  }
})
afterAll(() => s.stop())

const read = (by: Visitor, id: string, query = {}) => by.ask(readEvidence, { params: { school, id }, query })

/** Whose request is answered with the file; everybody else's is not found, or told to sign in. */
async function seenBy(id: string): Promise<string[]> {
  const seen: string[] = []
  for (const [who, visitor] of Object.entries(people)) {
    const answer = await read(visitor, id)
    if (answer.statusCode === 200) seen.push(who)
    else expect([who, answer.statusCode]).toEqual([who, who === 'nobody' ? 401 : 404])
  }
  return seen.sort()
}
const only = ([file]: readonly EvidenceFile[]) => file!.id

const registerPaper = async () => {
  const { creditCode } = await s.db
    .selectFrom('employers')
    .where('id', '=', employer.id)
    .select('creditCode')
    .executeTakeFirstOrThrow()
  return student.first.call(paper.registerPaper, {
    params: { school },
    body: {
      employer: { creditCode, name: employer.name },
      signedOn: '2026-05-28',
      terms: sampleTerms('2026-07-10'),
      evidence: [await s.scan(student.first, school)],
      confirmed: true,
    },
  })
}

/** The law is the ground, so that there is evidence and the review comes at once. */
const askToDissolve = async ({ id, version }: AgreementView, by: Visitor) =>
  by.call(dissolutions.askDissolution, {
    params: { school, id },
    body: {
      seenVersion: version,
      ground: 'no-qualification',
      reason: '未取得学位证书',
      noticeRead: true,
      evidence: [await s.scan(by, school)],
    },
  })

test('an unused file is its uploader’s alone', async () => {
  await s.sign(employer, student)
  expect(await seenBy(await s.scan(student.first, school))).toEqual(['student'])
  expect(await seenBy(await s.scan(employer.first, school))).toEqual(['employer'])
  expect(await seenBy(await s.scan(reviewer.first, school))).toEqual(['reviewer'])
})

test('the scan of a paper agreement is for the student and the school, and never for the employer it names', async () => {
  expect(await seenBy(only((await registerPaper()).evidence))).toEqual([...STAFF, 'student'])
})

test('what proves a destination is for the student and the school', async () => {
  expect(await seenBy(only((await declare(s, student, '12')).evidence))).toEqual([...STAFF, 'student'])
})

test.each(['student', 'employer'] as const)(
  'what is with a dissolution that the %s asks for is for both sides and the school',
  async (side) => {
    const agreement = await s.certify(await s.sign(employer, student), reviewer)
    const asked = await askToDissolve(agreement, people[side]!)
    expect(await seenBy(only(asked.evidence))).toEqual([
      'administrator',
      'colleague',
      'employer',
      'own college',
      'reviewer',
      'student',
    ])
  },
)

test('what is with the dissolution of a paper agreement is not for the employer', async () => {
  const agreement = await s.certify(await registerPaper(), reviewer)
  const asked = await askToDissolve(agreement, student.first)
  expect(await seenBy(only(asked.evidence))).toEqual([...STAFF, 'student'])
})

test('a file set aside is for the school and for whoever uploaded it', async () => {
  const agreement = await s.certify(await s.sign(employer, student), reviewer)
  const asked = await askToDissolve(agreement, employer.first)
  await employer.first.call(dissolutions.dissolutionActs.correct, {
    params: { school, id: asked.id },
    body: { seenVersion: asked.version, evidence: [await s.scan(employer.first, school)] },
  })
  expect(await seenBy(only(asked.evidence))).toEqual(['administrator', 'employer', 'own college', 'reviewer'])
})

test('it comes as what it is, by the name it had, harmless in any page and kept by no browser', async () => {
  const name = '录用通知“盖章”🎓𬭊㛃;.pdf'
  const id = await s.scan(student.first, school, name)
  const shown = await read(student.first, id)
  expect(shown.rawPayload.equals(SMALL_PDF)).toBe(true)
  expect(shown.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(SMALL_PDF.length),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'SAMEORIGIN',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'no-store',
  })
  const disposition = String(shown.headers['content-disposition'])
  expect(disposition).toMatch(/^inline; filename="[ -~]+"; filename\*=UTF-8''/)
  expect(decodeURIComponent(disposition.split("UTF-8''")[1]!)).toBe(name)
  expect(shown.headers['content-security-policy']).toContain("default-src 'none'")
  expect(shown.headers['content-security-policy']).toContain("frame-ancestors 'self'")
  const saved = await read(student.first, id, { download: '1' })
  expect(saved.headers['content-disposition']).toMatch(/^attachment; /)
})

describe('a picture', () => {
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
        noticeRead: true,
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

  test('each is offered what they may: the original freely, for a reason, or not; a PDF is its own', async () => {
    const { id } = await asked(TURNED.jpeg, '照片.jpg')
    const offered = async (side: string) =>
      (await people[side]!.call(dissolutions.getDissolution, { params: { school, id } })).evidence.map(
        ({ original }) => original,
      )
    expect(await offered('student')).toEqual(['freely'])
    expect(await offered('employer')).toEqual([null])
    expect(await offered('reviewer')).toEqual(['for-a-reason'])
    student = await s.student(school)
    expect((await registerPaper()).evidence.map(({ original }) => original)).toEqual([null])
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
})

test.each([
  '<img src=x onerror=alert(1)>.pdf',
  '"; filename=evil.html',
  'a\r\nset-cookie: x=y.pdf',
  '证明\u202Efdp.exe',
  '..\\..\\windows\\win.ini',
  'CON',
  '证'.repeat(300),
  '👩🏽‍⚖️证明.html',
])('the name %j of one side is harmless in page, header and e-mail of the other', async (name) => {
  const agreement = await s.certify(await s.sign(employer, student), reviewer)
  const evidence = [await s.scan(employer.first, school, name)]
  const { id } = await employer.first.call(dissolutions.askDissolution, {
    params: { school, id: agreement.id },
    body: {
      seenVersion: agreement.version,
      ground: 'no-qualification',
      reason: '未取得学位证书',
      noticeRead: true,
      evidence,
    },
  })
  const hides = /[\p{Cc}\p{Cf}\u2028\u2029/\\:*?"<>|]/u
  const page = await student.first.call(dissolutions.getDissolution, { params: { school, id } })
  const shown = page.evidence[0]!.name
  expect([shown, hides.test(shown), shown.endsWith('.pdf')]).toEqual([shown, false, true])
  const { headers } = await read(student.first, evidence[0]!, { download: '1' })
  expect(headers['set-cookie']).toBeUndefined()
  const disposition = String(headers['content-disposition'])
  expect(disposition).toMatch(
    /^attachment; filename=("[^"\\/]+\.pdf"|[\w.]+\.pdf)(; filename\*=UTF-8''[!-~]+)?$/,
  )
  const saved = disposition.includes("UTF-8''")
    ? decodeURIComponent(disposition.split("UTF-8''")[1]!)
    : /filename="?([^"]*)/.exec(disposition)![1]
  expect(saved).toBe(shown)
  expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(255)
  const { items } = await student.first.call(listNotifications, {})
  expect(JSON.stringify(items)).not.toContain(name.slice(0, 6))
})

test('a file that the store has lost is an error of ours that nobody keeps', async () => {
  const id = await s.scan(student.first, school)
  await s.services.files.remove(`evidence/${school}/${id}`)
  const answer = await read(student.first, id)
  expect([answer.statusCode, answer.headers['content-type']]).toEqual([500, 'application/problem+json'])
  expect(answer.headers['cache-control']).toBe('no-store')
})
