import { join } from 'node:path'
import { type Configuration, readConfiguration } from '../src/server/configuration.ts'
import { startEmbedded } from '../src/server/db/embedded.ts'
import { sentenceFor } from '../src/server/faults.ts'
import { type Files, openFiles } from '../src/server/services/files.ts'

type AtHand = {
  readonly configuration: Configuration
  /** Of the database, as its owner. */
  readonly databaseUrl: string
  readonly files: Files
}

/** What the site of this environment works with, whether it runs or not. What the operator can mend ends in one sentence, and in 1. */
export async function withSite(work: (at: AtHand) => Promise<void>): Promise<void> {
  let configuration: Configuration | undefined
  try {
    configuration = readConfiguration(process.env)
    const { databaseUrl, dataDir, bucket } = configuration
    const embedded = databaseUrl ? null : await startEmbedded(dataDir)
    const files = openFiles(join(dataDir, 'files'), bucket)
    try {
      await work({ configuration, databaseUrl: databaseUrl ?? embedded!.url, files })
    } finally {
      await embedded?.stop()
    }
  } catch (error) {
    const sentence = sentenceFor(error, configuration ?? { port: 0, host: '', dataDir: '' })
    if (!sentence) throw error
    console.error(`${sentence.zh}\n${sentence.en}`)
    process.exitCode = 1
  }
}
