import { afterAll, beforeAll, expect, test } from 'vitest'
import { dayWindows } from '../../src/contracts/atoms.ts'
import { leavesOf } from '../../src/contracts/leaves.ts'
import { addDays } from '../../src/domain/day.ts'
import { daysMeant } from '../../src/domain/plausible-day.ts'
import type { Visitor } from '../../src/server/http/visitor.ts'
import { declarationOf } from '../../src/server/testing/destination-forms.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { bodyForAll, ENDPOINTS } from './contract.ts'

let s: Scenario
let school: string
let body: Record<string, unknown>
let people: Visitor[]
let student: Awaited<ReturnType<Scenario['student']>>
beforeAll(async () => {
  s = await startScenario()
  school = await s.school()
  student = await s.student(school)
  body = bodyForAll({ studentId: student.id, studentName: student.name, agreementId: s.anId(), school })
  people = [student.first, (await s.employer(school)).first, (await s.staff(school, 'administrator')).first]
})
afterAll(() => s.stop())

const DAYS = ENDPOINTS.flatMap(([name, endpoint]) =>
  endpoint.schema.body
    ? leavesOf(endpoint.schema.body).flatMap(({ path, schema }) => {
        const meaning = dayWindows.get(schema)
        return meaning ? [{ name, endpoint, path, field: path.join('.'), ...meaning }] : []
      })
    : [],
)
const withAt = (value: unknown, [first, ...rest]: readonly string[], day: string): unknown => {
  if (first === undefined) return day
  if (first === '*') return (value as unknown[]).map((one) => withAt(one, rest, day))
  return {
    ...(value as object),
    [first]: withAt((value as Record<string, unknown> | null)?.[first], rest, day),
  }
}

test('there are days, in every contract that gives any', () => {
  expect(DAYS.map(({ name, field }) => `${name} ${field}`)).toEqual(
    expect.arrayContaining([
      'sendInvitation respondBy',
      'sendInvitation terms.reportBy',
      'registerPaper signedOn',
      'registerPaper terms.reportBy',
      'agreementActs.propose-amendment terms.reportBy',
      'saveSettings window.from',
    ]),
  )
})

test.each(DAYS)(
  '$name refuses a $field that cannot be meant, and names it',
  async ({ endpoint, path, field, window }) => {
    const { from, until } = daysMeant(window, s.now())
    for (const day of ['1900-01-01', addDays(from, -1), addDays(until, 1), '2999-12-31']) {
      const whole = field.startsWith('window.')
        ? { ...body, window: { from: day, to: day } }
        : withAt(body, path, day)
      const answers = await Promise.all(
        people.map((who) => who.ask(endpoint, { params: { school, id: s.anId() }, body: whole })),
      )
      const refused = answers.map((answer) => answer.json()).filter(({ code }) => code === 'day-not-meant')
      expect([day, refused.length > 0]).toEqual([day, true])
      for (const { status, errors } of refused) {
        expect(status).toBe(422)
        expect(errors[0].field).toMatch(field.startsWith('window.') ? /^window\./ : field.replace('*', '0'))
      }
    }
  },
)

test('nor does a form that is data take one', async () => {
  const { params, body: form } = await declarationOf(s, student, '801')
  const [, endpoint] = ENDPOINTS.find(([name]) => name === 'declareDestination')!
  const days = Object.entries(form.details).filter(([, answer]) => /^\d{4}-\d\d-\d\d$/.test(answer))
  expect(days.length).toBeGreaterThan(0)
  for (const [key] of days) {
    const answer = await student.first.ask(endpoint, {
      params,
      body: { ...form, details: { ...form.details, [key]: '2999-01-01' } },
    })
    expect(answer.json().errors).toEqual([{ field: `details.${key}`, message: '这个日期离现在太远，请核对' }])
  }
})
