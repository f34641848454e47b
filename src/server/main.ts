import pretty from 'pino-pretty'
import { readConfiguration } from './configuration.ts'
import { OperatorError } from './db/operator-error.ts'
import { sentenceFor } from './faults.ts'
import { type Log, openLog } from './services/log.ts'
import { type Site, startSite } from './site.ts'

type Started = { readonly configuration: ReturnType<typeof readConfiguration>; readonly log: Log }

const told = new AbortController()
// Ctrl-C reaches us from the terminal and once more from npm, so every further signal is the same one.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => told.abort())

await run(prepare())

/** Ends the process where the environment is wrong: there is nothing to run with. */
function prepare(): Started {
  try {
    const configuration = readConfiguration(process.env)
    const { logLevel } = configuration
    const onTerminal = {
      colorize: true,
      singleLine: true,
      sync: true,
      translateTime: 'HH:MM:ss',
      ignore: 'pid',
    }
    return { configuration, log: openLog(logLevel, process.stdout.isTTY ? pretty(onTerminal) : undefined) }
  } catch (error) {
    if (error instanceof OperatorError) return giveUp(error)
    throw error
  }
}

async function run({ configuration, log }: Started): Promise<void> {
  let site: Site
  try {
    site = await startSite(configuration, { log, now: () => new Date() }, told.signal)
  } catch (error) {
    if (told.signal.aborted) {
      log.info('stopped before it was ready')
      process.exit(0)
    }
    const sentence = sentenceFor(error, configuration)
    if (sentence) giveUp(sentence)
    log.fatal({ err: error }, 'the start failed')
    process.exit(1)
  }
  log.info({ address: configuration.baseUrl }, 'ready')
  console.log(`\nQianyue 签约 is at ${configuration.baseUrl}\n`)
  if (site.logins.length > 0)
    console.log(`Demo log-ins (portal, school, name, secret):\n  ${site.logins.join('\n  ')}\n`)

  if (!told.signal.aborted)
    await new Promise((stop) => told.signal.addEventListener('abort', stop, { once: true }))
  log.info('stopping')
  await site.stop()
  log.info('stopped')
  process.exit(0)
}

/** For the person who starts it, so not a line of the log: it is said at every LOG_LEVEL. */
function giveUp({ zh, en }: Pick<OperatorError, 'zh' | 'en'>): never {
  console.error(`${zh}\n${en}`)
  process.exit(1)
}
