import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { sql } from 'kysely'
import { startWorkers } from './background/workers.ts'
import { type Configuration, ConfigurationError, keepSecret, readConfiguration } from './configuration.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { findDemoLogins } from './demo/log-ins.ts'
import { playDemo } from './demo/story.ts'
import { buildApp } from './http/app.ts'
import { openMail } from './services/mail.ts'
import { openServices, type Services } from './services/services.ts'

async function start(configuration: Configuration): Promise<void> {
  const { port, host, dataDir, baseUrl, smtpUrl, mailFrom } = configuration
  const embedded = configuration.databaseUrl ? null : await startEmbedded(dataDir)
  const databaseUrl = configuration.databaseUrl ?? embedded!.url
  await migrate(databaseUrl)
  const mail = smtpUrl ? await openMail(smtpUrl, mailFrom) : null
  const webRoot = resolve(import.meta.dirname, '../../dist/web')
  const { services, queue, close } = await openServices({
    ...configuration,
    databaseUrl,
    mail,
    now: () => new Date(),
    secret: configuration.secret ?? (await keepSecret(dataDir)),
    filesFolder: join(dataDir, 'files'),
    webRoot: existsSync(resolve(webRoot, 'index.html')) ? webRoot : null,
    onFault: ({ message }) => console.error(`A job is tried again: ${message}`),
  })
  await makeDemoOnce(services, configuration.demo ?? embedded !== null)

  const app = await buildApp(services)
  await app.listen({ port, host })
  await startWorkers(queue.boss, services)

  const stop = async () => {
    await app.close()
    await close()
    mail?.close()
    await embedded?.stop()
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)))

  const logins = await findDemoLogins(services)
  console.log(`\nQianyue 签约 is at ${baseUrl}\n`)
  if (logins) console.log(`Demo log-ins (portal, school, name, secret):\n  ${logins.join('\n  ')}\n`)
}

/** Only into an empty database, and once however many instances start together. */
async function makeDemoOnce(services: Services, wanted: boolean): Promise<void> {
  if (!wanted) return
  await services.db.connection().execute(async (turn) => {
    await sql`select pg_advisory_lock(7262027)`.execute(turn)
    try {
      const any = await turn.selectFrom('schools').select('id').limit(1).executeTakeFirst()
      if (!any) await playDemo(services)
    } finally {
      await sql`select pg_advisory_unlock(7262027)`.execute(turn)
    }
  })
}

try {
  await start(readConfiguration(process.env))
} catch (error) {
  console.error(error instanceof ConfigurationError ? error.message : error)
  process.exit(1)
}
