/** `npm run journal:verify`: says whether any line of the journal was changed, removed or reordered, and which. */
import { readConfiguration } from '../src/server/configuration.ts'
import { connect } from '../src/server/db/database.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { verifyJournal } from '../src/server/db/journal.ts'

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
  process.exitCode = faults.length === 0 ? 0 : 1
} finally {
  await db.destroy()
  await embedded?.stop()
}
