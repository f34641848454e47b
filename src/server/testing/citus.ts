import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect } from '../db/database.ts'
import { layOut } from '../db/layout.ts'
import { migrate } from '../db/migrate.ts'

const NAME = 'qianyue_test'

const inside = async <T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}
const at = (url: string, change: Partial<Pick<URL, 'hostname' | 'port' | 'pathname'>>) =>
  Object.assign(new URL(url), change).href

/** One database for a run, on every machine of the cluster that `CITUS_URL` names, laid out over it. */
export default async function makeLaidOut(project: TestProject) {
  const url = process.env.CITUS_URL!
  const { rows: nodes } = await inside(url, (client) =>
    client.query<{ host: string; port: number; isWorker: boolean }>(
      'select nodename as host, nodeport as port, groupid <> 0 as "isWorker" from pg_dist_node',
    ),
  )
  const there = (name: string, { host, port }: (typeof nodes)[number]) =>
    at(url, { hostname: host, port: String(port), pathname: `/${name}` })
  for (const node of nodes) {
    await inside(there('postgres', node), async (client) => {
      await client.query(`drop database if exists ${NAME} with (force)`)
      await client.query(`create database ${NAME}`)
    })
    await inside(there(NAME, node), (client) => client.query('create extension citus'))
  }
  const laidOut = at(url, { pathname: `/${NAME}` })
  await inside(laidOut, async (client) => {
    for (const { host, port, isWorker } of nodes)
      await client.query(
        isWorker ? 'select citus_add_node($1, $2)' : 'select citus_set_coordinator_host($1, $2)',
        [host, port],
      )
  })
  await migrate(laidOut)
  const db = connect({ url: laidOut, poolSize: 2 })
  await layOut(db, { dryRun: false, tell: () => {} }).finally(() => db.destroy())
  project.provide('laidOut', laidOut)
}
