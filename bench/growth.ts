/**
 * `npm run bench:growth -- 1000000`: whether a roster stays quick as all rosters grow: list, search and file of fifty schools with
 * so many students together, beside 10,000 in one school and 10,000 in fifty, asked turn by turn; then the figures of a school with
 * 100,000 graduates of a year, alone and beside the fifty, and its files (`--exported=` so many): by a template, all of its data, and
 * for an audit, by the product as `npm start` runs it in a process of its own. Prints; asserts nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { listAgreements } from '../src/contracts/agreements.ts'
import { listRosterHistory, listStudents } from '../src/contracts/roster.ts'
import { getStudentFile } from '../src/contracts/students.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { buildApp } from '../src/server/http/app.ts'
import { visitor } from '../src/server/http/visitor.ts'
import { openLog } from '../src/server/services/log.ts'
import { openServices } from '../src/server/services/services.ts'
import { fillRoster, measureExports } from './export-file.ts'
import { measureFigures } from './figures.ts'
import { percentile, print, spread } from './load.ts'
import { type Desk, gatherStudents, ownKey, SCHOOLS } from './many-students.ts'

const FEW = 10_000
const MANY = Number(process.argv[2] ?? 1_000_000)
const ROUNDS = Number(process.argv.find((one) => one.startsWith('--rounds='))?.slice(9) ?? 400)
const WARM_UP = 60
const SECRET = 'a secret for measuring, thirty-two characters'
const EXPORTED = Number(process.argv.find((one) => one.startsWith('--exported='))?.slice(11) ?? 100_000)

type Statement = { readonly sql: string; readonly parameters: readonly unknown[] }

const folder = mkdtempSync(join(tmpdir(), 'qianyue-growth-'))
const database = await startEmbedded(folder)

/** A database of the cluster with so many students, and the product on it, in this process. */
async function openSize(name: string, students: number, schools = SCHOOLS) {
  const url = new URL(database.url)
  const owner = new pg.Client({ connectionString: url.href })
  await owner.connect()
  await owner.query(`create database ${name}`)
  await owner.end()
  url.pathname = `/${name}`
  await migrate(url.href)
  const statements: Statement[] = []
  const { services, close } = await openServices({
    databaseUrl: url.href,
    now: () => new Date(),
    secret: SECRET,
    filesFolder: join(folder, name),
    baseUrl: 'http://localhost',
    log: openLog('silent'),
    onFault: (fault) => console.error(fault),
    keepsOrder: false,
    onQuery: (query) => statements.push(query),
  })
  const began = performance.now()
  const desks = await gatherStudents(url.href, services.secrets, students, new Date(), { schools })
  print(`${students} students in ${schools} schools made`, `${Math.round(performance.now() - began)} ms`)
  const app = await buildApp(services)
  const { secrets } = services
  return { url: url.href, statements, desks, app, secrets, perSchool: Math.round(students / schools), close }
}
type Size = Awaited<ReturnType<typeof openSize>>

const asked = (of: Size, { school, token }: Desk, query: object) =>
  visitor(of.app, token).call(listStudents, { params: { school }, query })

const agreed = (of: Size, { school, token }: Desk, query: object) =>
  visitor(of.app, token).call(listAgreements, { params: { school }, query: { queue: 'all', ...query } })

/** What is measured, of one school and for the n-th time. */
const ACTS: Readonly<Record<string, (of: Size, desk: Desk, n: number) => Promise<unknown>>> = {
  'list, first page': (of, desk) => asked(of, desk, {}),
  'list, by name, of one college': (of, desk) => asked(of, desk, { sort: 'name', college: '03' }),
  'list, of a class': (of, desk, n) => asked(of, desk, { className: `专业${n % 60}班${n % 700}` }),
  'list, not employed yet, of one year': (of, desk, n) =>
    asked(of, desk, { employment: 'unplaced', year: 2024 + (n % 4) }),
  'list, of a field of the school’s own': (of, desk) =>
    asked(of, desk, { chosen: `${ownKey(desk.school)}=yes` }),
  'agreements, first page': (of, desk) => agreed(of, desk, {}),
  'agreements, where work is in the west': (of, desk) => agreed(of, desk, { tag: 'western' }),
  'agreements, in a place of no such kind': (of, desk) => agreed(of, desk, { tag: 'remote' }),
  'search by a name': (of, desk, n) => asked(of, desk, { q: ['王子', '李涵', '张雨', '刘桐'][n % 4] }),
  'search by a number': (of, desk, n) =>
    asked(of, desk, { q: `2023${String((n % of.perSchool) + 1).padStart(8, '0')}` }),
  'the next page, from a place': async (of, desk) => {
    const id = placeOf.get(desk.token)
    return asked(of, desk, { page: 4, ...(id && { after: id }) })
  },
  file: (of, { school, token }) =>
    visitor(of.app, token).call(getStudentFile, { params: { school, id: placeOf.get(token)! } }),
  'history of a file': (of, { school, token }) =>
    visitor(of.app, token).call(listRosterHistory, { params: { school, id: placeOf.get(token)! } }),
}
const placeOf = new Map<string, string>()

async function explain(of: Size) {
  const client = new pg.Client({ connectionString: of.url })
  await client.connect()
  for (const { sql: text, parameters } of of.statements.filter(({ sql }) =>
    /^select.*(students|agreements)/.test(sql),
  )) {
    const { rows } = await client.query(`explain (analyze, buffers, costs off, summary off) ${text}`, [
      ...parameters,
    ])
    console.log(`\n${text.slice(0, 400)}\n${rows.map((row) => row['QUERY PLAN']).join('\n')}`)
  }
  await client.end()
}

try {
  const sizes = {
    small: await openSize('small', FEW),
    one: await openSize('one', FEW, 1),
    many: await openSize('many', MANY),
  }
  const { many } = sizes
  for (const size of Object.values(sizes))
    for (const desk of size.desks) {
      const { items } = await asked(size, desk, { page: 3 })
      placeOf.set(desk.token, items.at(-1)!.id)
    }
  for (const [name, act] of Object.entries(ACTS)) {
    const times: Readonly<Record<keyof typeof sizes, number[]>> = { small: [], one: [], many: [] }
    for (let n = 0; n < ROUNDS; n++)
      for (const key of ['small', 'one', 'many'] as const) {
        const size = sizes[key]
        const began = performance.now()
        await act(size, size.desks[n % size.desks.length]!, n)
        if (n >= WARM_UP) times[key].push(performance.now() - began)
      }
    const beside = (key: 'small' | 'one') =>
      (percentile(times.many, 0.95) / percentile(times[key], 0.95)).toFixed(2)
    print(
      name,
      `${spread(times.many)}  | in one school ${spread(times.one)}: p95 ${beside('one')} times  | in ${SCHOOLS} ${spread(times.small)}: ${beside('small')} times`,
    )
  }
  if (process.argv.includes('--explain')) {
    for (const query of [
      {},
      { sort: 'name', college: '03' },
      { employment: 'unplaced', year: 2026 },
      { q: '王子' },
      { chosen: `${ownKey(many.desks[7]!.school)}=yes` },
    ]) {
      many.statements.length = 0
      await asked(many, many.desks[7]!, query)
      console.log(`\n=== ${JSON.stringify(query)}`)
      await explain(many)
    }
    many.statements.length = 0
    await agreed(many, many.desks[7]!, { tag: 'western' })
    console.log('\n=== agreements, where work is in the west')
    await explain(many)
  }
  const alone = await openSize('alone', EXPORTED, 1)
  const beside = await gatherStudents(many.url, many.secrets, EXPORTED, new Date(), {
    schools: 1,
    first: SCHOOLS,
  })
  for (const [size, desks] of [
    [alone, alone.desks],
    [many, beside],
  ] as const)
    for (const { school } of desks) await fillRoster(size, school)
  await measureFigures({ alone, beside: { app: many.app, desks: beside } })
  await measureExports({ ...alone, folder: join(folder, 'alone'), secret: SECRET })
  for (const { app, close } of [...Object.values(sizes), alone]) {
    await app.close()
    await close()
  }
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
