/** Writes `src/server/db/schema.generated.ts` from a freshly migrated database: `npm run schema`. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { migrate } from '../src/server/db/migrate.ts'

const folder = mkdtempSync(join(tmpdir(), 'qianyue-schema-'))
const database = await startEmbedded(folder, { durable: false })
try {
  await migrate(database.url)
  const out = process.argv[2] ?? 'src/server/db/schema.generated.ts'
  const { status } = spawnSync(
    'kysely-codegen',
    ['--dialect', 'postgres', '--camel-case', '--date-parser', 'string', '--numeric-parser', 'number'].concat(
      [...['--url', database.url, '--out-file', out, '--exclude-pattern', '{kysely_*,pgboss.*}']],
    ),
    { stdio: 'inherit' },
  )
  process.exitCode = status ?? 1
} finally {
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
}
