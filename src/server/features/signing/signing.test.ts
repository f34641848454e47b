import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { agreementActs, getAgreement } from '../../../contracts/agreements.ts'
import { invitationActs } from '../../../contracts/invitations.ts'
import { listNotifications } from '../../../contracts/notifications.ts'
import { addPasskey, beginPasskey } from '../../../contracts/passkeys.ts'
import * as contract from '../../../contracts/signing.ts'
import { shortFingerprint, type ToSign } from '../../../domain/signing/bound.ts'
import { ELECTRONIC_FORM_EDITION } from '../../../domain/signing/consent.ts'
import { DEMO_PIN } from '../../../domain/signing/pin.ts'
import { sweep } from '../../background/sweep.ts'
import { canonicalJson } from '../../db/journal.ts'
import { type Asking, type Visitor, visitor } from '../../http/visitor.ts'
import { newAuthenticator } from '../../testing/authenticator.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

const PASSWORD = 'Qiao-Liang-2026'
const { accept } = invitationActs

let s: Scenario
let school: string
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
})
afterAll(() => s.stop())

/** Who signs nothing by themselves: what is sent is what the test says. */
const bare = (token: string) => visitor(s.app, token, {}, '127.0.0.1', true, false)
const answered = (answer: { json(): { code: string; details?: object } }) => {
  const { code, details } = answer.json()
  return { code, details }
}
const codeOf = (answer: { statusCode: number; json(): { code: string } }) =>
  answer.statusCode === 200 ? 'done' : answer.json().code

async function invited() {
  const [student, employer] = [await s.student(school), await s.employer(school)]
  await s.setPassword(student.userId, PASSWORD)
  const invitation = await s.invite(employer, student)
  const item: ToSign = {
    act: 'invitation.accept',
    subject: `invitation:${invitation.id}`,
    fingerprint: invitation.termsHash,
  }
  return { student, employer, invitation, item, by: bare(student.token) }
}
const signing = (items: readonly ToSign[], change: object = {}) => ({
  body: {
    items,
    by: { method: 'pin', pin: DEMO_PIN },
    drawing: { kind: 'typed' },
    edition: ELECTRONIC_FORM_EDITION,
    ...change,
  },
})
const sign = async (by: Visitor, item: ToSign, change: object = {}): Promise<string> =>
  (await by.ask(contract.makeSignatures, signing([item], change))).json().signatures[0]
const withSignature = ({ params, body }: Asking, signature: string | undefined) => ({
  params,
  body: { ...(body as object), ...(signature && { signature }) },
})

describe('a signature', () => {
  test('is needed, stands for what was shown, and is kept with the act in the journal', async () => {
    const { invitation, item, by } = await invited()
    const input = s.acceptance(invitation)
    expect(codeOf(await by.ask(accept, input))).toBe('signature-needed')

    const signature = await sign(by, item)
    const accepted = await by.ask(accept, withSignature(input, signature))
    expect(codeOf(accepted)).toBe('done')
    const line = (await s.journal(item.subject)).at(-1)
    expect(line?.entry).toMatchObject({
      action: 'invitation.accept',
      data: { signature, method: 'pin', fingerprint: invitation.termsHash },
    })
    expect(JSON.stringify(line)).not.toContain(DEMO_PIN)
    const used = s.db
      .updateTable('signatures')
      .set({ fingerprint: '0'.repeat(64) })
      .where('id', '=', signature)
    await expect(used.execute()).rejects.toThrow('never changed')
  })

  test('of terms that have changed since is refused, and the refusal says what is now', async () => {
    const { employer, invitation, item, by } = await invited()
    const signature = await sign(by, item)
    const terms = { ...invitation.terms, regularPay: invitation.terms.regularPay + 100_00 }
    const { version, notice, respondBy } = invitation
    const revised = await employer.first.call(invitationActs.revise, {
      params: { school, id: invitation.id },
      body: { seenVersion: version, noticeVersion: notice.version, respondBy, terms },
    })
    const answer = await by.ask(accept, withSignature(s.acceptance(revised), signature))
    expect(answered(answer)).toMatchObject({
      code: 'signed-otherwise',
      details: { signed: shortFingerprint(item.fingerprint), now: shortFingerprint(revised.termsHash) },
    })
    expect(answer.statusCode).toBe(409)
    const again = await sign(by, { ...item, fingerprint: revised.termsHash })
    expect(codeOf(await by.ask(accept, withSignature(s.acceptance(revised), again)))).toBe('done')
  })

  test('is good once, for its own act, in its own session, for ten minutes, and for nobody else', async () => {
    const [one, other] = [await invited(), await invited()]
    const ask = (signature: string) =>
      one.by.ask(accept, withSignature(s.acceptance(one.invitation), signature))
    const ofAnother = await sign(one.by, other.item)
    expect(codeOf(await ask(ofAnother))).toBe('signature-over')
    const byAnother = await sign(other.by, one.item)
    expect(codeOf(await ask(byAnother))).toBe('signature-over')
    const old = await sign(one.by, one.item)
    s.setClock(new Date(s.now().getTime() + 11 * 60_000).toISOString())
    expect(codeOf(await ask(old))).toBe('signature-over')
    await sweep(s.services)
    const left = await s.db
      .selectFrom('signatures')
      .where('id', 'in', [old, ofAnother, byAnother])
      .select('id')
      .execute()
    expect(left).toEqual([])
    const signature = await sign(one.by, one.item)
    const answers = await Promise.all([ask(signature), ask(signature)])
    expect(answers.map(codeOf).toSorted()).toContain('done')
    expect(await s.journal(one.item.subject)).toHaveLength(2)
  })

  test('is asked for by an agreement’s acts and by staff for none', async () => {
    const [student, employer] = [await s.student(school), await s.employer(school)]
    const agreement = await s.sign(employer, student)
    const params = { school, id: agreement.id }
    const body = { seenVersion: agreement.version, terms: { ...agreement.terms, penalty: 1 } }
    const answer = await bare(employer.token).ask(agreementActs['propose-amendment'], { params, body })
    expect(codeOf(answer)).toBe('signature-needed')
    const staff = await s.staff(school, 'school_reviewer')
    const { version } = await staff.first.call(getAgreement, { params })
    expect(
      codeOf(await bare(staff.token).ask(agreementActs.pass, { params, body: { seenVersion: version } })),
    ).toBe('done')
    const item = {
      act: 'agreement.seal',
      subject: `agreement:${agreement.id}`,
      fingerprint: agreement.termsHash,
    } as const
    expect(codeOf(await staff.first.ask(contract.makeSignatures, signing([item])))).toBe('not-your-turn')
  })
})

describe('the PIN', () => {
  test('is set by the password, is not guessed, and is stored as nobody can read it', async () => {
    const { student, by } = await invited()
    const set = (pin: string, password = PASSWORD) => by.ask(contract.setPin, { body: { password, pin } })
    expect(codeOf(await set('804715', 'wrong'))).toBe('wrong-credentials')
    for (const pin of [
      '111111',
      '123456',
      '109876',
      '121212',
      '123123',
      student.studentNumber.slice(-6),
      '040101',
      '200401',
    ])
      expect(answered(await set(pin)), pin).toMatchObject({ code: 'pin-guessable' })
    expect(codeOf(await set('804715'))).toBe('done')
    const [row] = await s.db
      .selectFrom('signingPins')
      .where('userId', '=', student.userId)
      .selectAll()
      .execute()
    expect(row?.pinHash).toMatch(/^\$scrypt\$/)
    const { items } = await student.first.call(listNotifications, {})
    expect(items.map(({ kind }) => kind)).toContain('account.pin-set')
  })

  test('tried by sixty at once on two instances is tried five times, then locked, and its owner told once', async () => {
    const { student, item, by } = await invited()
    const wrong = signing([item], { by: { method: 'pin', pin: '999000' } })
    const second = visitor(s.second, student.token, {}, '127.0.0.1', true, false)
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, n) => (n % 2 ? by : second).ask(contract.makeSignatures, wrong)),
    )
    const codes = Map.groupBy(answers, codeOf)
    expect(codes.get('pin-wrong')).toHaveLength(4)
    expect(codes.get('pin-locked')).toHaveLength(56)
    expect(
      (
        await s.db.selectFrom('signingPins').where('userId', '=', student.userId).select('wrong').execute()
      )[0],
    ).toEqual({ wrong: 5 })
    // The right one is not heard either.
    expect(codeOf(await by.ask(contract.makeSignatures, signing([item])))).toBe('pin-locked')
    const { items } = await student.first.call(listNotifications, {})
    expect(items.filter(({ kind }) => kind === 'account.pin-locked')).toHaveLength(1)
    expect(await by.call(contract.getSigning)).toMatchObject({ pin: 'locked' })

    await by.call(contract.setPin, { body: { password: PASSWORD, pin: '804715' } })
    expect(
      codeOf(
        await by.ask(contract.makeSignatures, signing([item], { by: { method: 'pin', pin: '804715' } })),
      ),
    ).toBe('done')
  })

  test('is right for twenty at once on two instances, whatever was wrong before', async () => {
    const { student, item, by } = await invited()
    const second = visitor(s.second, student.token, {}, '127.0.0.1', true, false)
    const wrong = signing([item], { by: { method: 'pin', pin: '999000' } })
    for (let n = 0; n < 4; n++) expect(codeOf(await by.ask(contract.makeSignatures, wrong))).toBe('pin-wrong')
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 ? by : second).ask(contract.makeSignatures, signing([item])),
      ),
    )
    expect(answers.map(codeOf)).toEqual(Array.from({ length: 20 }, () => 'done'))
  })

  test('is not used up by tries that are cut off before they are answered', async () => {
    const { student, item, by } = await invited()
    const held = await s.owner.startTransaction().execute()
    await held
      .selectFrom('signingPins')
      .where('userId', '=', student.userId)
      .selectAll()
      .forUpdate()
      .execute()
    const asked = Promise.all(
      Array.from({ length: 6 }, () => by.ask(contract.makeSignatures, signing([item]))),
    )
    // Each has judged and waits to count: that is where it is killed.
    const waiting = sql<{ pid: number }>`
      select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
        and query like 'update "signing_pins"%'`
    await expect.poll(async () => (await waiting.execute(s.owner)).rows.length, { timeout: 30_000 }).toBe(6)
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and query like 'update "signing_pins"%'`.execute(s.owner)
    expect((await asked).map(({ statusCode }) => statusCode).filter((code) => code < 500)).toEqual([])
    await held.rollback().execute()
    const pin = s.db.selectFrom('signingPins').where('userId', '=', student.userId).select('wrong')
    expect(await pin.execute()).toEqual([{ wrong: 0 }])
    expect(codeOf(await by.ask(contract.makeSignatures, signing([item])))).toBe('done')
  })

  test('that is right forgets the wrong ones before it, and each wrong one says how many are left', async () => {
    const { item, by } = await invited()
    const tryPin = (pin: string) =>
      by.ask(contract.makeSignatures, signing([item], { by: { method: 'pin', pin } }))
    expect(answered(await tryPin('999000'))).toMatchObject({ code: 'pin-wrong', details: { left: 4 } })
    expect(answered(await tryPin('999000'))).toMatchObject({ details: { left: 3 } })
    expect(codeOf(await tryPin(DEMO_PIN))).toBe('done')
    expect(answered(await tryPin('999000'))).toMatchObject({ details: { left: 4 } })
  })
})

describe('a passkey', () => {
  const key = newAuthenticator()

  test('signs these very acts and no others, and what it signed is kept', async () => {
    const { student, item, invitation, by } = await invited()
    const other = { ...item, fingerprint: '0'.repeat(64) }
    const { options } = await by.call(beginPasskey, { body: { password: PASSWORD } })
    await by.call(addPasskey, { body: { name: '手机', answer: key.create(options) } })
    const begin = async (items: ToSign[]) =>
      (await by.call(contract.beginSigningByPasskey, { body: { items } })).options
    const by_ = (answer: string) => ({ by: { method: 'passkey', answer } })

    const forOther = key.get(await begin([other]))
    expect(codeOf(await by.ask(contract.makeSignatures, signing([item], by_(forOther))))).toBe('passkey-over')
    const unasked = key.get(await begin([item]), { userVerified: false })
    expect(codeOf(await by.ask(contract.makeSignatures, signing([item], by_(unasked))))).toBe(
      'passkey-refused',
    )

    const asked = await begin([item])
    const challenge = Buffer.from(JSON.parse(asked).challenge, 'base64url')
    const digest = createHash('sha256')
      .update(canonicalJson([item]))
      .digest()
    expect(challenge.subarray(32).equals(digest)).toBe(true)
    const signature = await sign(by, item, by_(key.get(asked)))
    expect(codeOf(await by.ask(accept, withSignature(s.acceptance(invitation), signature)))).toBe('done')
    const [kept] = await s.db
      .selectFrom('signatures')
      .where('id', '=', signature)
      .select(['method', 'proof'])
      .execute()
    expect(kept).toMatchObject({
      method: 'passkey',
      proof: { signature: expect.any(String), publicKey: expect.any(String) },
    })
    const line = (await s.journal(item.subject)).at(-1)
    expect(line?.entry).toMatchObject({ data: { method: 'passkey', fingerprint: item.fingerprint } })
    expect(student.userId).toBeTruthy()
  })
})

describe('consent and drawing', () => {
  test('the electronic form is agreed to once, in its edition; another edition asks again', async () => {
    const { student, item, by } = await invited()
    const without = { edition: undefined }
    expect(codeOf(await by.ask(contract.makeSignatures, signing([item], without)))).toBe('consent-needed')
    expect(codeOf(await by.ask(contract.makeSignatures, signing([item])))).toBe('done')
    expect(codeOf(await by.ask(contract.makeSignatures, signing([item], without)))).toBe('done')
    const editions = await s.db
      .selectFrom('electronicConsents')
      .where('userId', '=', student.userId)
      .select('edition')
      .execute()
    expect(editions).toEqual([{ edition: ELECTRONIC_FORM_EDITION }])
  })

  test('a student signs by hand or name; what is drawn is numbers on the sheet and used again', async () => {
    const { student, employer, item, by } = await invited()
    const ask = (drawing: unknown) => by.ask(contract.makeSignatures, signing([item], { drawing }))
    expect(codeOf(await ask(null))).toBe('drawing-needed')
    expect(codeOf(await ask({ kind: 'last' }))).toBe('drawing-needed')
    const dot = [
      [10, 10],
      [11, 11],
    ]
    expect(codeOf(await ask({ kind: 'drawn', strokes: [dot] }))).toBe('drawing-needed')
    const line = Array.from({ length: 40 }, (_, n) => [n * 10, 100 + (n % 7)])
    for (const wrong of [[[-1, 0]], [[601, 0]], [[1.5, 0]], [['1"/><script>', 0]]])
      expect((await ask({ kind: 'drawn', strokes: [[...line, ...wrong]] })).statusCode, String(wrong)).toBe(
        422,
      )
    expect(codeOf(await ask({ kind: 'drawn', strokes: Array(60).fill(line) }))).toBe('drawing-too-long')
    expect(codeOf(await ask({ kind: 'drawn', strokes: [line] }))).toBe('done')
    const { drawing } = await by.call(contract.getSigning)
    expect(drawing).toMatchObject({ kind: 'drawn', path: expect.stringMatching(/^[MLQ\d. ]+$/) })
    expect(codeOf(await ask({ kind: 'last' }))).toBe('done')
    const drawn = await s.db
      .selectFrom('drawings')
      .where('userId', '=', student.userId)
      .select('id')
      .execute()
    expect(drawn).toHaveLength(1)
    const ofEmployer = {
      act: 'invitation.send',
      subject: `student:${student.id}`,
      fingerprint: item.fingerprint,
    }
    const body = signing([ofEmployer as ToSign], { drawing: null })
    expect(codeOf(await bare(employer.token).ask(contract.makeSignatures, body))).toBe('done')
  })
})
