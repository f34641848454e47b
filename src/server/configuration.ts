import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { BUCKET_FORM, type Bucket, parseBucket } from './services/bucket-address.ts'

export type Configuration = {
  port: number
  host: string
  /** Absolute. */
  dataDir: string
  /** Of a PostgreSQL server; undefined means the embedded one. */
  databaseUrl?: string | undefined
  databasePool: number
  /** Undefined means that files are kept in the data folder. */
  bucket?: Bucket | undefined
  /** Of a mail server, with its password; undefined means that no e-mail is sent. */
  smtpUrl?: string | undefined
  /** An address, with or without a name before it. */
  mailFrom: string
  /** Where people reach the site: an origin, without a slash at its end. */
  baseUrl: string
  /** Whether to make the demo school; undefined means only in an empty embedded database. */
  demo?: boolean | undefined
  /** Undefined means the one that `keepSecret` keeps. */
  secret?: string | undefined
  /** Addresses and CIDR ranges whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  logLevel: (typeof LOG_LEVELS)[number]
}

/** For the operator: all that is wrong with the environment, a line each. Never quotes a secret. */
export class ConfigurationError extends Error {
  readonly problems: string[]

  constructor(problems: string[]) {
    super(`The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`)
    this.name = 'ConfigurationError'
    this.problems = problems
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const wholeNumber = (from: number, to: number) => {
  const error = `must be a whole number from ${from} to ${to}`
  return z
    .string()
    .regex(/^\d{1,9}$/, { error, abort: true })
    .transform(Number)
    .refine((number) => from <= number && number <= to, error)
}

const ENVIRONMENT = z.object({
  PORT: wholeNumber(1, 65_535).prefault('3000'),
  HOST: z.string().default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .prefault('./data')
    .transform((folder) => resolve(folder)),
  DATABASE_URL: z
    .string()
    .refine(
      (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
      'must look like postgres://user:password@host:5432/database',
    )
    .optional(),
  DATABASE_POOL: wholeNumber(1, 1000).prefault('10'),
  FILES_URL: z
    .string()
    .refine((text) => parseBucket(text) !== null, { error: `must look like ${BUCKET_FORM}`, abort: true })
    .transform((text) => parseBucket(text)!)
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:\/\/./.test(text) && URL.canParse(text),
      'must look like smtps://user:password@mail.example.edu.cn:465',
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>@",;\p{Cc}]+<[^<>@\s,;]+@[^<>@\s,;]+>|[^<>@\s,;]+@[^<>@\s,;]+)$/u,
      'must be an e-mail address, like 签约 <sign@example.edu.cn>',
    )
    .optional(),
  BASE_URL: z
    .string()
    .refine(isWebOrigin, {
      error: 'must be an http or https address without a path, like https://sign.example.edu.cn',
      abort: true,
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  DEMO: z
    .enum(['0', '1'], 'must be 1 or 0')
    .transform((flag) => flag === '1')
    .optional(),
  SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  TRUSTED_PROXIES: z
    .string()
    .prefault('')
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine(
      (proxies) => proxies.every(isAddressRange),
      'must be IP addresses or ranges with commas between, like 10.0.0.1, 192.168.0.0/16',
    ),
  LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
})

/** An empty variable counts as absent. Throws one ConfigurationError with every problem. */
export function readConfiguration(env: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const { success, data, error } = ENVIRONMENT.safeParse(given)
  if (!success)
    throw new ConfigurationError(error.issues.map(({ path, message }) => `${path.join('.')} ${message}`))
  const baseUrl = data.BASE_URL ?? `http://localhost:${data.PORT}`
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir: data.DATA_DIR,
    databaseUrl: data.DATABASE_URL,
    databasePool: data.DATABASE_POOL,
    bucket: data.FILES_URL,
    smtpUrl: data.SMTP_URL,
    mailFrom: data.MAIL_FROM ?? `no-reply@${new URL(baseUrl).hostname}`,
    baseUrl,
    demo: data.DEMO,
    secret: data.SECRET,
    trustedProxies: data.TRUSTED_PROXIES,
    logLevel: data.LOG_LEVEL,
  }
}

/** The secret of this data folder, made at its first start; processes that start at once agree on one. */
export async function keepSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret')
  const kept = await readFile(file, 'utf8').catch(ifMissing(null))
  if (kept !== null) return kept.trim()

  const draft = `${file}.${randomUUID()}`
  await mkdir(dataDir, { recursive: true })
  await writeFile(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
  await link(draft, file).catch(ifAlreadyThere)
  await rm(draft)
  return (await readFile(file, 'utf8')).trim()
}

function isWebOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, origin, href } = new URL(text)
  return /^https?:$/.test(protocol) && href === `${origin}/`
}

function isAddressRange(text: string): boolean {
  const [address, bits, ...rest] = text.split('/')
  const family = isIP(address ?? '')
  if (!family || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128))
}

const ifMissing =
  <T>(instead: T) =>
  (error: NodeJS.ErrnoException): T => {
    if (error.code === 'ENOENT') return instead
    throw error
  }

const ifAlreadyThere = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EEXIST') throw error
}
