import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { migrate } from '../db/migrate.ts'

const TEMPLATE = 'qianyue_template'

/** Makes the database that every test's own is copied from. */
export async function prepareTemplate(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [TEMPLATE])
    if (!rowCount) await client.query(`create database ${TEMPLATE}`)
  })
  await migrate(databaseUrl(url, TEMPLATE))
}

/** A copy of the template, or of another database, for one test file; `drop` also ends the connections that are left to it. */
export async function freshDatabase(
  clusterUrl: string,
  template = TEMPLATE,
): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `t_${randomUUID().replaceAll('-', '')}`
  await withClient(clusterUrl, (client) => client.query(`create database ${name} template ${template}`))
  return {
    url: databaseUrl(clusterUrl, name),
    drop: async () => {
      await withClient(clusterUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
    },
  }
}

/** One that all test files work in: of a cluster, which cannot be copied. */
export const sharedDatabase = (url: string) => ({ url, drop: async () => {} })

function databaseUrl(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl)
  url.pathname = `/${name}`
  return url.href
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
