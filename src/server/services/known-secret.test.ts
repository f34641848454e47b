import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { OperatorError } from '../db/operator-error.ts'
import { type Scenario, startScenario } from '../testing/scenario.ts'
import { recogniseSecret } from './known-secret.ts'
import { secretsFrom } from './secrets.ts'

const [ONE, OTHER] = ['one secret of the many, long enough', 'another secret of the many, long enough']
let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
beforeEach(async () => {
  await s.owner.deleteFrom('secretKeys').execute()
})
afterAll(() => s.stop())

test('the first secret is the one, and of two that come at once one is refused', async () => {
  const outcomes = await Promise.allSettled([
    recogniseSecret(s.owner, { secret: ONE }),
    recogniseSecret(s.owner, { secret: OTHER }),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  const first = outcomes[0].status === 'fulfilled' ? ONE : OTHER
  expect(await recogniseSecret(s.owner, { secret: first })).toEqual({ keyId: 1, older: [] })
  await expect(recogniseSecret(s.owner, { secret: first === ONE ? OTHER : ONE })).rejects.toThrow(
    OperatorError,
  )
})

test('a database of before there were check values knows its secret by what it sealed', async () => {
  const school = await s.school()
  await s.student(school)
  await expect(recogniseSecret(s.owner, { secret: OTHER })).rejects.toThrow(OperatorError)
  expect(await s.owner.selectFrom('secretKeys').selectAll().execute()).toEqual([])
  const { keyId } = await recogniseSecret(s.owner, { secret: 'a secret for tests, thirty-two characters' })
  expect(keyId).toBe(1)
})

test('the site itself cannot change what the database knows', async () => {
  await expect(
    sql`insert into secret_keys (id, check_value) values (2, 'x')`.execute(s.db),
  ).rejects.toMatchObject({ code: '42501' })
  await expect(sql`update installation set demo = 'none'`.execute(s.db)).rejects.toMatchObject({
    code: '42501',
  })
})

test('the id of the key stands before what it sealed: what was sealed before still opens, what is another’s does not', () => {
  // Sealed by the program of before there were numbers of secrets.
  const old = Buffer.from(
    '01dc8fbd2ac5ba26d2263cd3f649d043fe3ef6b207e7b229147a5740cc772358b3c020dcb6e6d77c728bcb2fdb0d53',
    'hex',
  )
  expect(secretsFrom(ONE, 1).open(old)).toBe('420111200401010019')
  const second = secretsFrom(OTHER, 2)
  expect(second.seal('x')[0]).toBe(2)
  expect(() => second.open(old)).toThrow(/unknown key 1/)
})
