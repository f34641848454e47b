import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'
import { addressOf } from '../src/contracts/address.ts'
import { getAudit, getAuditContent, takeAudit } from '../src/contracts/audits.ts'
import type { Endpoint } from '../src/contracts/endpoint.ts'
import { checkExport, takeExport } from '../src/contracts/exports.ts'
import { takeCopy } from '../src/contracts/school-copies.ts'
import { SHIPPED } from '../src/domain/export/shipped.ts'
import { SESSION_COOKIE } from '../src/server/features/accounts/sessions.ts'
import type { buildApp } from '../src/server/http/app.ts'
import { visitor } from '../src/server/http/visitor.ts'
import type { Secrets } from '../src/server/services/secrets.ts'
import { print } from './load.ts'
import type { Desk } from './many-students.ts'

export const YEAR = 2026
const MEGABYTE = 1024 * 1024

type Exporting = {
  readonly url: string
  readonly desks: readonly Desk[]
  readonly app: Awaited<ReturnType<typeof buildApp>>
  readonly secrets: Secrets
}

/** All of a school are of one year, and have what a roster has sealed. */
export async function fillRoster(
  { url, secrets }: Pick<Exporting, 'url' | 'secrets'>,
  school: string,
): Promise<void> {
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

/** One file, thrown away as it comes: until its first byte, until its last, and how much more memory the process had meanwhile. */
function takeFile(port: number, { school, token }: Desk, endpoint: Endpoint, asked: object) {
  const input = { params: { school, id: SHIPPED[0]!.id } }
  const body = { purpose: 'report', reason: '测量', ...asked }
  const headers = { 'content-type': 'application/json', cookie: `${SESSION_COOKIE}=${token}` }
  global.gc?.()
  const before = process.memoryUsage().rss
  let most = before
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss)
  }, 50)
  const began = performance.now()
  const cpuBefore = process.cpuUsage()
  return new Promise<{ first: number; all: number; cpu: number; bytes: number; more: number }>(
    (resolve, reject) => {
      const path = addressOf(endpoint, input)
      const sent = request({ port, path, method: endpoint.method, headers }, (answer) => {
        let [first, bytes] = [0, 0]
        answer.on('data', (part: Buffer) => {
          first ||= performance.now() - began
          bytes += part.length
        })
        answer.on('end', () => {
          clearInterval(watch)
          if (answer.statusCode !== 200) return reject(new Error(`${path}: ${answer.statusCode}`))
          const { user, system } = process.cpuUsage(cpuBefore)
          resolve({
            first,
            all: performance.now() - began,
            cpu: (user + system) / 1e6,
            bytes,
            more: most - before,
          })
        })
      })
      sent.on('error', reject).end(JSON.stringify(body))
    },
  )
}

/** A school's whole year by a template of 32 columns: its check, and its file in either form; then all of its data, and its file for an audit. */
export async function measureExports(of: Exporting): Promise<void> {
  const [desk] = of.desks
  if (!desk) return
  await of.app.listen({ port: 0, host: '127.0.0.1' })
  const { port } = of.app.server.address() as AddressInfo
  const began = performance.now()
  const { total } = await visitor(of.app, desk.token).call(checkExport, {
    params: { school: desk.school, id: SHIPPED[0]!.id },
    query: { year: YEAR },
  })
  print(`export of ${total}: checked before`, `${Math.round(performance.now() - began)} ms`)
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
    const { first, all, cpu, bytes, more } = await takeFile(port, desk, endpoint, asked)
    print(
      what,
      `first byte ${Math.round(first)} ms  all ${(all / 1000).toFixed(1)} s  processor ${cpu.toFixed(1)} s  ${(bytes / MEGABYTE).toFixed(1)} MB  ${(more / MEGABYTE).toFixed(0)} MB more memory`,
    )
  }
  const asking = { params: { school: desk.school }, query: { year: YEAR } }
  for (const [what, endpoint] of [
    ['audit page', getAudit],
    ['audit content, all rows read', getAuditContent],
  ] as const) {
    const from = performance.now()
    await visitor(of.app, desk.token).call(endpoint, asking)
    print(`${what} of ${total}`, `${Math.round(performance.now() - from)} ms`)
  }
}
