import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { playDemo } from '../src/server/demo/story.ts'
import { openLog } from '../src/server/services/log.ts'
import { NO_COST } from '../src/server/services/password-hash.ts'
import { type Opening, openServices } from '../src/server/services/services.ts'
import { freshDatabase } from '../src/server/testing/template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** The demo school, told once for the whole run: each test file works on a copy. */
    demo: { readonly database: string; readonly filesFolder: string }
  }
}

/** What every site of the browser tests is opened with. */
export const openingOf = (databaseUrl: string, filesFolder: string): Opening => ({
  databaseUrl,
  now: () => new Date(),
  secret: 'a secret for tests, thirty-two characters',
  filesFolder,
  // Copies can be chosen and are enqueued; nobody works here who would send them.
  sendsMail: true,
  passwordCost: NO_COST,
  baseUrl: 'http://localhost',
  log: openLog('warn'),
  webRoot: `${import.meta.dirname}/../dist/web`,
  onFault: (fault) => console.error(fault),
  keepsOrder: false,
  outward: { networks: ['127.0.0.0/8'], withoutTls: true },
})

/** Plays the story of the demo school, once for the run. */
export default async function tellDemo(project: TestProject) {
  const database = await freshDatabase(project.getProvidedContext().clusterUrl)
  const filesFolder = await mkdtemp(join(tmpdir(), 'qianyue-demo-files-'))
  const { services, close } = await openServices(openingOf(database.url, filesFolder))
  await playDemo(services)
  await close()
  // Nobody is connected to it any more: it is copied from now on.
  project.provide('demo', { database: new URL(database.url).pathname.slice(1), filesFolder })
  return async () => {
    await database.drop()
    await rm(filesFolder, { recursive: true })
  }
}
