import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compressSite } from '../../../scripts/site/compress.ts'
import { addressOf } from '../../contracts/address.ts'
import { streamNotifications } from '../../contracts/notifications.ts'
import { listSchools } from '../../contracts/schools.ts'
import { SITE_VERSION_HEADER } from '../../contracts/site-version.ts'
import { SESSION_COOKIE } from '../features/accounts/sessions.ts'
import { startScenario } from '../testing/scenario.ts'
import { buildApp } from './app.ts'
import type { App } from './slice.ts'

const PAGE = `<!doctype html><script type="module" crossorigin src="/assets/index-a1B2_c3.js"></script>${'<p>签约</p>'.repeat(100)}`
const SCRIPT = 'console.log("签约")\n'.repeat(100)

let scenario: Awaited<ReturnType<typeof startScenario>>
let app: App
let token: string
const webRoot = mkdtempSync(join(tmpdir(), 'qianyue-site-'))
beforeAll(async () => {
  mkdirSync(join(webRoot, 'assets'))
  writeFileSync(join(webRoot, 'index.html'), PAGE)
  writeFileSync(join(webRoot, 'assets/index-a1B2_c3.js'), SCRIPT)
  writeFileSync(join(webRoot, 'seal.svg'), '<svg/>')
  compressSite(webRoot)
  writeFileSync(join(webRoot, 'assets/plain-a1B2_c3.js'), SCRIPT)
  scenario = await startScenario()
  const school = await scenario.school()
  token = (await scenario.student(school)).token
  app = await buildApp({ ...scenario.services, webRoot })
})
afterAll(async () => {
  await app?.close()
  await scenario?.stop()
  rmSync(webRoot, { recursive: true })
})

const asked = (url: string, headers: Record<string, string> = {}, method: 'GET' | 'HEAD' | 'POST' = 'GET') =>
  app.inject({ method, url, headers })

test.each([
  ['br', brotliDecompressSync],
  ['gzip', gunzipSync],
] as const)('files and pages come in %s as they were built', async (encoding, open) => {
  for (const [url, content] of [
    ['/assets/index-a1B2_c3.js', SCRIPT],
    ['/', PAGE],
    ['/sign-in/student', PAGE],
  ] as const) {
    const { headers, rawPayload } = await asked(url, { 'accept-encoding': encoding, accept: 'text/html' })
    expect([headers['content-encoding'], open(rawPayload).toString()]).toEqual([encoding, content])
    expect(headers.vary).toMatch(/accept-encoding/i)
  }
  expect((await asked('/', { accept: 'text/html' })).body).toBe(PAGE)
})

test.each([
  ['/assets/index-a1B2_c3.js', 'public, max-age=31536000, immutable'],
  ['/seal.svg', 'public, max-age=86400'],
  ['/', 'no-cache'],
  ['/index.html', 'no-cache'],
  ['/student/invitations?page=2', 'no-cache'],
])('%s is kept: %s', async (url, kept) => {
  for (const encoding of ['identity', 'br']) {
    const { headers } = await asked(url, { accept: 'text/html', 'accept-encoding': encoding })
    expect(headers['cache-control']).toBe(kept)
  }
})

test.each([
  ['GET', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }],
  ['GET', { accept: '*/*' }],
  ['GET', {}],
  ['HEAD', { accept: '*/*' }],
  ['HEAD', {}],
] as const)('%s with %o opens a page', async (method, headers) => {
  for (const url of ['/', '/sign-in/student', '/student']) {
    const { statusCode, headers: got, body } = await asked(url, headers, method)
    expect([statusCode, got['content-type']]).toEqual([200, 'text/html; charset=utf-8'])
    expect(body).toBe(method === 'HEAD' ? '' : PAGE)
  }
})

test.each([
  ['GET', '/assets/gone-12345678.js', '*/*'],
  ['GET', '/assets/gone-12345678.js', 'text/html'],
  ['GET', '/gone.txt', '*/*'],
  ['GET', '/api/nothing', 'text/html'],
  ['GET', '/sign-in/student', 'application/json'],
  ['POST', '/sign-in/student', 'text/html'],
] as const)('%s %s for %s is no page', async (method, url, accept) => {
  const { statusCode, headers } = await asked(url, { accept }, method)
  expect([statusCode, headers['content-type']]).toEqual([
    404,
    expect.stringContaining('application/problem+json'),
  ])
})

test('a page says how it may act, a file that it fetches only what is asked of files', async () => {
  const namesOf = async (url: string) =>
    Object.keys((await asked(url, { accept: 'text/html' })).headers).filter((name) =>
      /^(content-security|x-|cross-origin|referrer)/.test(name),
    )
  expect((await namesOf('/assets/index-a1B2_c3.js')).sort()).toEqual([
    'cross-origin-resource-policy',
    'referrer-policy',
    'x-content-type-options',
  ])
  expect(await namesOf('/sign-in/student')).toEqual(
    expect.arrayContaining(['content-security-policy', 'x-frame-options', 'cross-origin-opener-policy']),
  )
})

test('JSON that is large enough comes compressed', async () => {
  const plain = await asked('/openapi.json')
  const { headers, rawPayload } = await asked('/openapi.json', { 'accept-encoding': 'gzip, br' })
  expect([headers['content-encoding'], headers.vary]).toEqual([
    'br',
    expect.stringMatching(/accept-encoding/i),
  ])
  expect(brotliDecompressSync(rawPayload).toString()).toBe(plain.body)
})

test.each(['/assets/plain-a1B2_c3.js', addressOf(streamNotifications)])(
  '%s is not compressed as it is sent',
  async (url) => {
    const { headers } = await asked(url, { 'accept-encoding': 'br', cookie: `${SESSION_COOKIE}=${token}` })
    expect([headers['content-type'], headers['content-encoding']]).toEqual([
      expect.stringMatching(/javascript|event-stream/),
      undefined,
    ])
  },
)

test('every answer to a page says which site is served', async () => {
  const { headers } = await asked(addressOf(listSchools))
  expect(headers[SITE_VERSION_HEADER]).toBe('index-a1B2_c3.js')
})
