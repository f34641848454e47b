import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signIn } from '../../contracts/accounts.ts'
import { findByDocument } from '../../contracts/roster.ts'
import { dayInChina } from '../../domain/day.ts'
import { DEMO_PIN } from '../../domain/signing/pin.ts'
import { inTransaction } from '../db/database.ts'
import { OperatorError } from '../db/operator-error.ts'
import { giveRecoveryCodes, takeCode } from '../features/accounts/second-factor.ts'
import { listConsents } from '../features/messages/consents.ts'
import { isPin } from '../features/signing/pins.ts'
import { makeActivationCode } from '../features/students/first-login.ts'
import { findByCode, findPrintedCode } from '../features/verification-codes/queries.ts'
import { buildApp } from '../http/app.ts'
import type { App } from '../http/slice.ts'
import { visitor } from '../http/visitor.ts'
import { recogniseSecret } from '../services/known-secret.ts'
import { NO_COST } from '../services/password-hash.ts'
import { checkValueOf, secretsFrom } from '../services/secrets.ts'
import { openServices } from '../services/services.ts'
import { allowSms } from '../testing/message-channels.ts'
import { type Scenario, startScenario } from '../testing/scenario.ts'
import { BYTES } from './bytes.ts'
import { rotateSecret } from './rotating.ts'

const OLD = 'a secret for tests, thirty-two characters'
const NEW = 'another secret for tests, thirty-two characters'
let s: Scenario
beforeAll(async () => {
  s = await startScenario()
  await s.owner
    .insertInto('secretKeys')
    .values({ id: 1, checkValue: checkValueOf(OLD) })
    .execute()
})
afterAll(() => s.stop())

/** The site as it is started with these secrets. */
async function startWith(given: { secret: string; before?: string }) {
  const known = await recogniseSecret(s.owner, given)
  const { services, close } = await openServices({
    ...{
      databaseUrl: s.url,
      filesFolder: s.folder,
      now: s.now,
      baseUrl: s.services.baseUrl,
      log: s.services.log,
    },
    ...{ secret: given.secret, ...known, passwordCost: NO_COST, keepsOrder: false },
    onFault: (fault) => {
      throw fault
    },
  })
  const app = await buildApp(services)
  const stop = async () => {
    await app.close()
    await close()
  }
  return { app, services, stop }
}

/** Of each column whose fate is to be sealed, how many values another key than this has sealed. */
async function sealedByOthers(keyId: number): Promise<Record<string, number>> {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const left: Record<string, number> = {}
  for (const [table, columns] of Object.entries(BYTES))
    for (const [column, fate] of Object.entries(columns)) {
      if (fate !== 'sealed') continue
      const { rows } = await sql<{ n: number }>`
        select count(*) as n from ${sql.table(snake(table))}
        where get_byte(${sql.ref(snake(column))}, 0) <> ${keyId}`.execute(s.owner)
      if (rows[0]!.n > 0) left[`${table}.${column}`] = rows[0]!.n
    }
  return left
}

test('the secret is changed while people sign in and search; broken off it goes on, and then the old one is needed no more', async () => {
  const school = await s.school()
  const [admin, reviewer] = [await s.staff(school, 'administrator'), await s.staff(school, 'school_reviewer')]
  const employer = await s.employer(school)
  const students: Awaited<ReturnType<Scenario['student']>>[] = []
  for (let nth = 0; nth < 40; nth++)
    students.push(await s.student(school, { phone: `139${String(nth).padStart(8, '0')}` }))
  const [one, other] = [students[0]!, students[1]!]
  await allowSms(s, one)
  const { id } = await s.certify(await s.sign(employer, one), reviewer)
  const { code } = (await findPrintedCode(s.db, s.services.secrets, { school, kind: 'agreement', id }))!
  const newcomer = await s.student(school, { verified: false })
  const invited = await s.student(school, { verified: false })
  const activation = await inTransaction(s.db, (tx) =>
    makeActivationCode(tx, s.services.secrets, { school, id: invited.id }, s.now()),
  )
  await s.giveSecondFactor(admin.userId, true)
  const [recovery] = await inTransaction(s.db, (tx) =>
    giveRecoveryCodes(tx, s.services.secrets, admin.userId),
  )

  const both = await startWith({ secret: NEW, before: OLD })
  const finds = async (app: App, of: { id: string; idNumber: string }) => {
    const body = { documentNumber: of.idNumber }
    const { items } = await visitor(app, admin.token).call(findByDocument, { params: { school }, body })
    return items.some((item) => item.id === of.id)
  }
  const signsIn = async (app: App, login: string, secret: string) =>
    (await visitor(app).ask(signIn, { body: { portal: 'student', school, login, secret } })).statusCode
  const verifies = async ({ services: { db, secrets } }: Pick<typeof both, 'services'>) =>
    (await findByCode(db, secrets, { code, number: null, school: null, today: dayInChina(s.now()) })) !== null
  const stands = () => listConsents(s.db, { school, userId: one.userId, studentId: one.id })
  expect(await finds(both.app, other)).toBe(true)
  expect(await verifies(both)).toBe(true)
  // What comes meanwhile is sealed by the new one, and the one of before finds it no more: it is stopped first.
  const { older, keyId } = await recogniseSecret(s.owner, { secret: NEW, before: OLD })
  expect([keyId, older]).toEqual([2, [{ keyId: 1, secret: OLD }]])
  expect(Object.keys(await sealedByOthers(2)).length).toBeGreaterThan(3)

  const work = { isOver: false, done: 0 }
  const search = async () => {
    for (; !work.isOver || work.done < 3; work.done++) {
      expect(await finds(both.app, students[work.done % students.length]!)).toBe(true)
      expect(await signsIn(both.app, newcomer.studentNumber, newcomer.idNumber)).toBe(200)
      expect(await verifies(both)).toBe(true)
      expect(await stands()).toMatchObject([{ stands: true }])
    }
  }
  const rotating = (told: (table: string) => void) =>
    rotateSecret({
      ...{ db: s.owner, keyId, secrets: secretsFrom(NEW, keyId, older), told },
      before: { keyId: 1, secret: OLD },
    })
  const rotateTwice = async () => {
    const broken = rotating((table) => {
      if (table !== 'students') throw new Error('killed')
    })
    await expect(broken).rejects.toThrow('killed')
    expect(await sealedByOthers(2)).not.toHaveProperty(['students.idNumberCipher'])
    await expect(startWith({ secret: NEW })).rejects.toThrow('was not finished')
    const tables: string[] = []
    await rotating((table) => tables.push(table))
    expect(tables).not.toContain('students')
    work.isOver = true
  }
  await Promise.all([search(), rotateTwice()])
  await both.stop()
  expect(await sealedByOthers(2)).toEqual({})

  const after = await startWith({ secret: NEW })
  const { db, secrets } = after.services
  for (const student of [one, other, newcomer]) expect(await finds(after.app, student)).toBe(true)
  expect(await verifies(after)).toBe(true)
  expect(await stands()).toMatchObject([{ stands: true }])
  expect(await signsIn(after.app, newcomer.studentNumber, newcomer.idNumber)).toBe(200)
  expect(await signsIn(after.app, invited.studentNumber, activation.code)).toBe(200)
  const { pinHash } = await db
    .selectFrom('signingPins')
    .where('userId', '=', one.userId)
    .select('pinHash')
    .executeTakeFirstOrThrow()
  expect(await isPin(secrets, { userId: one.userId, pin: DEMO_PIN }, pinHash, NO_COST)).toBe(true)
  expect(await isPin(secrets, { userId: one.userId, pin: '000111' }, pinHash, NO_COST)).toBe(false)
  expect(await takeCode(db, secrets, { userId: admin.userId, code: recovery!, at: s.now() })).toBe(true)
  expect(await takeCode(db, secrets, { userId: admin.userId, code: recovery!, at: s.now() })).toBe(false)
  await after.stop()
  for (const given of [
    { secret: OLD },
    { secret: OLD, before: NEW },
    { secret: `${NEW}, a third`, before: OLD },
  ])
    await expect(recogniseSecret(s.owner, given)).rejects.toThrow(OperatorError)

  // And once more: what outlived the first outlives the second.
  const third = `${NEW}, a third`
  const again = await recogniseSecret(s.owner, { secret: third, before: NEW })
  await rotateSecret({
    ...{
      db: s.owner,
      keyId: again.keyId,
      secrets: secretsFrom(third, again.keyId, again.older),
      told: () => {},
    },
    before: { keyId: 2, secret: NEW },
  })
  const last = await recogniseSecret(s.owner, { secret: third })
  expect(last.older.map((key) => key.keyId)).toEqual([2, 1])
  const ofThird = secretsFrom(third, last.keyId, last.older)
  expect(await isPin(ofThird, { userId: one.userId, pin: DEMO_PIN }, pinHash, NO_COST)).toBe(true)
  expect(await sealedByOthers(3)).toEqual({})
}, 60_000)
