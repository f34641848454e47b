/**
 * `npm run bench:cliff`: the last hour before an answer is due (AT-44): 22,500 students sign in, look and accept, a quarter of them
 * within its last five minutes, and some come too late. `--people=` and `--last=<minutes>` (only so many before the end, at the
 * same rate) make it shorter. Prints; fails if anything is accepted after the end, or an acceptance that was answered is lost.
 */
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { getMe } from '../src/contracts/accounts.ts'
import { getInvitation, invitationActs, listMyInvitations } from '../src/contracts/invitations.ts'
import { endOfDayInChina } from '../src/domain/day.ts'
import { connect } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { SESSION_COOKIE } from '../src/server/features/accounts/sessions.ts'
import { hashPassword, NO_COST } from '../src/server/services/password-hash.ts'
import { secretsFrom } from '../src/server/services/secrets.ts'
import { gatherCrowd, type Invited } from '../tests/crashes/crowd.ts'
import { percentile, print, send, spread } from './load.ts'
import { processorOf } from './processes.ts'

const given = (name: string, otherwise: number) =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise)
const MINUTE = 60_000
const PEOPLE = given('people', 22_500)
const LAST = given('last', 60) * MINUTE
/** The rush before the end, and those who come after it. */
const RUSH = { lasts: 5 * MINUTE, share: 0.25 }
const LATE = 0.5 * MINUTE
const HOUR = 60 * MINUTE
const PORT = 3904
const SECRET = 'a secret for measuring, thirty-two characters'
const PASSWORD = 'Chun-Tian-2026'

/** When each comes, in milliseconds before the end (below 0: after it), the first first. */
function arrivals(): number[] {
  const rushing = Math.round(PEOPLE * RUSH.share)
  const before = PEOPLE - rushing
  const each = RUSH.lasts / rushing
  return [
    ...Array.from({ length: before }, (_, n) => HOUR - (n / before) * (HOUR - RUSH.lasts)),
    ...Array.from({ length: rushing }, (_, n) => RUSH.lasts - n * each),
    ...Array.from({ length: Math.round(LATE / each) }, (_, n) => -n * each),
  ].filter((due) => due <= LAST)
}

const folder = mkdtempSync(join(tmpdir(), 'qianyue-cliff-'))
const database = await startEmbedded(folder)
const db = connect({ url: database.url, poolSize: 2 })
const times = { 'sign in': [], 'a page': [], accept: [] } as Record<string, { at: number; took: number }[]>
const failed = new Map<string, number>()
let waits = 0

async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
  const began = performance.now()
  try {
    return await work()
  } finally {
    times[what]!.push({ at: Date.now(), took: performance.now() - began })
  }
}

/** Comes again when told to; the session. */
async function enter(n: number): Promise<string> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${PORT}/api/auth/sign-in`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-forwarded-for': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
      },
      body: JSON.stringify({ portal: 'student', school: '99901', login: `B${n}`, secret: PASSWORD }),
    })
    const cookies = answer.headers.getSetCookie()
    await answer.text()
    if (answer.ok)
      return cookies.map((one) => new RegExp(`^${SESSION_COOKIE}=([^;]+)`).exec(one)?.[1]).find(Boolean)!
    waits += 1
    await sleep(Number(answer.headers.get('retry-after') ?? 1) * 1000)
  }
}

/** What became of one's acceptance: taken, or the code of why not. */
async function comeAndAccept(n: number, { params, body }: Invited): Promise<string> {
  try {
    const token = await timed('sign in', () => enter(n))
    const look = (endpoint: Parameters<typeof send>[2], input: object) =>
      timed('a page', () => send(PORT, token, endpoint, input))
    await look(getMe, {})
    await look(listMyInvitations, { params: { school: params.school } })
    await look(getInvitation, { params })
    await timed('accept', () => send(PORT, token, invitationActs.accept, { params, body }))
    return 'accepted'
  } catch (error) {
    return /"code":"([\w-]+)"/.exec(String(error))?.[1] ?? String(error)
  }
}

try {
  await migrate(database.url)
  const due = arrivals()
  const crowd = await gatherCrowd(db, secretsFrom(SECRET), due.length, new Date())
  const passwordHash = await hashPassword(PASSWORD, NO_COST)
  await db.updateTable('users').set({ passwordHash }).execute()
  const [{ day }] = (
    await sql<{ day: string }>`select max(respond_by)::text as day from invitations`.execute(db)
  ).rows as [{ day: string }]
  const cut = endOfDayInChina(day).getTime()
  const ahead = cut - LAST - Date.now() - 20_000
  const env = {
    ...process.env,
    AHEAD: String(ahead),
    PORT: String(PORT),
    DATA_DIR: folder,
    DATABASE_URL: database.url,
    SECRET,
    DEMO: '0',
    TRUSTED_PROXIES: '127.0.0.1',
  }
  const site = spawn(process.execPath, ['bench/cliff-site.ts'], { env, stdio: 'inherit' })
  while (!(await fetch(`http://127.0.0.1:${PORT}/readyz`).catch(() => null))?.ok) await sleep(50)
  const now = () => Date.now() + ahead
  print(
    `${due.length} students, each with an invitation`,
    `the end is in ${Math.round((cut - now()) / 1000)} s`,
  )

  const before = processorOf(site.pid!).own
  const began = Date.now()
  const coming: Promise<{ id: string; outcome: string; arrived: number }>[] = []
  for (const [n, invited] of crowd.entries()) {
    const arrived = due[n]!
    await sleep(Math.max(0, cut - arrived - now()))
    coming.push(comeAndAccept(n, invited).then((outcome) => ({ id: invited.params.id, outcome, arrived })))
  }
  const all = await Promise.all(coming)
  const seconds = (Date.now() - began) / 1000
  print('processor of the site', `${((processorOf(site.pid!).own - before) / seconds).toFixed(2)} cores`)

  const rushes = cut - RUSH.lasts - ahead
  for (const [what, of] of Object.entries(times)) {
    const rush = of.filter(({ at }) => at >= rushes).map(({ took }) => took)
    const rest = of.filter(({ at }) => at < rushes).map(({ took }) => took)
    print(
      `${what}, in the last five minutes`,
      `${spread(rush)}  longest ${percentile(rush, 1 - 1e-9).toFixed(0)} ms  | before ${rest.length > 0 ? spread(rest) : 'not measured'}`,
    )
  }
  print('told to come again in so many seconds', `${waits} times`)
  for (const { outcome, arrived } of all) {
    const which = `${outcome}, ${arrived > 0 ? 'came before the end' : 'came after it'}`
    failed.set(which, (failed.get(which) ?? 0) + 1)
  }
  for (const [which, count] of failed) print(which, String(count))

  const rows = await db
    .selectFrom('agreements')
    .where('invitationId', 'is not', null)
    .select(['invitationId', 'formedAt'])
    .execute()
  const formed = new Map(rows.map(({ invitationId, formedAt }) => [invitationId, formedAt.getTime()]))
  const lost = all.filter(({ id, outcome }) => outcome === 'accepted' && !formed.has(id)).length
  const late = [...formed.values()].filter((at) => at >= cut).length
  print('answered and not there; accepted after the end', `${lost}; ${late}`)
  if (lost + late > 0) process.exitCode = 1
  site.kill('SIGTERM')
  await new Promise((ended) => site.once('exit', ended))
} finally {
  await db.destroy()
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
