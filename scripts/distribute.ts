/**
 * `npm run distribute`: lays the tables of a database on a Citus cluster out over its machines; `--dry-run` only says what it would
 * do (docs/scaling.md). Broken off, or after an upgrade, it is run again.
 */
import { connect } from '../src/server/db/database.ts'
import { layOut } from '../src/server/db/layout.ts'
import { migrate } from '../src/server/db/migrate.ts'
import { withSite } from './with-site.ts'

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
