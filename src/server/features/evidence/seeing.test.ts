import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { AgreementView } from '../../../contracts/agreements.ts'
import * as paper from '../../../contracts/agreements.ts'
import * as dissolutions from '../../../contracts/dissolutions.ts'
import { type EvidenceFile, readEvidence } from '../../../contracts/evidence.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { sampleTerms } from '../../demo/terms.ts'
import type { Visitor } from '../../http/visitor.ts'
import { askCorrection } from '../../testing/asked-correction.ts'
import { declare } from '../../testing/destination-forms.ts'
import { everybody } from '../../testing/everybody.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'

let s: Scenario
let school: string
let student: Awaited<ReturnType<Scenario['student']>>
let employer: Awaited<ReturnType<Scenario['employer']>>
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let people: Record<string, Visitor>

const STAFF = ['administrator', 'own college', 'reviewer']

beforeAll(async () => {
  s = await startScenario()
})
beforeEach(async () => {
  ;({ school, student, employer, reviewer, people } = await everybody(s))
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
      noticeVersion: 1,
      evidence: [await s.scan(by, school)],
    },
  })

test('an unused file is its uploader’s alone', async () => {
  await s.sign(employer, student)
  expect(await seenBy(await s.scan(student.first, school))).toEqual(['student'])
  expect(await seenBy(await s.scan(employer.first, school))).toEqual(['employer'])
  expect(await seenBy(await s.scan(reviewer.first, school))).toEqual(['reviewer'])
})

test('a PDF is its own original: none is offered beside it', async () => {
  expect((await registerPaper()).evidence.map(({ original }) => original)).toEqual([null])
})

test('the scan of a paper agreement is for the student and the school, and never for the employer it names', async () => {
  expect(await seenBy(only((await registerPaper()).evidence))).toEqual([...STAFF, 'student'])
})

test('what proves a correction of the roster is for the student and the school', async () => {
  const asked = await askCorrection(s, student, { className: '二班' })
  expect(await seenBy(only(asked.evidence))).toEqual([...STAFF, 'student'])
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
      noticeVersion: 1,
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
