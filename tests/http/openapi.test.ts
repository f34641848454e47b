import { createConfig, lintFromString } from '@redocly/openapi-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { problem } from '../../src/contracts/problem.ts'
import { type Scenario, startScenario } from '../../src/server/testing/scenario.ts'
import { ENDPOINTS } from './contract.ts'

type Content = Record<string, { schema: { $ref?: string } }>
type Operation = {
  operationId: string
  security: object[]
  parameters?: { name: string; in: string; example?: unknown; schema: { examples?: unknown[] } }[]
  responses: Record<string, { content: Content }>
}
type Document = {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, { properties?: Record<string, { enum?: string[] }> }> }
}

let s: Scenario
let text: string
let document: Document
beforeAll(async () => {
  s = await startScenario()
  text = (await s.app.inject({ url: '/openapi.json' })).body
  document = JSON.parse(text)
})
afterAll(() => s.stop())

/** What an orchestrator asks has no refusal: it is open to whoever reaches it. */
const WARNED = ['/healthz', '/readyz', '/metrics'].map(
  (path) => `warn operation-4xx-response #/paths/${path.replace('/', '~1')}/get/responses`,
)

test('the document stands before the recommended rules of a linter', async () => {
  const config = await createConfig({ extends: ['recommended'] })
  // A linter warns of localhost, which is where tests are.
  const source = text.replaceAll('http://localhost:3000', 'https://sign.edu.cn')
  const problems = await lintFromString({ source, absoluteRef: 'openapi.json', config })
  const told = problems.map(
    ({ severity, ruleId, location }) => `${severity} ${ruleId} ${location[0]?.pointer}`,
  )
  expect(told.sort()).toEqual([...WARNED].sort())
})

test.each(ENDPOINTS)(
  '%s is told with its name, its door, its media types and its problems',
  (_name, endpoint) => {
    const { method, url, config, schema } = endpoint
    const operation = document.paths[url.replace(/:(\w+)/g, '{$1}')]![method.toLowerCase()]!
    expect(operation.operationId).toMatch(/^[a-z][A-Za-z]+$/)
    expect(operation.operationId.toLowerCase()).not.toContain('api')
    expect(operation.security).toEqual([
      ...(config.access === 'public' ? [] : [{ session: [] }]),
      ...(config.token ? [{ token: [config.token] }] : []),
    ])
    const types = (status: string) => Object.keys(operation.responses[status]!.content)
    expect(types('200')).toEqual(schema.produces ?? ['application/json'])
    for (const status of ['4XX', '5XX']) {
      expect(types(status)).toEqual(['application/problem+json'])
      const told = operation.responses[status]!.content['application/problem+json']!.schema
      expect(told.$ref).toBe('#/components/schemas/Problem')
    }
    const named = (operation.parameters ?? []).filter((one) => one.in === 'header').map(({ name }) => name)
    const isAct = method !== 'GET' && config.access !== 'public'
    expect(named.includes('idempotency-key')).toBe(isAct)
    for (const one of (operation.parameters ?? []).filter((one) => one.in === 'path'))
      expect([one.name, one.example ?? one.schema.examples?.[0]]).toEqual([one.name, expect.any(String)])
  },
)

test('problem codes are an enumeration, and what people see of a case has a name', () => {
  const { schemas } = document.components
  expect(schemas.Problem!.properties!.code!.enum).toEqual(problem.shape.code.options)
  for (const name of ['InvitationView', 'AgreementView', 'DissolutionView', 'DestinationView', 'Me'])
    expect(schemas).toHaveProperty(name)
})

test('what is really answered has the media type that is told', async () => {
  const student = await s.student(await s.school())
  const types = async (url: string, accept = '*/*') => {
    const cookies = { qianyue_session: student.token }
    return (await s.app.inject({ url, cookies, headers: { accept } })).headers['content-type']
  }
  expect(await types('/api/me')).toMatch(/^application\/json/)
  expect(await types('/api/me/notifications/stream')).toMatch(/^text\/event-stream/)
  expect(await types(`/api/schools/${student.school}/students`)).toMatch(/^application\/problem\+json/)
  const id = await s.scan(student.first, student.school)
  expect(await types(`/api/schools/${student.school}/evidence/${id}`)).toBe('application/pdf')
})
