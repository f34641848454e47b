/**
 * `npm run distribute`: lays the tables of a database on a Citus cluster out over its machines; `--dry-run` only says what it would
 * do (docs/scaling.md). Broken off, or after an upgrade, it is run again.
 */
import { connect } from '../src/server/db/database.ts'
import { layOut } from '../src/server/db/layout.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { withSite } from './with-site.ts'

console.log(
  '注意：网上就业市场目前还不能在 Citus 集群上运行（见 docs/scaling.md）。\n' +
    'Note: the online job market does not run on a Citus cluster yet (docs/scaling.md).',
)
const dryRun = process.argv.includes('--dry-run')
await withSite(async ({ databaseUrl }) => {
  await migrate(databaseUrl)
  const db = connect({ url: databaseUrl, poolSize: 2 })
  try {
    await layOut(db, { dryRun, tell: (said) => console.log(said) })
  } finally {
    await db.destroy()
  }
})
