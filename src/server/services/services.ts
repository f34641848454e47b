import { join } from 'node:path'
import type { Portal } from '../../domain/portal.ts'
import type { Printed } from '../../domain/printed.ts'
import { APPLICATION_ROLE, connect, type Db } from '../db/database.ts'
import type { OnQuery } from '../db/driver.ts'
import { type Background, openBackground } from './background.ts'
import type { Bucket } from './bucket-address.ts'
import { openFonts } from './documents/fonts.ts'
import { type Outlines, openOutlines } from './documents/outlines.ts'
import { openTypesetter, type Typesetter } from './documents/typesetter.ts'
import { type Examiner, openExaminer } from './examiner.ts'
import { type Files, openFiles } from './files.ts'
import { type Jobs, openJobs } from './jobs.ts'
import type { Log } from './log.ts'
import type { Mail } from './mail.ts'
import { type Outward, type OutwardOptions, openOutward } from './outward.ts'
import { type Cost, OWASP_COST } from './password-hash.ts'
import { rememberCertificate } from './sealing/known-certificates.ts'
import { openSealer, type Sealer, type SealingOptions } from './sealing/sealer.ts'
import { type OlderKey, type Secrets, secretsFrom } from './secrets.ts'
import { openSheetReader, type SheetReader } from './sheets/reader.ts'
import { openSpool, type Spool } from './spool.ts'
import { type Turnstile, turnstile } from './turnstile.ts'
import { WECOM, type WeComAddresses } from './wecom-addresses.ts'

/** What the platform says of itself at the foot of every public page; empty where it says nothing. */
export type Platform = {
  readonly phone: string
  readonly email: string
  readonly privacyUrl: string
  /** ICP 备案号, and the record at the public security organ 公安备案号. */
  readonly icp: string
  readonly police: string
}
const SAYS_NOTHING: Platform = { phone: '', email: '', privacyUrl: '', icp: '', police: '' }

/** By whom a demo may be tried. */
export type DemoLogin = {
  readonly portal: Portal
  readonly login: string
  readonly secret: string
  readonly about: string
  readonly aboutEn: string
}

/** All that leaves the process, and time: given to each slice as an argument. */
export type Services = {
  readonly db: Db
  readonly now: () => Date
  readonly secrets: Secrets
  readonly jobs: Jobs
  /** Null where the site sends no e-mail. */
  readonly mail: Mail | null
  readonly files: Files
  readonly examiner: Examiner
  readonly spool: Spool
  readonly sheets: SheetReader
  readonly background: Background
  /** Characters that documents can be printed with. */
  readonly printed: Printed
  readonly typesetter: Typesetter
  /** Of the characters in the seals that we draw. */
  readonly outlines: Outlines
  readonly sealer: Sealer
  /** Of each password that is set from now on. */
  readonly passwordCost: Cost
  /** In front of every password that is worked out; of this process. */
  readonly passwordLine: Turnstile
  /** Requests to addresses that schools have given. */
  readonly outward: Outward
  readonly wecom: WeComAddresses
  readonly baseUrl: string
  /** Addresses or CIDR ranges whose X-Forwarded-For is believed; nobody's when empty. */
  readonly trustedProxies: readonly string[]
  readonly log: Log
  /** Who shows it sees the metrics and the parts of readiness; nobody does where it is undefined. */
  readonly operatorToken?: string | undefined
  /** The built web, or null when only the API is served. */
  readonly webRoot: string | null
  readonly platform: Platform
  /** Shown to anybody: none where there is no demo. */
  readonly demoLogins: readonly DemoLogin[]
}

export type Opening = Pick<Services, 'now' | 'baseUrl' | 'log' | 'operatorToken'> &
  Partial<
    Pick<Services, 'mail' | 'trustedProxies' | 'webRoot' | 'platform' | 'demoLogins' | 'passwordCost'>
  > & {
    /** Of the database, as its owner. */
    readonly databaseUrl: string
    readonly databasePool?: number
    readonly secret: string
    /** The number by which the database knows the secret; 1 where nobody asked it. */
    readonly keyId?: number
    /** Those before it, of which something is left. */
    readonly older?: readonly OlderKey[]
    /** Where files are kept, unless there is a bucket. */
    readonly filesFolder: string
    /** By a key beside the files where nothing is said. */
    readonly sealing?: SealingOptions
    /** The operator's own fonts, behind those of the product. */
    readonly fontsFolder?: string | undefined
    readonly bucket?: Bucket | undefined
    /** Whether copies are enqueued though nobody here sends them; by default, where there is mail. */
    readonly sendsMail?: boolean
    /** Told what went wrong in the background; it is tried again by itself. */
    readonly onFault: (fault: Error) => void
    /** Which of them are asked; only public ones where nothing is said. */
    readonly outward?: OutwardOptions
    /** Only for tests. */
    readonly wecom?: WeComAddresses
    /** False for a process that only enqueues. */
    readonly keepsOrder?: boolean
    /** A statement that takes longer is told to the log, without its parameters; none is where nothing is said. */
    readonly slowStatementMs?: number
    readonly onQuery?: OnQuery
  }

/** As many as scrypt is given threads (`password-hash.ts`). */
const PASSWORDS_AT_ONCE = 2

/** The text of a statement is ours alone: what people typed are its parameters, which are not told. */
const tellingSlow =
  (log: Log, slowMs: number, onQuery?: OnQuery): OnQuery =>
  (query, ms, opensTrip) => {
    onQuery?.(query, ms, opensTrip)
    if (ms >= slowMs) log.warn({ ms: Math.round(ms), statement: query.sql }, 'a slow statement')
  }

/** Opens what a process needs; `close` ends it all but what was handed in. */
export async function openServices(opening: Opening) {
  const { now, baseUrl, log, operatorToken, mail = null, trustedProxies = [], webRoot = null } = opening
  const { platform = SAYS_NOTHING, demoLogins = [], passwordCost = OWASP_COST } = opening
  const { databaseUrl: url, databasePool: poolSize, onFault, keepsOrder, onQuery } = opening
  const { slowStatementMs = Number.POSITIVE_INFINITY } = opening
  const db = connect(
    { url, role: APPLICATION_ROLE, ...(poolSize && { poolSize }) },
    tellingSlow(log, slowStatementMs, onQuery),
  )
  const queue = await openJobs({
    url,
    sendsMail: opening.sendsMail ?? mail !== null,
    onFault,
    ...(keepsOrder !== undefined && { keepsOrder }),
  })
  const fonts = await openFonts(opening.fontsFolder)
  const services: Services = {
    db,
    now,
    secrets: secretsFrom(opening.secret, opening.keyId, opening.older),
    jobs: queue.jobs,
    mail,
    passwordCost,
    passwordLine: turnstile(PASSWORDS_AT_ONCE),
    outward: openOutward(opening.outward ?? { networks: [] }),
    wecom: opening.wecom ?? WECOM,
    files: openFiles(opening.filesFolder, opening.bucket),
    examiner: openExaminer(),
    spool: openSpool(join(opening.filesFolder, 'arriving'), now),
    sheets: openSheetReader(),
    background: openBackground(onFault),
    printed: fonts.printed,
    typesetter: openTypesetter(fonts),
    outlines: openOutlines(fonts.paths),
    sealer: openSealer(opening.sealing ?? { folder: opening.filesFolder }, {
      site: new URL(baseUrl).hostname,
      now,
      log,
      remember: (certificate) => rememberCertificate(db, certificate, now()),
    }),
    baseUrl,
    trustedProxies,
    log,
    operatorToken,
    webRoot,
    platform,
    demoLogins,
  }
  const close = async () => {
    services.examiner.close()
    services.typesetter.close()
    // What it breaks off is told before the database is left.
    services.sheets.close()
    await services.background.settled()
    await queue.stop()
    await db.destroy()
  }
  return { services, queue, close }
}
