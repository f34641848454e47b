import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getMe, signIn } from '../../../contracts/accounts.ts'
import { getOwnEmployer, registerEmployer } from '../../../contracts/employer-records.ts'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { getNotificationSettings } from '../../../contracts/notifications.ts'
import { withCreditCheck } from '../../../domain/identifiers.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { type Scenario, startScenario } from '../../testing/scenario.ts'

let s: Scenario
beforeAll(async () => {
  s = await startScenario()
})
afterAll(() => s.stop())

let made = 0
const registration = (change: object = {}) => {
  made++
  return {
    creditCode: withCreditCheck(`91420100MA4R${String(made).padStart(5, '0')}`),
    name: '某某科技有限公司',
    kind: 'own',
    licenceNumber: '',
    scope: '软件开发；信息技术咨询',
    legalPerson: '张三',
    industry: '34',
    size: '30',
    nature: '39',
    region: '420100',
    address: '示范路 1 号',
    contactName: '李四',
    contactPhone: '027-81234567',
    contactEmail: 'hr@example.com',
    memberName: '李四',
    login: `HR.Li${made}`,
    password: 'Qiao-Liang-2026',
    language: 'en',
    ...change,
  } as const
}
type Registration = ReturnType<typeof registration>
const ask = (body: Registration) => s.visitor().ask(registerEmployer, { body })

test('whoever registers an employer owns it, is signed in, and signs in again by the log-in', async () => {
  const body = registration({ creditCode: ' 91420100ma4dem00-0' })
  const creditCode = withCreditCheck('91420100MA4DEM000')
  const visitor = s.visitor()
  const me = await visitor.call(registerEmployer, { body: { ...body, creditCode: creditCode.toLowerCase() } })
  expect(me).toMatchObject({
    portal: 'employer',
    employerRole: 'owner',
    language: 'en',
    login: body.login.toLowerCase(),
  })
  expect(await visitor.call(getMe, {})).toEqual(me)
  expect(await visitor.call(getOwnEmployer, {})).toMatchObject({
    creditCode,
    version: 1,
    inEffect: { name: body.name, scope: body.scope, contactEmail: body.contactEmail },
    declared: null,
    admissions: [],
  })
  expect((await visitor.call(employerWorkbench, {})).schools).toEqual([])
  // Mail goes to nobody who has not confirmed the address.
  expect(await visitor.call(getNotificationSettings, {})).toMatchObject({
    email: '',
    pendingEmail: body.contactEmail,
  })
  const again = s.visitor()
  await again.call(signIn, {
    body: { portal: 'employer', login: body.login.toLowerCase(), secret: body.password },
  })
  const lines = await s.journal(`employer:${me.employer!.id}`)
  expect(lines.map(({ entry }) => (entry as { action: string }).action)).toEqual(['employer.register'])
  expect(JSON.stringify(lines)).not.toContain(body.password)
})

test('a credit code is registered once: the answer says what to do and not a word of who it was', async () => {
  const first = registration({ name: '先来的公司' })
  await ask(first)
  const answer = await ask({ ...registration(), creditCode: first.creditCode })
  expect(answer.statusCode).toBe(409)
  expect(answer.json()).toMatchObject({ code: 'employer-registered', errors: [{ field: 'creditCode' }] })
  expect(answer.body).toContain('加入链接')
  for (const told of [first.name, first.memberName, first.login.toLowerCase(), first.contactPhone])
    expect(answer.body).not.toContain(told)
})

test('of two who register one credit code at once, or choose one log-in, one is told so and leaves nothing behind', async () => {
  for (let round = 0; round < 6; round++) {
    const one = registration()
    const rival = registration(round % 2 ? { creditCode: one.creditCode } : { login: one.login })
    const [a, b] = await Promise.all([
      s.visitor().ask(registerEmployer, { body: one }),
      s.secondVisitor().ask(registerEmployer, { body: rival }),
    ])
    expect([a.statusCode, b.statusCode].sort()).toEqual([200, 409])
    const lost = a.statusCode === 409 ? a : b
    expect(lost.json().code).toBe(round % 2 ? 'employer-registered' : 'login-taken')
    const ids = await s.db
      .selectFrom('employers')
      .where('creditCode', 'in', [one.creditCode, rival.creditCode])
      .select('id')
      .execute()
    expect(ids).toHaveLength(1)
  }
})

describe('what is refused names its field', () => {
  test.each<[object, number, string]>([
    [{ creditCode: '91420100MA4R00001X' }, 422, 'creditCode'],
    [{ kind: 'agency' }, 422, 'licenceNumber'],
    [{ licenceNumber: 'HR-1' }, 422, 'licenceNumber'],
    [{ industry: '00' }, 422, 'industry'],
    [{ size: '99' }, 422, 'size'],
    [{ region: '000000' }, 422, 'region'],
    [{ login: '李四' }, 422, 'login'],
    [{ password: '1234567890' }, 422, 'password'],
    [{ contactEmail: '' }, 422, 'contactEmail'],
    [{ contactPhone: '12' }, 422, 'contactPhone'],
    [{ scope: '长'.repeat(LONGEST.scope + 1) }, 422, 'scope'],
  ])('%j → %i %s', async (change, status, field) => {
    const answer = await ask(registration(change))
    expect(answer.statusCode).toBe(status)
    expect(answer.json().errors.map((one: { field: string }) => one.field)).toEqual([field])
  })
})

test('the database itself refuses an agency without a licence, and a member without a role', async () => {
  const { id } = await s.employer(await s.school())
  const agency = s.db.updateTable('employers').set({ profile: JSON.stringify({ kind: 'agency' }) })
  await expect(agency.where('id', '=', id).execute()).rejects.toThrow('employers_agency_has_a_licence')
  const roleless = s.db.updateTable('users').set({ employerRole: null }).where('employerId', '=', id)
  await expect(roleless.execute()).rejects.toThrow('users_members_have_a_role')
})

test('one credit code is tried five times in a quarter of an hour', async () => {
  const body = registration({ industry: '00' })
  for (let n = 0; n < 5; n++) expect((await ask(body)).statusCode).toBe(422)
  expect((await ask(body)).json().code).toBe('locked-out')
})
