/** `npm run schema`: writes the database's types from a freshly migrated one. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'

const OPTIONS = '--dialect postgres --camel-case --date-parser string --numeric-parser number'

/** Writes the types of the database at this address, in the form of the repository. */
export function generateSchema(url: string, out: string): void {
  const options = [...OPTIONS.split(' '), '--exclude-pattern', '{kysely_*,pgboss.*}']
  execFileSync('kysely-codegen', [...options, '--url', url, '--out-file', out], { stdio: 'pipe' })
  execFileSync('biome', ['format', '--write', '--vcs-enabled=false', out], { stdio: 'pipe' })
}

if (import.meta.main) {
  const folder = mkdtempSync(join(tmpdir(), 'qianyue-schema-'))
  const database = await startEmbedded(folder, { durable: false })
  try {
    await migrate(database.url)
    generateSchema(database.url, 'src/server/db/schema.generated.ts')
  } finally {
    await database.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
