import { chmod, mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEmbedded } from '../db/embedded.ts'
import { prepareTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Superuser URL of the run's own PostgreSQL: for `freshDatabase`, not to work in. */
    clusterUrl: string
    /** Of the one database of a run on a Citus cluster; absent elsewhere. */
    laidOut?: string
  }
}

/** One forgetful PostgreSQL for a whole run of tests. */
export default async function startCluster(project: TestProject) {
  const folder = await mkdtemp(join(tmpdir(), 'qianyue-test-'))
  // Where root has no user namespace another user runs PostgreSQL and must get in.
  await chmod(folder, 0o711)
  const database = await startEmbedded(folder, { durable: false })
  await prepareTemplate(database.url)
  project.provide('clusterUrl', database.url)

  return async () => {
    await database.stop()
    await rm(await realpath(join(folder, 'postgres')), { recursive: true, force: true })
    await rm(folder, { recursive: true, force: true })
  }
}
