import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSealer } from '../services/sealing/sealer.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../testing/scenario.ts'
import { buildApp } from './app.ts'
import type { App } from './slice.ts'

const TOKEN = 'a token of the operator'
let s: Scenario
let app: App
beforeAll(async () => {
  s = await startScenario()
  app = await buildApp({ ...s.services, operatorToken: TOKEN })
})
afterAll(async () => {
  await app.close()
  await s.stop()
})
const ask = (to: App, url: string, authorization?: string) =>
  to.inject({ url, headers: authorization === undefined ? {} : { authorization } })

test('metrics are there for the operator alone, and for nobody where there is no token', async () => {
  for (const wrong of [undefined, '', TOKEN, 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`])
    expect((await ask(app, '/metrics', wrong)).statusCode).toBe(404)
  const answer = await ask(app, '/metrics', `Bearer ${TOKEN}`)
  expect(answer.statusCode).toBe(200)
  expect(answer.body).toContain('http_request_duration_seconds_bucket')
  for (const any of [undefined, 'Bearer ', 'Bearer undefined'])
    expect((await ask(s.app, '/metrics', any)).statusCode).toBe(404)
})

test('readiness is yes or no to anybody, and its parts to the operator', async () => {
  expect((await ask(app, '/readyz')).json()).toEqual({ ok: true })
  expect((await ask(app, '/readyz', `Bearer ${TOKEN}x`)).json()).toEqual({ ok: true })
  expect((await ask(app, '/readyz', `Bearer ${TOKEN}`)).json()).toEqual({
    ok: true,
    parts: { database: true, writes: true, queues: true, seals: true },
  })
})

test('an authority that does not stamp is told to the operator, and turns nobody away', async () => {
  const timestampUrl = 'http://127.0.0.1:9/'
  const sealer = openSealer(
    { folder: s.folder, timestampUrl },
    { site: 'localhost', now: s.now, log: s.services.log, remember: async ({ fingerprint }) => fingerprint },
  )
  const waiting = await buildApp({ ...s.services, operatorToken: TOKEN, sealer })
  const parts = async () => (await ask(waiting, '/readyz', `Bearer ${TOKEN}`)).json()
  expect(await parts()).toMatchObject({ ok: true, parts: { seals: true, stamps: true } })
  await expect(sealer.seal(SMALL_PDF, { reason: '测试', at: s.now() })).rejects.toThrow()
  expect(await parts()).toMatchObject({ ok: true, parts: { seals: true, stamps: false } })
  await waiting.close()
})
