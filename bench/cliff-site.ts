/** The site with a clock that goes ahead of this machine's by AHEAD milliseconds: a day's end comes when a measurement wants it. */
import { readConfiguration } from '../src/server/configuration.ts'
import { openLog } from '../src/server/services/log.ts'
import { startSite } from '../src/server/site.ts'

const ahead = Number(process.env.AHEAD)
await startSite(
  readConfiguration(process.env),
  { log: openLog('error'), now: () => new Date(Date.now() + ahead) },
  new AbortController().signal,
)
