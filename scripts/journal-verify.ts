/**
 * `npm run journal:verify`: says whether any line of the journal was changed, removed or reordered, and which; and whether
 * every checkpoint is of these lines, or the first that is not.
 */
import { readConfiguration } from '../src/server/configuration.ts'
import { connect } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { verifyJournal } from '../src/server/db/journal.ts'
import { verifyTree } from '../src/server/features/transparency/verify-tree.ts'

const { databaseUrl, dataDir } = readConfiguration(process.env)
const embedded = databaseUrl ? null : await startEmbedded(dataDir)
const db = connect({ url: databaseUrl ?? embedded!.url, poolSize: 1 })
try {
  const { lines, faults } = await verifyJournal(db)
  for (const { school, subject, seq, fault } of faults)
    console.log(`school ${school}, ${subject}, line ${seq}: ${fault}`)
  console.log(
    faults.length === 0
      ? `${lines} lines, all as they were written`
      : `${lines} lines, ${faults.length} at fault`,
  )
  const { checkpoints, fault } = await verifyTree(db)
  console.log(`${checkpoints} checkpoints are of these lines`)
  if (fault) console.log(`${fault.at}: ${fault.fault}`)
  process.exitCode = faults.length === 0 && !fault ? 0 : 1
} finally {
  await db.destroy()
  await embedded?.stop()
}
