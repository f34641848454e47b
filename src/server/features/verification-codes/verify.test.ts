import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { agreementActs, getAgreement, readAgreementDocument } from '../../../contracts/agreements.ts'
import { destinationActs } from '../../../contracts/destinations.ts'
import { askDissolution, dissolutionActs } from '../../../contracts/dissolutions.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { recommendationActs } from '../../../contracts/recommendations.ts'
import * as contract from '../../../contracts/verification-codes.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import { shownCode } from '../../../domain/spoken-code.ts'
import { verifyJournal } from '../../db/journal.ts'
import type { Visitor } from '../../http/visitor.ts'
import { newVerificationCode } from '../../services/new-code.ts'
import { declare } from '../../testing/destination-forms.ts'
import { inForce } from '../../testing/in-force.ts'
import { pdfsig, qrCodesOf, textOf } from '../../testing/pdf-tools.ts'
import { recommendedByCollege } from '../../testing/recommended.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'
import { listUnsealed } from '../documents/queries.ts'
import { sealDocument } from '../documents/sealing.ts'

const START = '2026-06-01T10:00:00+08:00'
let s: Scenario
let school: string
let reviewer: Awaited<ReturnType<Scenario['staff']>>
let it: Awaited<ReturnType<typeof certified>>
let pdf: Buffer
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  reviewer = await s.staff(school, 'school_reviewer')
  it = await certified()
  pdf = await sealedPdf(it)
})
afterAll(() => s.stop())
beforeEach(async () => {
  s.setClock(START)
  await s.owner.deleteFrom('attempts').execute()
})

type Signed = { readonly id: string; readonly student: { readonly first: Visitor } }

async function signed(at = school) {
  const [employer, student] = [await s.employer(at), await s.student(at)]
  const agreement = await s.sign(employer, student, { remarks: ['按月发放住房补贴'.repeat(30)] })
  return { id: agreement.id, number: agreement.number, employer, student, agreement }
}
async function certified() {
  const of = await signed()
  await s.certify(of.agreement, reviewer)
  return of
}
async function sealedPdf({ id, student }: Signed) {
  for await (const keys of listUnsealed(s.db)) for (const key of keys) await sealDocument(s.services, key)
  const query = { as: 'sealed' } as const
  return (await student.first.ask(readAgreementDocument, { params: { school, id }, query })).rawPayload
}

const at = (url: string, address = '10.1.2.3', headers: Record<string, string> = {}) =>
  s.app.inject({ method: 'GET', url, remoteAddress: address, headers })
const post = (url: string, fields: Record<string, string>, address = '10.1.2.3') =>
  s.app.inject({
    method: 'POST',
    url,
    remoteAddress: address,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const type = (number: string, code: string) => post('/verify', { number, code })
function sendFile(bytes: Buffer, url = '/verify/file') {
  const [before, after] = [
    '--edge\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n',
    '\r\n--edge--\r\n',
  ]
  const payload = Buffer.concat([
    Buffer.from(`${before}content-type: application/pdf\r\n\r\n`),
    bytes,
    Buffer.from(after),
  ])
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
  return s.app.inject({ method: 'POST', url, payload, headers, remoteAddress: '10.1.2.3' })
}
/** What the page answers, by the marks that it has for it. */
const verdicts = (body: string) => [...body.matchAll(/data-of="([^"]+)"/g)].map(([, of]) => of)

const codesOf = ({ first }: { first: Visitor }, id: string) =>
  first.call(contract.listVerificationCodes.agreement, { params: { school, id } })
async function make(by: { first: Visitor }, id: string, days = 180, purpose = '办理落户') {
  const body = { purpose, endsOn: addDays(dayInChina(s.now()), days) }
  await by.first.call(contract.makeVerificationCode.agreement, { params: { school, id }, body })
  const { items } = await codesOf(by, id)
  return items[0]!
}
const pathOf = (address: string) => new URL(address).pathname

describe('the code that a document bears', () => {
  test('is on every page, to be typed and to be scanned, and in the file itself', async () => {
    const { printed } = await codesOf(it.student, it.id)
    const codes = await qrCodesOf(pdf)
    expect(codes.length).toBeGreaterThan(1)
    expect(new Set(codes)).toEqual(new Set([printed!.address]))
    expect(printed!.address).toMatch(/^http:\/\/localhost:3000\/verify\/[A-Z2-9]{16}$/)
    const text = textOf(pdf)
    expect(text.split(printed!.code)).toHaveLength(codes.length + 1)
    expect(text.split(`${it.number}核验码`)).toHaveLength(codes.length + 1)
    expect(text).toContain('http://localhost:3000/verify输入编号与核验码')
    expect(pdfsig(pdf)).toContain('Signature is Valid')
    expect(pdf.length).toBeLessThan(120 * 1024)
  })

  test('is kept so that the database alone gives nobody a code, and the copy of a document bears the same', async () => {
    const { printed } = await codesOf(it.student, it.id)
    const mine = await make(it.student, it.id)
    const dumped = await Promise.all(
      (
        ['verificationCodes', 'documents', 'journal', 'notifications', 'keptAnswers', 'attempts'] as const
      ).map(async (table) => {
        const { rows } = await sql<{
          row: string
        }>`select to_jsonb(t)::text as row from ${sql.table(table)} t`.execute(s.owner)
        return rows.map(({ row }) => row).join()
      }),
    )
    for (const { code } of [printed!, mine])
      for (const shape of [code, code.replaceAll('-', '')]) expect(dumped.join()).not.toContain(shape)
    const copy = await it.student.first.ask(readAgreementDocument, {
      params: { school, id: it.id },
      query: { as: 'copy' },
    })
    expect(new Set(await qrCodesOf(copy.rawPayload))).toEqual(new Set([printed!.address]))
  })

  test('is not there before the agreement is certified', async () => {
    const { id, student } = await signed()
    expect((await codesOf(student, id)).printed).toBeNull()
    const preview = await student.first.ask(readAgreementDocument, { params: { school, id }, query: {} })
    expect(new Set(await qrCodesOf(preview.rawPayload))).toEqual(new Set([null]))
  })
})

describe('whoever holds the paper', () => {
  test('reads by its QR code that it is in force, and no more than the paper says', async () => {
    const { printed } = await codesOf(it.student, it.id)
    const answer = await at(pathOf(printed!.address))
    expect(answer.statusCode).toBe(200)
    expect(verdicts(answer.body)).toEqual(['in-force'])
    const view = await it.employer.first.call(getAgreement, { params: { school, id: it.id } })
    for (const fact of [
      view.number,
      view.student.name,
      view.employer.name,
      view.terms.position,
      view.termsHash,
    ])
      expect(answer.body).toContain(fact)
    for (const kept of [
      view.student.studentNumber,
      view.employer.creditCode,
      view.terms.contactPhone,
      view.terms.contactName,
      view.terms.workAddress,
      view.terms.file.address,
      String(view.terms.regularPay / 100),
    ].filter((text) => text !== ''))
      expect(answer.body).not.toContain(kept)
    expect(answer.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
      'x-robots-tag': 'noindex, nofollow',
    })
    expect(answer.headers.etag).toBeUndefined()
    expect(String(answer.headers['content-security-policy'])).toMatch(
      /default-src 'none'.*script-src 'sha256-[^']+';.*form-action 'self'/,
    )
    const english = await at(`${pathOf(printed!.address)}?lang=en`)
    expect(english.body).toContain('Valid and in force')
    expect(english.body).toContain('not a page of the Ministry of Education')
  })

  test('types number and code however a phone does it; a slip is told at once, with what was typed', async () => {
    const { printed } = await codesOf(it.student, it.id)
    const { code } = printed!
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('-', '－')])
      expect(verdicts((await type(` ${it.number} `, typed)).body)).toEqual(['in-force'])
    const slip = `${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`
    const wrong = await type(it.number, `${slip}"><b>`)
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('核验码有误')
    expect(wrong.body).toContain(`value="${it.number}"`)
    expect(wrong.body).toContain('&quot;&gt;&lt;b&gt;')
    expect((await type('', code)).body).toContain('请填写编号')
    expect((await at('/verify/ABCD')).statusCode).toBe(422)
  })

  test('drops the PDF: the original is told from one with a byte changed and from any other', async () => {
    const original = await sendFile(pdf)
    expect(verdicts(original.body)).toEqual(['genuine', 'in-force'])
    const changed = Buffer.from(pdf)
    changed[5000]! ^= 1
    expect(verdicts((await sendFile(changed)).body)).toEqual(['altered', 'in-force'])
    expect(verdicts((await sendFile(Buffer.concat([pdf, Buffer.from('\n')]))).body)).toEqual([
      'altered',
      'in-force',
    ])
    expect(verdicts((await sendFile(Buffer.from('%PDF-1.7 another'))).body)).toEqual(['not-ours'])
    const { rows } = await sql<{ hex: string }>`select encode(sha256(${pdf}), 'hex') as hex`.execute(s.db)
    const checked = await post('/verify/checked', { sha256: rows[0]!.hex, code: '' })
    expect(verdicts(checked.body)).toEqual(['genuine', 'in-force'])
  })

  test('is told what is no file, too much of one, or no form', async () => {
    expect((await sendFile(Buffer.alloc(0))).statusCode).toBe(422)
    const large = await sendFile(Buffer.alloc(5 * 1024 * 1024 + 1))
    expect([large.statusCode, large.body.includes('单个文件不能超过 5 MB')]).toEqual([413, true])
    const headers = { 'content-type': 'multipart/form-data' }
    for (const payload of ['', 'x']) {
      const answer = await s.app.inject({ method: 'POST', url: '/verify/file', payload, headers })
      expect(answer.statusCode).toBe(422)
    }
    expect((await post('/verify/checked', { sha256: 'x' })).statusCode).toBe(422)
    for (const [url, payload] of [
      ['/verify', '{}'],
      ['/verify/file', 'x'],
    ] as const) {
      const other = { 'content-type': 'application/json' }
      expect((await s.app.inject({ method: 'POST', url, payload, headers: other })).statusCode).toBe(415)
    }
    expect((await post('/verify', { number: 'x'.repeat(5000), code: '' })).statusCode).toBe(413)
    expect((await at('/verify/%00')).statusCode).toBe(422)
  })
})

describe('as the agreement stands', () => {
  const dissolve = async ({ id, student, employer }: Awaited<ReturnType<typeof certified>>) => {
    const { version } = await student.first.call(getAgreement, { params: { school, id } })
    const body = { seenVersion: version, noticeVersion: 1, ground: 'mutual' as const, reason: '协商' }
    const asked = await student.first.call(askDissolution, { params: { school, id }, body })
    return async () => {
      const params = { school, id: asked.id }
      const agreed = await employer.first.call(dissolutionActs.agree, {
        params,
        body: { seenVersion: asked.version, noticeVersion: 1 },
      })
      await reviewer.first.call(dissolutionActs.pass, { params, body: { seenVersion: agreed.version } })
    }
  }

  test('it is being dissolved, and then was in force from when to when, also by the file that was sealed before (AT-38)', async () => {
    const of = await certified()
    const file = await sealedPdf(of)
    const finish = await dissolve(of)
    expect(verdicts((await sendFile(file)).body)).toEqual(['genuine', 'dissolving'])
    s.setClock('2026-06-02T09:30:00+08:00')
    await finish()
    const { body } = await sendFile(file)
    expect(verdicts(body)).toEqual(['genuine', 'dissolved'])
    expect(body).toContain('已于 2026-06-02 09:30 解约，曾自 2026-06-01 10:00 至 2026-06-02 09:30 有效')
    const english = await sendFile(file, '/verify/file?lang=en')
    expect(english.body).toContain('it was in force from')
    const { printed } = await codesOf(of.student, of.id)
    expect(verdicts((await at(pathOf(printed!.address))).body)).toEqual(['dissolved'])
    const copy = await of.student.first.ask(readAgreementDocument, {
      params: { school, id: of.id },
      query: {},
    })
    expect(verdicts((await sendFile(copy.rawPayload)).body)).toEqual(['altered', 'dissolved'])
  })

  test('it awaits the employer’s seal, and then is in force', async () => {
    const sealing = await s.school({ sealAfterReview: true })
    const [employer, student, by] = [
      await s.employer(sealing),
      await s.student(sealing),
      await s.staff(sealing, 'school_reviewer'),
    ]
    const agreement = await s.sign(employer, student)
    const params = { school: sealing, id: agreement.id }
    const body = { purpose: '单位内部', endsOn: '2026-07-01' }
    const early = await employer.first.ask(contract.makeVerificationCode.agreement, { params, body })
    expect(early.json()).toMatchObject({ status: 409, code: 'nothing-to-verify' })
    const { version, termsHash } = await s.certify(agreement, by)
    await employer.first.call(contract.makeVerificationCode.agreement, { params, body })
    const {
      items: [code],
      printed,
    } = await employer.first.call(contract.listVerificationCodes.agreement, { params })
    expect(printed).toBeNull()
    expect(verdicts((await at(pathOf(code!.address))).body)).toEqual(['awaiting-seal'])
    const sealed = { seenVersion: version, termsHash, confirmed: true as const }
    await employer.first.call(agreementActs.seal, { params, body: sealed })
    expect(verdicts((await at(pathOf(code!.address))).body)).toEqual(['in-force'])
  })

  test('a document of which there is a newer one is superseded, since when', async () => {
    const of = await certified()
    const file = await sealedPdf(of)
    const { printed } = await codesOf(of.student, of.id)
    await sql`
      insert into documents (school_id, kind, agreement_id, version, ordered_at, content, file, size, sha256,
        certificate, is_stamped, sealed_at)
      select school_id, kind, agreement_id, version + 1, ordered_at, content, file, size, repeat('0', 64), certificate,
        is_stamped, '2026-06-05T02:00:00Z' from documents where agreement_id = ${of.id}`.execute(s.owner)
    const { body } = await sendFile(file)
    expect(verdicts(body)).toEqual(['superseded', 'in-force'])
    expect(body).toContain('自 2026-06-05 10:00 起代替')
    expect(verdicts((await at(pathOf(printed!.address))).body)).toEqual(['in-force', 'superseded'])
  })
})

describe('a code of somebody’s own', () => {
  test('is each side’s own, with who made it and for what; the other side and strangers know nothing of it', async () => {
    const mine = await make(it.student, it.id, 180, '办理落户')
    const theirs = await make(it.employer, it.id, 30, '背景调查')
    const ours = await make(reviewer, it.id, 7, '教育局抽查')
    expect(mine).toMatchObject({ purpose: '办理落户', state: 'open', actions: ['extend', 'close'] })
    expect((await codesOf(it.student, it.id)).items.map(({ id }) => id)).not.toContain(theirs.id)
    expect((await codesOf(it.employer, it.id)).items.map(({ id }) => id)).toEqual([theirs.id])
    expect((await codesOf(reviewer, it.id)).items.map(({ id }) => id)).toEqual([ours.id])
    for (const { address } of [mine, theirs, ours])
      expect(verdicts((await at(pathOf(address))).body)).toEqual(['in-force'])
    const close = { params: { school, id: theirs.id } }
    expect((await it.student.first.ask(contract.closeVerificationCode, close)).statusCode).toBe(404)
    const stranger = await s.student(school)
    const asked = { params: { school, id: it.id } }
    expect((await stranger.first.ask(contract.listVerificationCodes.agreement, asked)).statusCode).toBe(404)
  })

  test('the student is told of one that somebody else has made, and history says that it was, not for what', async () => {
    const of = await certified()
    await make(of.employer, of.id, 30, '背景调查')
    await make(of.student, of.id, 30, '租房')
    const { items } = await of.student.first.call(listNotifications, {})
    const told = items.filter(({ kind }) => kind === 'agreement.code-made')
    expect(told.map(({ params }) => params)).toEqual([
      { number: of.number, maker: of.employer.name, purpose: '背景调查', day: '2026-07-01' },
    ])
    const { timeline } = await of.employer.first.call(getAgreement, { params: { school, id: of.id } })
    const made = timeline.filter(({ action }) => action === 'verification-code.make')
    expect(made.map(({ actorRole }) => actorRole)).toEqual(['employer', 'student'])
    expect(JSON.stringify(await s.journal(`agreement:${of.id}`))).not.toContain('租房')
    expect((await verifyJournal(s.db)).faults).toEqual([])
  })

  test('is of certificates, registration sheets and recommendations too, for whoever may have them', async () => {
    const of = await inForce(s)
    const asked = (await of.ask('student')).json<{ id: string }>()
    const declaring = await s.student(school)
    const declared = await declare(s, declaring, '12')
    const about = { school, id: declared.id }
    const body = { purpose: '报到', endsOn: '2026-07-01' }
    const early = await declaring.first.ask(contract.makeVerificationCode.destination, {
      params: about,
      body,
    })
    expect(early.json()).toMatchObject({ code: 'nothing-to-verify' })
    await reviewer.first.call(destinationActs.pass, {
      params: about,
      body: { seenVersion: declared.version },
    })
    const word = await recommendedByCollege(s)
    await word.reviewer.call(recommendationActs.pass, {
      params: word.params,
      body: { seenVersion: word.version },
    })
    for (const [kind, params, by, standing, more] of [
      [
        'dissolution',
        { school: of.school, id: asked.id },
        of.student.first,
        'dissolution-open',
        'dissolving',
      ],
      [
        'dissolution',
        { school: of.school, id: asked.id },
        of.employer.first,
        'dissolution-open',
        'dissolving',
      ],
      ['destination', about, declaring.first, 'registered', 'registration'],
      ['recommendation', word.params, word.reviewer, 'recommended', 'recommendation'],
    ] as const) {
      await by.call(contract.makeVerificationCode[kind], { params, body })
      const page = await by.call(contract.listVerificationCodes[kind], { params })
      expect(page).toMatchObject({
        kind: more,
        mayMake: true,
        items: [{ purpose: '报到', looks: { count: 0 } }],
      })
      expect(page.printed!.code).not.toBe(page.items[0]!.code)
      expect(verdicts((await at(pathOf(page.items[0]!.address))).body)).toEqual([standing])
      expect(verdicts((await type(page.number, page.items[0]!.code)).body)).toEqual([standing])
      const again = await by.call(contract.listVerificationCodes[kind], { params })
      expect(again.items[0]!.looks.count).toBe(2)
      const key = { school: params.school, id: page.items[0]!.id }
      await by.call(contract.extendVerificationCode, { params: key, body: { endsOn: '2026-08-01' } })
      await by.call(contract.closeVerificationCode, { params: key })
      expect((await at(pathOf(page.items[0]!.address))).statusCode).toBe(404)
    }
    // What an employer has no document of it has no code of.
    const params = word.params
    expect(
      (await of.employer.first.ask(contract.listVerificationCodes.recommendation, { params })).statusCode,
    ).toBe(404)
    expect(
      (await of.employer.first.ask(contract.makeVerificationCode.destination, { params: about, body }))
        .statusCode,
    ).toBe(404)
    const { items } = await of.student.first.call(listNotifications, {})
    expect(items.map(({ kind }) => kind)).toContain('dissolution.code-made')
  })

  test('lasts through its last day, is extended also after it, and is closed for good', async () => {
    const { id, student } = await certified()
    const code = await make(student, id, 2)
    const params = { school, id: code.id }
    const seen = async () => verdicts((await at(pathOf(code.address))).body)
    s.setClock('2026-06-03T23:59:59+08:00')
    expect(await seen()).toEqual(['in-force'])
    s.setClock('2026-06-04T00:00:00+08:00')
    expect(await seen()).toEqual(['nothing'])
    expect((await codesOf(student, id)).items[0]).toMatchObject({ state: 'over', actions: ['extend'] })
    const extend = (endsOn: string) =>
      student.first.ask(contract.extendVerificationCode, { params, body: { endsOn } })
    for (const day of ['2026-06-03', '2027-06-20'])
      expect((await extend(day)).json()).toMatchObject({
        code: 'day-not-meant',
        errors: [{ field: 'endsOn' }],
      })
    expect((await extend('2026-12-01')).statusCode).toBe(200)
    expect((await extend('2026-11-30')).json()).toMatchObject({ code: 'day-not-meant' })
    expect(await seen()).toEqual(['in-force'])
    await student.first.call(contract.closeVerificationCode, { params })
    expect(await seen()).toEqual(['nothing'])
    expect((await extend('2026-12-02')).json()).toMatchObject({ code: 'already-moved-on' })
    const again = await student.first.ask(contract.closeVerificationCode, { params })
    expect(again.json()).toMatchObject({ status: 409, code: 'already-moved-on' })
    expect((await codesOf(student, id)).items[0]).toMatchObject({ state: 'closed', actions: [] })
  })

  test('twenty are open at one time, however many are made at once', async () => {
    const { id, student } = await certified()
    const body = { purpose: '某', endsOn: '2026-07-01' }
    const asked = { params: { school, id }, body }
    const answers = await Promise.all(
      Array.from({ length: 23 }, (_, nth) =>
        (nth % 2 ? student.first : student.second).ask(contract.makeVerificationCode.agreement, asked),
      ),
    )
    const refused = answers.filter(({ statusCode }) => statusCode === 409)
    expect(refused.map((answer) => answer.json().code)).toEqual(Array(3).fill('verification-codes-too-many'))
  })

  test('its owner sees when it was looked at, how, and roughly from where', async () => {
    const { id, number, student } = await certified()
    const code = await make(student, id)
    await at(pathOf(code.address), '203.0.113.7')
    await at(pathOf(code.address), '203.0.200.9')
    await type(number, code.code)
    await at(pathOf(code.address), '2001:db8:1:2::3')
    await type(`${number}9`, code.code)
    const { looks } = (await codesOf(student, id)).items[0]!
    expect(looks.count).toBe(4)
    expect(looks.last.map(({ way, origin, count }) => [way, origin, count])).toEqual(
      [
        ['address', '2001:db8:*', 1],
        ['address', '203.0.*.*', 2],
        ['typed', '10.1.*.*', 1],
      ].sort(),
    )
    const { rows } = await sql<{
      row: string
    }>`select to_jsonb(t)::text as row from verification_looks t`.execute(s.owner)
    expect(rows.map(({ row }) => row).join()).not.toContain('203.0.113')
  })
})

describe('closed, over and wrong', () => {
  test('are answered with the same bytes and by the same statements (AT-37)', async () => {
    const { id, number, student } = await certified()
    const [closed, over, open] = [
      await make(student, id),
      await make(student, id, 1),
      await make(student, id),
    ]
    const params = { school, id: closed.id }
    await student.first.call(contract.closeVerificationCode, { params })
    s.setClock('2026-06-05T10:00:00+08:00')
    const wrong = newVerificationCode()
    const ways: (() => Promise<{ statusCode: number; body: string; headers: object }>)[] = [
      ...[closed.code, over.code, wrong].map((code) => () => at(`/verify/${code.replaceAll('-', '')}`)),
      ...[closed.code, over.code, shownCode(wrong)].map((code) => () => type(number, code)),
      () => type(`${number}9`, open.code),
    ]
    const seen = []
    for (const way of ways) {
      s.statements.length = 0
      const { statusCode, body, headers } = await way()
      seen.push({ statusCode, body, headers, statements: [...s.statements] })
    }
    for (const one of seen) expect(one).toEqual(seen[0])
    expect(verdicts(seen[0]!.body)).toEqual(['nothing'])
    expect(seen[0]!.statusCode).toBe(404)
  })

  test('are tried so often from one network, and then nothing is heard, right or not; another network is not concerned', async () => {
    const { printed } = await codesOf(it.student, it.id)
    const right = pathOf(printed!.address)
    for (let nth = 0; nth < 60; nth++) {
      expect((await at(`/verify/${newVerificationCode()}`)).statusCode).toBe(404)
      // A right one neither counts nor makes up for a wrong one.
      if (nth % 20 === 0) expect((await at(right)).statusCode).toBe(200)
    }
    const answer = await at(right)
    expect(answer.statusCode).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect(answer.body).toContain('尝试次数过多')
    expect(verdicts((await at(right, '10.9.9.9')).body)).toEqual(['in-force'])
  })

  test('by a school’s own host name nothing of another school is found', async () => {
    const other = await s.school()
    await s.owner
      .updateTable('schools')
      .set({ host: 'jiuye.example.edu.cn' })
      .where('id', '=', other)
      .execute()
    const { printed } = await codesOf(it.student, it.id)
    const headers = { host: 'jiuye.example.edu.cn' }
    expect(verdicts((await at(pathOf(printed!.address), '10.1.2.3', headers)).body)).toEqual(['nothing'])
    expect((await at('/verify', '10.1.2.3', headers)).body).toContain(`学校${other}`)
  })
})

test('both parties are told when the sealed document is there and not before; nobody of what was certified long ago', async () => {
  const of = await certified()
  const toldTo = async ({ first }: { first: Visitor }) =>
    (await first.call(listNotifications, {})).items.filter(({ kind }) => kind === 'agreement.document-sealed')
  expect(await toldTo(of.student)).toEqual([])
  await sealedPdf(of)
  await sealedPdf(of)
  for (const one of [of.student, of.employer])
    expect(await toldTo(one)).toMatchObject([{ subject: { kind: 'agreement', id: of.id } }])
  const old = await certified()
  s.setClock('2026-07-02T10:00:00+08:00')
  await sealedPdf(old)
  const told = await s.db
    .selectFrom('notifications')
    .where('kind', '=', 'agreement.document-sealed')
    .where('subject', '=', `agreement:${old.id}`)
    .select('id')
    .execute()
  expect(told).toEqual([])
})
