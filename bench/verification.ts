/**
 * `npm run bench:verification`: whether a code that was withdrawn, one that is over and one that never was are answered in the
 * same time (AT-37: medians of 1,000 within 5 ms), and how many agreements are verified a second. Prints; asserts nothing.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { connect } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { playDemo } from '../src/server/demo/story.ts'
import { buildApp } from '../src/server/http/app.ts'
import { openLog } from '../src/server/services/log.ts'
import { newVerificationCode } from '../src/server/services/new-code.ts'
import { openServices } from '../src/server/services/services.ts'
import { print, spread } from './load.ts'

const TIMES = 1000
const AT_ONCE = 16

const folder = mkdtempSync(join(tmpdir(), 'qianyue-verification-'))
const database = await startEmbedded(folder)
await migrate(database.url)
const owner = connect({ url: database.url, poolSize: 2 })
const { services, close } = await openServices({
  databaseUrl: database.url,
  now: () => new Date(),
  secret: 'a secret for measuring, thirty-two characters',
  filesFolder: join(folder, 'files'),
  baseUrl: 'http://localhost',
  log: openLog('silent'),
  onFault: (fault) => console.error(fault),
  keepsOrder: false,
})
await playDemo(services)
const app = await buildApp(services)

const printed = await services.db
  .selectFrom('verificationCodes')
  .where('side', '=', 'document')
  .select(['id', 'codeCipher'])
  .execute()
const codes = printed.map(({ id, codeCipher }) => ({ id, code: services.secrets.open(codeCipher) }))
const [right, closed, over] = codes as [Code, Code, Code]
type Code = (typeof codes)[number]
// As codes of somebody's own that were withdrawn, and that have ended.
await sql`
  update verification_codes set side = 'student', version = null, purpose = '测量', ends_on = '2020-01-01',
    made_by = (select id from users limit 1), closed_at = case when id = ${closed.id} then now() end
  where id in (${closed.id}, ${over.id})`.execute(owner)

/** From another network each time: nobody of these waits. */
let from = 0
async function look(code: string): Promise<number> {
  from++
  const remoteAddress = `10.${(from >> 16) & 255}.${(from >> 8) & 255}.${from & 255}`
  const began = performance.now()
  await app.inject({ method: 'GET', url: `/verify/${code}`, remoteAddress })
  return performance.now() - began
}

const kinds = {
  withdrawn: () => closed.code,
  over: () => over.code,
  wrong: newVerificationCode,
  right: () => right.code,
}
const times: Record<string, number[]> = { withdrawn: [], over: [], wrong: [], right: [] }
for (let round = 0; round < TIMES + 100; round++)
  for (const [kind, code] of Object.entries(kinds)) {
    const ms = await look(code())
    if (round >= 100) times[kind]!.push(ms)
    // Beyond so many wrong ones at one site nobody is heard.
    if (round % 1000 === 0) await owner.deleteFrom('attempts').execute()
  }
for (const [kind, all] of Object.entries(times)) print(`a code that is ${kind}`, spread(all))

await owner.deleteFrom('attempts').execute()
const began = performance.now()
let done = 0
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    while (done++ < TIMES) await look(right.code)
  }),
)
print(`verified a second, ${AT_ONCE} at once`, `${Math.round(TIMES / ((performance.now() - began) / 1000))}`)

await app.close()
await close()
await owner.destroy()
await database.stop()
rmSync(folder, { recursive: true, force: true })
