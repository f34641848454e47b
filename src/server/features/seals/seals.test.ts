import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementActs, getAgreement, readAgreementDocument } from '../../../contracts/agreements.ts'
import { destinationActs, getDestination, readRegistrationSheet } from '../../../contracts/destinations.ts'
import { askDissolution, readCertificate } from '../../../contracts/dissolutions.ts'
import { borneSeal, employerSeal, schoolSeal } from '../../../contracts/seals.ts'
import { zh } from '../../../words/documents.zh.ts'
import { declare } from '../../testing/destination-forms.ts'
import { bare, opensslVerifies, pdfsig, textOf } from '../../testing/pdf-tools.ts'
import { ANOTHER_SEAL_PNG, HIDDEN, NO_SEALS, NOISY_SEAL_PNG, SEAL_PNG } from '../../testing/sample-seals.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { sealNow } from '../../testing/sealing.ts'

let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
})
afterAll(() => s.stop())

type Employer = Awaited<ReturnType<Scenario['employer']>>
const drawn = { body: { made: 'drawn' as const } }
const none = { body: { made: 'none' as const } }
const pictureOf = async ({ first }: Employer, id: string) =>
  first.ask(employerSeal.picture, { params: { id } })
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

describe('an employer', () => {
  test('has none, draws one with its name, uploads another, uses none again: each is a version with who set it', async () => {
    const employer = await s.employer(school)
    const at = await employer.first.call(employerSeal.get)
    expect(at).toMatchObject({ current: null, name: employer.name, mayChange: true, total: 0 })
    const preview = await employer.first.ask(employerSeal.preview)
    const first = await employer.first.call(employerSeal.choose, drawn)
    expect(first.current).toMatchObject({ version: 1, made: 'drawn', name: employer.name })
    const second = await employer.first.call(employerSeal.upload, { file: SEAL_PNG })
    expect(second.current).toMatchObject({ version: 2, made: 'uploaded', name: null })
    const third = await employer.first.call(employerSeal.choose, none)
    expect(third.current).toBeNull()
    expect(third.items.map(({ version, made }) => [version, made])).toEqual([
      [3, 'none'],
      [2, 'uploaded'],
      [1, 'drawn'],
    ])
    const shown = await pictureOf(employer, first.current!.id)
    expect(shown.headers).toMatchObject({
      'content-type': 'image/svg+xml',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    })
    expect(shown.rawPayload.equals(preview.rawPayload)).toBe(true)
    expect(shown.body).not.toMatch(/<text|<script|href|<image/)
    expect((await pictureOf(employer, third.items[0]!.id)).statusCode).toBe(404)
    const lines = (await s.journal(`employer:${employer.id}`)).map(({ entry }) => entry)
    expect(lines).toMatchObject([
      { action: 'employer.set-seal', data: { version: 1, made: 'drawn', sha256: sha256(shown.rawPayload) } },
      { action: 'employer.set-seal', data: { version: 2, made: 'uploaded' } },
      { action: 'employer.set-seal', data: { version: 3, made: 'none', sha256: null } },
    ])
  })

  test('that asks twice, or at two instances at once, has one version more and not two', async () => {
    const employer = await s.employer(school)
    await Promise.all([
      employer.first.call(employerSeal.choose, drawn),
      employer.second.call(employerSeal.choose, drawn),
    ])
    await employer.first.call(employerSeal.upload, { file: SEAL_PNG })
    const { total } = await employer.first.call(employerSeal.upload, { file: SEAL_PNG })
    expect(total).toBe(2)
  })

  test('is kept pixels alone of what it uploads: nothing that hides in the file, without its margin, and small', async () => {
    const employer = await s.employer(school)
    for (const telltale of HIDDEN.slice(0, 3)) expect(SEAL_PNG.includes(telltale)).toBe(true)
    const { current } = await employer.first.call(employerSeal.upload, { file: SEAL_PNG })
    const { rawPayload: kept, headers } = await pictureOf(employer, current!.id)
    expect(headers['content-type']).toBe('image/png')
    for (const telltale of HIDDEN) expect(kept.includes(telltale)).toBe(false)
    expect(await sharp(kept).metadata()).toMatchObject({
      format: 'png',
      width: 300,
      height: 300,
      hasAlpha: true,
    })
    expect(current!.sha256).toBe(sha256(kept))
    const noisy = await employer.first.call(employerSeal.upload, { file: NOISY_SEAL_PNG })
    const heavy = (await pictureOf(employer, noisy.current!.id)).rawPayload
    expect(heavy.length).toBeGreaterThan(40 * 1024)
    expect(heavy.length).toBeLessThan(82 * 1024)
  })

  test.each(NO_SEALS)('is told why %s is no seal: %s', async (_what, code, file) => {
    const employer = await s.employer(school)
    const answer = await employer.first.ask(employerSeal.upload, { file })
    expect(answer.json()).toMatchObject({ code })
    expect((await employer.first.call(employerSeal.get)).total).toBe(0)
  })

  test('lets its owners alone set it; nobody else sees the pictures of its page', async () => {
    const [employer, other] = [await s.employer(school), await s.employer(school)]
    const { current } = await employer.first.call(employerSeal.choose, drawn)
    const colleague = await s.enter({
      portal: 'employer',
      employerId: employer.id,
      employerRole: 'recruiter',
    })
    expect(await colleague.first.call(employerSeal.get)).toMatchObject({
      mayChange: false,
      current: { version: 1 },
    })
    expect((await colleague.first.ask(employerSeal.choose, none)).json().code).toBe('not-allowed')
    expect((await colleague.first.ask(employerSeal.upload, { file: SEAL_PNG })).json().code).toBe(
      'not-allowed',
    )
    expect((await pictureOf(other, current!.id)).statusCode).toBe(404)
    expect((await reviewer.first.ask(schoolSeal.choose, { params: { school }, ...drawn })).json().code).toBe(
      'not-allowed',
    )
  })

  test('cannot have a version changed or removed: the database refuses it', async () => {
    const employer = await s.employer(school)
    await employer.first.call(employerSeal.choose, drawn)
    for (const change of [sql`update seals set name = '某'`, sql`delete from seals`]) {
      await expect(change.execute(s.owner)).rejects.toThrow('a seal that was set is never changed or removed')
      await expect(change.execute(s.db)).rejects.toThrow('permission denied')
    }
  })
})

const signed = async (at = school, by = reviewer) => {
  const [employer, student] = [await s.employer(at), await s.student(at)]
  const { current } = await employer.first.call(employerSeal.choose, drawn)
  const formed = await s.sign(employer, student)
  const params = { school: at, id: formed.id }
  const read = () => student.first.call(getAgreement, { params })
  const pdf = async (as: 'sealed' | 'copy' = 'sealed') =>
    (await student.first.ask(readAgreementDocument, { params, query: { as } })).rawPayload
  return { employer, student, formed, params, read, pdf, by, mark: current! }
}

test('an agreement keeps the seals that it was signed and certified with, whatever is set later', async () => {
  const at = await s.school()
  const [admin, by] = [await s.staff(at, 'administrator'), await s.staff(at, 'school_reviewer')]
  const ours = await admin.first.call(schoolSeal.choose, { params: { school: at }, ...drawn })
  const it = await signed(at, by)
  await it.employer.first.call(employerSeal.upload, { file: ANOTHER_SEAL_PNG })
  await s.certify(it.formed, by)
  await admin.first.call(schoolSeal.choose, { params: { school: at }, ...none })
  await sealNow(s)

  const view = await it.read()
  const sent = view.timeline.find(({ action }) => action === 'invitation.send')
  const { id, version, sha256 } = it.mark
  expect(sent?.signed?.seal).toEqual({ id, version, sha256 })
  expect(view.timeline.find(({ action }) => action === 'invitation.accept')?.signed).not.toHaveProperty(
    'seal',
  )
  expect(view.document?.seal).toMatchObject({ id: ours.current!.id, version: 1 })
  const [line] = await s.journal(`invitation:${it.formed.invitationId}`)
  expect(line!.entry).toMatchObject({ data: { seal: id, sealHash: sha256 } })

  const pdf = await it.pdf()
  expect(pdfsig(pdf)).toContain('Signature is Valid')
  expect(opensslVerifies(pdf)).toBe(true)
  expect(pdf.length).toBeLessThan(120 * 1024)
  expect(textOf(pdf)).toContain(bare(`${zh.seals}${it.employer.name}`))
  const facts = await s.db
    .selectFrom('documents')
    .where('schoolId', '=', at)
    .select('content')
    .executeTakeFirstOrThrow()
  expect(facts.content).toMatchObject({ schoolSeal: { version: 1, sha256: ours.current!.sha256 } })
  expect(JSON.stringify(facts.content)).toContain(sha256)
  expect((await it.pdf('copy')).equals(await it.pdf('copy'))).toBe(true)

  const asStudent = await it.student.first.ask(borneSeal.employer, { params: it.params })
  expect(createHash('sha256').update(asStudent.rawPayload).digest('hex')).toBe(sha256)
  const schools = await it.student.first.ask(borneSeal.agreement, { params: it.params })
  expect(createHash('sha256').update(schools.rawPayload).digest('hex')).toBe(ours.current!.sha256)
  const stranger = await s.student(school)
  expect((await stranger.first.ask(borneSeal.employer, { params: it.params })).statusCode).toBe(404)
  expect((await stranger.first.ask(borneSeal.agreement, { params: it.params })).statusCode).toBe(404)
})

test('without a seal an agreement has none and says nothing of it; an employer that gave its seal up signs without', async () => {
  const it = await signed()
  await it.employer.first.call(employerSeal.choose, none)
  const student = await s.student(school)
  const formed = await s.sign(it.employer, student)
  await s.certify(formed, reviewer)
  await sealNow(s)
  const params = { school, id: formed.id }
  const { rawPayload } = await student.first.ask(readAgreementDocument, { params })
  expect(textOf(rawPayload)).not.toContain(zh.seals)
  expect((await student.first.ask(borneSeal.employer, { params })).json().code).toBe('not-found')
})

test('where the employer seals after the review, its seal is that of this act, and none before it', async () => {
  const at = await s.school({ sealAfterReview: true })
  const it = await signed(at, await s.staff(at, 'school_reviewer'))
  await s.certify(it.formed, it.by)
  const block = bare(`${zh.seals}${it.employer.name}`)
  expect(textOf(await it.pdf('copy'))).not.toContain(block)
  expect((await it.student.first.ask(borneSeal.employer, { params: it.params })).statusCode).toBe(404)
  const uploaded = await it.employer.first.call(employerSeal.upload, { file: SEAL_PNG })
  const { version, termsHash } = await it.read()
  const body = { seenVersion: version, termsHash, confirmed: true as const }
  await it.employer.first.call(agreementActs.seal, { params: it.params, body })
  await sealNow(s)
  const pdf = await it.pdf()
  expect(textOf(pdf)).toContain(block)
  expect(pdf.length).toBeLessThan(120 * 1024)
  const { rawPayload, headers } = await it.student.first.ask(borneSeal.employer, { params: it.params })
  expect(headers['content-type']).toBe('image/png')
  expect(sha256(rawPayload)).toBe(uploaded.current!.sha256)
})

test('the certificates and the registration sheet bear the seal that the school had when they were ordered', async () => {
  const at = await s.school()
  const [admin, by] = [await s.staff(at, 'administrator'), await s.staff(at, 'school_reviewer')]
  const { current } = await admin.first.call(schoolSeal.upload, { params: { school: at }, file: SEAL_PNG })
  const student = await s.student(at)
  const declared = await declare(s, student, '801')
  const params = { school: at, id: declared.id }
  await by.first.call(destinationActs.pass, { params, body: { seenVersion: declared.version } })
  await admin.first.call(schoolSeal.choose, { params: { school: at }, ...none })
  await sealNow(s)
  const { sheet } = await student.first.call(getDestination, { params })
  expect(sheet?.seal?.id).toBe(current!.id)
  const shown = await student.first.ask(borneSeal.registration, { params })
  expect(sha256(shown.rawPayload)).toBe(current!.sha256)
  const { rawPayload: pdf } = await student.first.ask(readRegistrationSheet, { params })
  expect(pdfsig(pdf)).toContain('Signature is Valid')
  expect(pdf.includes('/Subtype /Image') || pdf.includes('/Subtype/Image')).toBe(true)

  await admin.first.call(schoolSeal.choose, { params: { school: at }, ...drawn })
  const it = await signed(at, by)
  const { version } = await s.certify(it.formed, by)
  const asked = await it.student.first.call(askDissolution, {
    params: it.params,
    body: { seenVersion: version, noticeVersion: 1, ground: 'mutual', reason: '协商一致' },
  })
  await sealNow(s)
  expect(asked.certificates.dissolving?.seal?.version).toBe(3)
  const onPage = { params: { school: at, id: asked.id } }
  expect((await it.student.first.ask(borneSeal.dissolving, onPage)).statusCode).toBe(200)
  expect((await it.student.first.ask(borneSeal.dissolved, onPage)).statusCode).toBe(404)
  const certificate = await it.student.first.ask(readCertificate.dissolving, {
    params: { school: at, id: asked.id },
  })
  expect(pdfsig(certificate.rawPayload)).toContain('Signature is Valid')
})
