import { request } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { addressOf } from '../src/contracts/address.ts'
import { getAudit, getAuditContent, takeAudit } from '../src/contracts/audits.ts'
import type { Endpoint } from '../src/contracts/endpoint.ts'
import { checkExport, takeExport } from '../src/contracts/exports.ts'
import { takeCopy } from '../src/contracts/school-copies.ts'
import { SHIPPED } from '../src/domain/export/shipped.ts'
import { SESSION_COOKIE } from '../src/server/features/accounts/sessions.ts'
import type { Secrets } from '../src/server/services/secrets.ts'
import { print, send } from './load.ts'
import type { Desk } from './many-students.ts'
import { memoryOf, processorOf } from './processes.ts'
import { startProduct, stopProduct } from './product.ts'

export const YEAR = 2026
const MEGABYTE = 1024 * 1024

const PORT = 3902
/** Until what it did as it started is done with. */
const SETTLED_MS = 3_000

type Filling = { readonly url: string; readonly secrets: Secrets }
type Exporting = {
  readonly url: string
  readonly desks: readonly Desk[]
  readonly folder: string
  readonly secret: string
}

/** All of a school are of one year, and have what a roster has sealed. */
export async function fillRoster({ url, secrets }: Filling, school: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const further = JSON.stringify({
    ethnicity: '01',
    politicalStatus: '03',
    homeRegion: '420111',
    entryMonth: '2022-09',
  })
  await client.query(
    `update students set graduation_year = $1, more_cipher = $2, home_region = '420111' where school_id = $3`,
    [YEAR, secrets.seal(further), school],
  )
  // The lines that were made for the lists have no heads by which further ones follow.
  await client.query(
    `insert into journal_heads (school_id, subject, seq, hash) select school_id, subject, max(seq), '' from journal where school_id = $1 group by 1, 2`,
    [school],
  )
  await client.query(
    `update users set staff_role = 'administrator', college_id = null where portal = 'school'`,
  )
  await client.query('vacuum (analyze)')
  await client.end()
}

type Product = { readonly pid: number; readonly idle: number }

/** One file, thrown away as it comes: until its first byte, until its last, and how much more memory than idle the product had meanwhile. */
function takeFile({ pid, idle }: Product, { school, token }: Desk, endpoint: Endpoint, asked: object) {
  const input = { params: { school, id: SHIPPED[0]!.id } }
  const body = { purpose: 'report', reason: '测量', ...asked }
  const headers = { 'content-type': 'application/json', cookie: `${SESSION_COOKIE}=${token}` }
  let most = 0
  const watch = setInterval(() => {
    most = Math.max(most, memoryOf(pid).whole)
  }, 50)
  const began = performance.now()
  const cpuBefore = processorOf(pid).own
  return new Promise<{ first: number; all: number; cpu: number; bytes: number; more: number }>(
    (resolve, reject) => {
      const path = addressOf(endpoint, input)
      const sent = request({ port: PORT, path, method: endpoint.method, headers }, (answer) => {
        let [first, bytes] = [0, 0]
        answer.on('data', (part: Buffer) => {
          first ||= performance.now() - began
          bytes += part.length
        })
        answer.on('end', () => {
          clearInterval(watch)
          if (answer.statusCode !== 200) return reject(new Error(`${path}: ${answer.statusCode}`))
          const cpu = processorOf(pid).own - cpuBefore
          resolve({ first, all: performance.now() - began, cpu, bytes, more: most - idle })
        })
      })
      sent.on('error', reject).end(JSON.stringify(body))
    },
  )
}

/** A school's whole year by a template of 32 columns: its check, and its file in either form; then all of its data, and its file for an audit. */
export async function measureExports({ url, desks, folder, secret }: Exporting): Promise<void> {
  const [desk] = desks
  if (!desk) return
  const server = await startProduct({ folder, databaseUrl: url, port: PORT, secret })
  const pid = server.pid!
  await sleep(SETTLED_MS)
  const idle = memoryOf(pid).whole
  const ask = <Shown = object>(endpoint: Endpoint, params: object = {}) =>
    send<Shown>(PORT, desk.token, endpoint, {
      params: { school: desk.school, ...params },
      query: { year: YEAR },
    })
  const took = async <Shown>(asked: Promise<Shown>) => {
    const from = performance.now()
    return { shown: await asked, ms: Math.round(performance.now() - from) }
  }
  const { shown, ms } = await took(ask<{ total: number }>(checkExport, { id: SHIPPED[0]!.id }))
  const { total } = shown
  print(`export of ${total}: checked before`, `${ms} ms  (idle: ${idle.toFixed(0)} MB)`)
  const files = [
    ...(['csv', 'xlsx'] as const).map((format) => ({
      what: `export of ${total} as ${format}`,
      endpoint: takeExport,
      asked: { seenVersion: 1, year: YEAR, filter: {}, format },
    })),
    { what: `all data of ${total}`, endpoint: takeCopy, asked: { whole: true, withFiles: true } },
    {
      what: `audit file of ${total}`,
      endpoint: takeAudit,
      asked: { year: YEAR, format: 'xlsx', withFiles: true },
    },
  ]
  for (const { what, endpoint, asked } of files) {
    const { first, all, cpu, bytes, more } = await takeFile({ pid, idle }, desk, endpoint, asked)
    print(
      what,
      `first byte ${Math.round(first)} ms  all ${(all / 1000).toFixed(1)} s  processor ${cpu.toFixed(1)} s  ${(bytes / MEGABYTE).toFixed(1)} MB  ${more.toFixed(0)} MB more memory`,
    )
  }
  for (const [what, endpoint] of [
    ['audit page', getAudit],
    ['audit content, all rows read', getAuditContent],
  ] as const)
    print(`${what} of ${total}`, `${(await took(ask(endpoint))).ms} ms`)
  await stopProduct(server)
}
