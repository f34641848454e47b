import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Access, Endpoint } from '../../src/contracts/endpoint.ts'
import type { Visitor } from '../../src/server/http/visitor.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../src/server/testing/scenario.ts'
import { bodyForAll, ENDPOINTS } from './contract.ts'
import { kindOf, makeOneOfEach } from './one-of-each.ts'

let s: Scenario
let school: string
let things: Awaited<ReturnType<typeof makeOneOfEach>>['things']
let body: Record<string, unknown>
let who: Record<Access, Visitor>

beforeAll(async () => {
  s = await startScenario()
  school = await s.school({ agreementLevels: ['college', 'school'] })
  const made = await makeOneOfEach(s, school)
  things = made.things
  const student = await s.student(school)
  const agreementId = things.inForce.id
  body = bodyForAll({ studentId: student.id, studentName: student.name, agreementId, school })
  const { first: administrator, userId } = made.administrator
  // Among the settings that are tried is one that asks it of all staff.
  await s.giveSecondFactor(userId, true)
  who = {
    public: s.visitor(),
    person: student.first,
    entering: administrator,
    newcomer: (await s.student(school, { verified: false })).first,
    student: student.first,
    employer: made.employer,
    owner: made.employer,
    staff: administrator,
    reviewer: administrator,
    administrator,
    concerned: made.employer,
    operator: (await s.enter({ portal: 'platform' })).first,
  }
})
afterAll(() => s.stop())

const NASTY: readonly unknown[] = [
  null,
  true,
  -1,
  1e21,
  0.5,
  '',
  ' ',
  'x'.repeat(5000),
  'a\u0000b',
  '\ud800',
  '𬭊㛃🎓',
  "'; drop table users; --",
  '9999-99-99',
  [],
  [null],
  {},
  { a: { b: [1] } },
  '../../etc/passwd',
  '=HYPERLINK("http://x")',
]
/** Somebody who may: where it is a thing of theirs, the student to whom it belongs, or the other side of it. */
function whoActsOn({ url, config }: Endpoint): { visitor: Visitor; id: string } {
  const kind = kindOf({ url })
  if (!kind) return { id: '', visitor: who[config.access] }
  const { id, student } = things[kind]
  const isTheirs = config.access === 'student' || config.access === 'concerned'
  const isTheStudents =
    config.access === 'student' || kind === 'destination' || kind === 'correction' || kind === 'evidence'
  return { id, visitor: isTheirs && isTheStudents ? student : who[config.access] }
}
type Schema = {
  $ref?: string
  properties?: Record<string, Schema>
  anyOf?: Schema[]
  items?: Schema
  required?: string[]
}
const documentOf = () =>
  s.app.swagger() as unknown as {
    paths: Record<string, Record<string, Operation>>
    components: { schemas: Record<string, Schema> }
  }
/** A schema that is named is looked up. */
const meantBy = (schema: Schema): Schema =>
  schema.$ref ? meantBy(documentOf().components.schemas[schema.$ref.split('/').at(-1)!]!) : schema
/** Every field of a body, those within objects and within the items of lists too, each as its path. */
const pathsOf = (schema: Schema): string[][] => {
  const { properties = {}, anyOf = [], items } = meantBy(schema)
  return [
    ...Object.entries(properties).flatMap(([name, inner]) => [
      [name],
      ...pathsOf(inner).map((path) => [name, ...path]),
    ]),
    ...anyOf.flatMap(pathsOf),
    ...(items ? pathsOf(items).map((path) => ['0', ...path]) : []),
  ]
}
/** The same value with this in that place; a place that is not there is made. */
const withAt = (value: unknown, [first, ...rest]: string[], put: unknown): unknown => {
  if (first === undefined) return put
  const inner = withAt((value as Record<string, unknown> | undefined)?.[first], rest, put)
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === first ? inner : item))
  return { ...(value as object), [first]: inner }
}
/**
 * What the schema lets through reaches the handler, and is sent each time. What it refuses ends at the one door of all
 * endpoints, by the very schema that is asked here: the first of them is sent for the field, to see that it does.
 */
function worthSending({ schema }: Endpoint, whole: object, path: string[]): unknown[] {
  const isRefused = (nasty: unknown) => schema.body?.safeParse(withAt(whole, path, nasty)).success === false
  const refused = NASTY.find(isRefused)
  return NASTY.filter((nasty) => nasty === refused || !isRefused(nasty))
}
type Operation = {
  requestBody?: { content: Record<string, { schema: Schema }> }
  parameters?: { name: string; in: string }[]
}
const operationOf = (method: string, url: string): Operation =>
  documentOf().paths[url.replace(/:(\w+)/g, '{$1}')]![method.toLowerCase()]!
const isFine = (status: number) => status < 500

test.each(ENDPOINTS)('%s answers bad input with 4xx and names the field', async (_name, endpoint) => {
  const operation = operationOf(endpoint.method, endpoint.url)
  const { visitor, id } = whoActsOn(endpoint)
  const params = {
    school,
    id,
    kind: 'region',
    figure: 'minimum-wage',
    row: '110000',
    code: school,
    college: '02',
    majorCode: '080901',
    notice: 'signing',
    shortId: 'abcd1234',
  }
  const told = operation.requestBody?.content['application/json']?.schema
  const schema = told && meantBy(told)
  const paths = schema ? pathsOf(schema) : []
  const own = Object.fromEntries(paths.flatMap(([field]) => (field! in body ? [[field!, body[field!]]] : [])))
  if (schema) {
    // What is spoilt below is whole before: a field that `bodyForAll` lacks would let nothing reach the handler.
    expect(endpoint.schema.body?.safeParse(own).error).toBeUndefined()
    for (const path of paths) {
      for (const nasty of worthSending(endpoint, own, path)) {
        const { statusCode } = await visitor.ask(endpoint, { params, body: withAt(own, path, nasty) })
        expect([path, nasty, statusCode, isFine(statusCode)]).toEqual([path, nasty, statusCode, true])
      }
      const [field, ...inner] = path
      if (inner.length > 0 || !schema.required?.includes(field!)) continue
      const { [field!]: _removed, ...rest } = own
      const answer = await visitor.ask(endpoint, { params, body: rest })
      expect(answer.statusCode).toBe(422)
      expect(answer.json().errors.map((error: { field: string }) => error.field)).toContain(field)
    }
    for (const whole of [null, [], 'text', 7])
      expect((await visitor.ask(endpoint, { params, body: whole })).statusCode).toBeLessThan(500)
  }
  // What is wrong with a header is tried once for all, where headers are.
  const inAddress = (operation.parameters ?? []).filter((one) => one.in !== 'header')
  for (const { name, in: place } of inAddress) {
    for (const nasty of ['', '0', '-1', '1e99', '%', "'", '𬭊', 'a\u0000', '\\', 'x'.repeat(300)]) {
      const input =
        place === 'path' ? { params: { ...params, [name]: nasty } } : { params, query: { [name]: nasty } }
      const sent = endpoint.schema.consumes ? { file: SMALL_PDF } : schema && { body: own }
      const answer = await visitor.ask(endpoint, { ...input, ...sent })
      expect([place, name, nasty, isFine(answer.statusCode)]).toEqual([place, name, nasty, true])
    }
  }
})

test.each([
  ['{"portal":', 'application/json'],
  ['<a/>', 'application/xml'],
  ['x'.repeat(300_000), 'application/json'],
])(
  'a body that is not JSON, of another type or too large is a problem, not an error: %.12s',
  async (payload, type) => {
    const answer = await s.app.inject({
      method: 'POST',
      url: '/api/auth/sign-in',
      payload,
      headers: { 'content-type': type },
    })
    expect(answer.statusCode).toBeGreaterThanOrEqual(400)
    expect(answer.statusCode).toBeLessThan(500)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  },
)

test('field errors are worded in the reader’s language', async () => {
  const [, signIn] = ENDPOINTS.find(([name]) => name === 'signIn')!
  const titles = []
  for (const language of ['zh-CN', 'en']) {
    const answer = await s
      .visitor(null, { 'accept-language': language })
      .ask(signIn, { body: { portal: 'student' } })
    titles.push(answer.json().title)
    expect(
      answer
        .json()
        .errors.map((error: { field: string }) => error.field)
        .sort(),
    ).toEqual(['login', 'secret'])
  }
  expect(titles).toEqual(['有内容填写不正确', 'Some of the input is not right'])
})
