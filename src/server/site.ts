import { constants, existsSync } from 'node:fs'
import { access, mkdir } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { startHeartbeat } from './background/heartbeat.ts'
import { startWorkers } from './background/workers.ts'
import { type Configuration, keepSecret } from './configuration.ts'
import { seesNoChinese } from './db/character-type.ts'
import { connect } from './db/database.ts'
import { startEmbedded } from './db/embedded.ts'
import { migrate } from './db/migrate.ts'
import { OperatorError } from './db/operator-error.ts'
import { watchOver } from './db/watching.ts'
import { keepDemo } from './demo/keeping.ts'
import { findDemoLogins, loginLines } from './demo/log-ins.ts'
import { buildApp } from './http/app.ts'
import { type Given, type KnownKeys, recogniseSecret } from './services/known-secret.ts'
import type { Log } from './services/log.ts'
import { openMail } from './services/mail.ts'
import { openServices, type Services } from './services/services.ts'

export type Site = {
  /** Of the demo school, a line each; none where there is no demo. */
  readonly logins: readonly string[]
  /** Lets the open requests be answered, then ends all that was started. */
  stop(): Promise<void>
}

/**
 * Starts all of the site. What was started ends again on every path out of here: where something fails, and where `told`
 * says that it is not wanted any more.
 */
export async function startSite(
  configuration: Configuration,
  { log, now }: Pick<Services, 'log' | 'now'>,
  told: AbortSignal,
): Promise<Site> {
  await using started = new AsyncDisposableStack()
  const { port, host, dataDir, smtpUrl, mailFrom } = configuration
  await refuseUnlessFree(port, host)
  await mkdir(dataDir, { recursive: true })
  await access(dataDir, constants.W_OK)

  const databaseUrl = configuration.databaseUrl ?? (await openEmbedded(dataDir, log, started))
  told.throwIfAborted()
  await refuseUnlessUsable(databaseUrl, log)
  await migrate(databaseUrl)
  told.throwIfAborted()

  const secret = configuration.secret ?? (await keepSecret(dataDir))
  const mail = smtpUrl ? await openMail(smtpUrl, mailFrom) : null
  started.defer(() => mail?.close())
  const { services, queue, close } = await openServices({
    ...configuration,
    databaseUrl,
    mail,
    log,
    now,
    secret,
    platform: configuration.platform,
    ...(await keysOf(databaseUrl, { secret, before: configuration.secretBefore })),
    filesFolder: join(dataDir, 'files'),
    sealing: { folder: dataDir, p12: configuration.sealP12, timestampUrl: configuration.timestampUrl },
    outward: { networks: configuration.signInNetworks },
    webRoot: builtWeb(),
    onFault: (err) => log.warn({ err }, 'work in the background is tried again'),
  })
  started.defer(close)
  await services.sealer.open()
  told.throwIfAborted()
  const wantsDemo = configuration.demo ?? !configuration.databaseUrl
  await keepDemo(databaseUrl, services, wantsDemo, told)

  const demoLogins = await findDemoLogins(services)
  const app = await buildApp({ ...services, demoLogins })
  started.defer(() => app.close())
  await app.listen({ port, host })
  await startWorkers(queue.boss, services)
  started.defer(await startHeartbeat(services))
  told.throwIfAborted()

  const running = started.move()
  return { logins: loginLines(demoLogins), stop: () => running.disposeAsync() }
}

/** Its server, watched for as long as the site runs; the address. */
async function openEmbedded(dataDir: string, log: Log, started: AsyncDisposableStack): Promise<string> {
  const database = await startEmbedded(dataDir)
  started.defer(() => database.stop())
  const watching = watchOver(database, {
    onDeath: () => log.error('the embedded database has died; it is started again'),
    onRevived: () => log.info('the embedded database runs again'),
    onFault: (err) => log.error({ err }, 'the embedded database could not be started; it is tried again'),
  })
  started.defer(watching)
  return database.url
}

/** Asked first: the answer is the same after a first start of many seconds. */
function refuseUnlessFree(port: number, host: string): Promise<void> {
  return new Promise((free, failed) => {
    const probe = createServer().once('error', failed)
    probe.listen({ port, host }, () => probe.close(() => free()))
  })
}

async function refuseUnlessUsable(databaseUrl: string, log: Log): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    const { rows } = await client.query<{ server_encoding: string }>('show server_encoding')
    if (rows[0]!.server_encoding !== 'UTF8')
      throw new OperatorError(
        `数据库的编码是 ${rows[0]!.server_encoding}，须为 UTF8：请以 encoding 'UTF8' 重新建立数据库。`,
        `The encoding of the database is ${rows[0]!.server_encoding} and must be UTF8: create the database anew with encoding 'UTF8'.`,
      )
    if (await seesNoChinese(client))
      log.warn('the database was made with lc_ctype C: indexed search sees no Chinese (docs/operations.md)')
  } finally {
    await client.end()
  }
}

async function keysOf(databaseUrl: string, given: Given): Promise<KnownKeys> {
  const owner = connect({ url: databaseUrl, poolSize: 1 })
  try {
    return await recogniseSecret(owner, given)
  } finally {
    await owner.destroy()
  }
}

/** The folder of the built site; null where only the API is served. */
function builtWeb(): string | null {
  const folder = resolve(import.meta.dirname, '../../dist/web')
  return existsSync(join(folder, 'index.html')) ? folder : null
}
