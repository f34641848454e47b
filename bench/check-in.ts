/**
 * `npm run bench:check-in`: the door of a fair on its day (AT-46): 28,000 tickets at 60 devices in 30 minutes, a tenth of the devices
 * without a line for five of them. Time is compressed, the rate at which tickets come is not the point then but a harder one: with
 * `--times=30` a minute takes two seconds. One ticket in fifty is shown at a second door, and every hundredth answer is lost, so
 * that the device sends the same again, as `web/features/visits/door-queue.ts` does. Prints; fails if anybody is lost or counted twice.
 */
import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { countFairArrivals } from '../src/contracts/fair-visits.ts'
import { SCANS_AT_ONCE } from '../src/contracts/visits.ts'
import { connect } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { openSession } from '../src/server/features/accounts/sessions.ts'
import { buildApp } from '../src/server/http/app.ts'
import { openLog } from '../src/server/services/log.ts'
import { openServices } from '../src/server/services/services.ts'
import { percentile, print, send, spread } from './load.ts'
import { gatherStudents } from './many-students.ts'

const given = (name: string, otherwise: number) =>
  Number(process.argv.find((one) => one.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise)
const TICKETS = given('tickets', 28_000)
const DEVICES = given('devices', 60)
/** So many times as fast as on the day. */
const TIMES = given('times', 15)
const PORT = 3903
const MINUTE = 60_000
const LASTS = 30 * MINUTE
/** Of so many devices one has no line, from when and for how long. */
const OFFLINE = { oneOf: 10, from: 10 * MINUTE, lasts: 5 * MINUTE }
/** Every so many tickets one is shown at a second door; every so many answers one is lost. */
const SHOWN_TWICE = 50
const LOST = 100
/** Milliseconds after which a device tries again what could not be sent. */
const AGAIN = 10_000

const OPENS = new Date('2026-06-08T09:00:00+08:00').getTime()
const began = performance.now()
/** The clock of that day, which runs faster. It stands until the door opens. */
let doorAt: number | null = null
const dayNow = () => new Date(OPENS + (doorAt === null ? 0 : (performance.now() - doorAt) * TIMES))
const wait = (ofDay: number) => sleep(ofDay / TIMES)

type Scan = { readonly id: string; readonly at: string; readonly ticket: string }
type Answer = { readonly items: readonly { readonly arrival: string }[] }

/** A phone at a door: counts what it is shown, keeps it, and sends it as soon as it has a line. */
class Device {
  readonly queue: Scan[] = []
  readonly times: number[] = []
  most = 0
  came = 0
  before = 0
  sent = 0
  private isSending = false
  private readonly isOffline: () => boolean
  private readonly to: (scans: readonly Scan[]) => Promise<Answer>
  constructor(isOffline: () => boolean, to: (scans: readonly Scan[]) => Promise<Answer>) {
    this.isOffline = isOffline
    this.to = to
  }

  show(ticket: string) {
    this.queue.push({ id: randomUUID(), at: dayNow().toISOString(), ticket })
    this.most = Math.max(this.most, this.queue.length)
    void this.flush()
  }

  async flush(): Promise<void> {
    if (this.isSending) return
    this.isSending = true
    try {
      while (this.queue.length > 0 && !this.isOffline()) {
        const scans = this.queue.slice(0, SCANS_AT_ONCE)
        const from = performance.now()
        const { items } = await this.to(scans)
        this.times.push(performance.now() - from)
        this.sent += 1
        if (this.sent % LOST === 0) continue
        this.queue.splice(0, scans.length)
        for (const { arrival } of items) {
          if (arrival === 'came') this.came += 1
          else this.before += 1
        }
      }
    } finally {
      this.isSending = false
    }
  }
}

const folder = mkdtempSync(join(tmpdir(), 'qianyue-check-in-'))
const database = await startEmbedded(folder)
try {
  await migrate(database.url)
  const { services, close } = await openServices({
    databaseUrl: database.url,
    now: dayNow,
    secret: 'a secret for measuring, thirty-two characters',
    filesFolder: join(folder, 'files'),
    baseUrl: `http://127.0.0.1:${PORT}`,
    log: openLog('silent'),
    onFault: (fault) => console.error(fault),
    keepsOrder: false,
  })
  const db = connect({ url: database.url, poolSize: 2 })
  const [desk] = await gatherStudents(database.url, services.secrets, TICKETS, dayNow(), { schools: 1 })
  const { school } = desk!
  const fair = randomUUID()
  await sql`
    insert into fairs (school_id, id, short_id, status, version, content, title_folded, starts_at, ends_at, venue_ids, places, drafted_at, changed_at)
    values (${school}, ${fair}, 'benchfar', 'announced', 2, ${JSON.stringify({
      ...{ title: '双选会', description: '<p>双选会</p>', applyFrom: '2026-05-01', applyUntil: '2026-05-20' },
      ...{ isReviewed: false, places: TICKETS, plan: { rows: 1, columns: 1, leftOut: [] } },
    })}, '双选会', ${new Date(OPENS)}, ${new Date(OPENS + 3 * 60 * MINUTE)}, ${[randomUUID()]}::uuid[], ${TICKETS}, ${dayNow()}, ${dayNow()})`.execute(
    db,
  )
  await sql`
    insert into event_sign_ups (school_id, fair_id, student_id, ticket, signed_up_at)
    select school_id, ${fair}::uuid, id, 'bench' || lpad(row_number() over (order by student_number)::text, 15, '0'), ${dayNow()}
    from students where school_id = ${school}`.execute(db)
  const [{ user }] = (
    await sql<{ user: string }>`select id as "user" from users where school_id = ${school}`.execute(db)
  ).rows as [{ user: string }]
  const app = await buildApp({ ...services, webRoot: null })
  await app.listen({ port: PORT, host: '127.0.0.1' })
  print(`${TICKETS} tickets of one fair made`, `${Math.round((performance.now() - began) / 1000)} s`)

  const params = { school, id: fair }
  const devices: Device[] = []
  for (let n = 0; n < DEVICES; n++) {
    const token = await openSession(db, user, { ip: '127.0.0.1', userAgent: `door ${n}` }, dayNow())
    const hasNoLine = n % OFFLINE.oneOf === 0
    devices.push(
      new Device(
        () => {
          const passed = dayNow().getTime() - OPENS
          return hasNoLine && passed >= OFFLINE.from && passed < OFFLINE.from + OFFLINE.lasts
        },
        (scans) => send<Answer>(PORT, token, countFairArrivals, { params, body: { scans } }),
      ),
    )
  }
  doorAt = performance.now()
  const until = performance.now() + LASTS / TIMES
  const tries = (async () => {
    while (performance.now() < until) {
      await wait(AGAIN)
      for (const device of devices) void device.flush()
    }
  })()
  for (let n = 1; n <= TICKETS; n++) {
    const ahead = (n / TICKETS) * LASTS - (dayNow().getTime() - OPENS)
    if (ahead > 0) await wait(ahead)
    const ticket = `bench${String(n).padStart(15, '0')}`
    devices[n % DEVICES]!.show(ticket)
    if (n % SHOWN_TWICE === 0) devices[(n + 7) % DEVICES]!.show(ticket)
  }
  const shownAll = performance.now() - doorAt
  await tries
  for (const device of devices)
    while (device.queue.length > 0) {
      await sleep(5)
      await device.flush()
    }
  const took = performance.now() - doorAt

  const { rows } = await sql<{ rows: number; people: number }>`
    select count(*)::integer as rows, count(distinct student_id)::integer as people from event_arrivals
    where school_id = ${school} and fair_id = ${fair}`.execute(db)
  const [counted] = rows as [{ rows: number; people: number }]
  const sum = (of: (device: Device) => number) => devices.reduce((all, device) => all + of(device), 0)
  const times = devices.flatMap((device) => device.times)
  print(
    `shown at ${DEVICES} devices, ${TIMES} times as fast`,
    `${(shownAll / 1000).toFixed(1)} s, ${Math.round((TICKETS * 1000) / shownAll)} tickets a second (on the day ${(TICKETS / 1800).toFixed(1)})`,
  )
  print('all sent', `${(took / 1000).toFixed(1)} s after the door opened`)
  print(`${times.length} requests`, `${spread(times)}  longest ${percentile(times, 1 - 1e-9).toFixed(0)} ms`)
  print('the longest queue of a device', String(Math.max(...devices.map(({ most }) => most))))
  print('counted, by rows and by people', `${counted.rows}, ${counted.people}`)
  print('told “came” by the doors, and “came before”', `${sum((d) => d.came)}, ${sum((d) => d.before)}`)
  if (counted.rows !== TICKETS || counted.people !== TICKETS) {
    process.exitCode = 1
    console.error(`wanted ${TICKETS}, each once`)
  }
  await app.close()
  await close()
  await db.destroy()
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
