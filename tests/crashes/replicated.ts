import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer, connect as dial, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startEmbedded } from '../../src/server/db/embedded.ts'
import { migrate } from '../../src/server/db/migrate.ts'

/** The one address by which a database is asked, wherever it is: what stands before a primary and its standbys. */
async function openSwitch(database: string) {
  let target = new URL(database)
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const side = dial(Number(target.port), target.hostname)
    client.pipe(side).pipe(client)
    for (const [one, other] of [
      [client, side],
      [side, client],
    ] as const) {
      open.add(one)
      one.on('error', () => {})
      one.on('close', () => {
        open.delete(one)
        other.destroy()
      })
    }
  }).listen(0, '127.0.0.1')
  await new Promise((listens) => server.once('listening', listens))
  const url = new URL(database)
  url.port = String((server.address() as AddressInfo).port)
  const cut = () => {
    for (const side of open) side.destroy()
  }
  return {
    url: url.href,
    turnTo(next: string) {
      target = new URL(next)
      cut()
    },
    close() {
      cut()
      server.close()
    },
  }
}

async function order(url: string, text: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}

/**
 * A primary and a standby that has written down what the primary says to be committed, behind one address: the primary can be
 * killed, and the standby take its place.
 */
export async function openReplicated() {
  const folders = {
    primary: await mkdtemp(join(tmpdir(), 'qianyue-primary-')),
    standby: await mkdtemp(join(tmpdir(), 'qianyue-standby-')),
  }
  const first = await startEmbedded(folders.primary)
  await migrate(first.url)
  await first.stop()
  await cp(folders.primary, folders.standby, { recursive: true, preserveTimestamps: true })
  const primary = await startEmbedded(folders.primary)
  const { port, password } = new URL(primary.url)
  const cluster = join(folders.standby, 'postgres', 'data')
  await writeFile(join(cluster, 'standby.signal'), '')
  await writeFile(
    join(cluster, 'postgresql.auto.conf'),
    `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres password=${password}'\n`,
  )
  const standby = await startEmbedded(folders.standby)
  // From now on nothing is committed before the standby has it.
  await order(primary.url, `alter system set synchronous_standby_names = '*'`)
  await order(primary.url, 'select pg_reload_conf()')
  const door = await openSwitch(primary.url)
  return {
    url: door.url,
    async killPrimary() {
      const file = join(folders.primary, 'postgres', 'data', 'postmaster.pid')
      process.kill(Number.parseInt(await readFile(file, 'utf8'), 10), 'SIGKILL')
    },
    /** Who asks finds the standby, which only reads yet. */
    turnToStandby: () => door.turnTo(standby.url),
    promote: () => order(standby.url, 'select pg_promote()'),
    async drop() {
      door.close()
      await standby.stop()
      await primary.stop()
      for (const folder of Object.values(folders)) await rm(folder, { recursive: true, force: true })
    },
  }
}
