import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { isIP } from 'node:net'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { OperatorError, type Sentence } from './db/operator-error.ts'
import { BUCKET_FORM, type Bucket, parseBucket } from './services/bucket-address.ts'
import type { Platform } from './services/services.ts'

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
  /** The one before, while `npm run secrets:rotate` is not through. */
  secretBefore?: string | undefined
  /** Addresses and CIDR ranges whose X-Forwarded-For is believed. */
  trustedProxies: string[]
  /** Networks that are not public, where a university's sign-in may be: addresses and CIDR ranges. */
  signInNetworks: string[]
  logLevel: (typeof LOG_LEVELS)[number]
  /** A statement of the database that takes so many milliseconds is told to the log. */
  slowStatementMs: number
  /** Opens `/metrics` and the parts of `/readyz`; undefined means that they are closed. */
  operatorToken?: string | undefined
  /** What every public page says of the platform; empty where it says nothing. */
  platform: Platform
  /** The operator's PKCS#12 by which documents are sealed; undefined means a key that the site makes itself. */
  sealP12?: { file: string; password: string } | undefined
  /** Of an authority that stamps the time of seals (RFC 3161); undefined means that none does. */
  timestampUrl?: string | undefined
  /** Absolute; the operator's fonts, for characters that those of the product lack. */
  fontsFolder?: string | undefined
}

/** All that is wrong with the environment, a line each. Never quotes a secret. */
export class ConfigurationError extends OperatorError {
  readonly problems: string[]

  constructor(problems: readonly Sentence[]) {
    const list = (language: keyof Sentence) =>
      problems.map((problem) => `  - ${problem[language]}`).join('\n')
    super(
      `配置不可用，请改正以下环境变量：\n${list('zh')}`,
      `The configuration is not usable; correct these environment variables:\n${list('en')}`,
    )
    this.name = 'ConfigurationError'
    this.problems = problems.map(({ en }) => en)
  }
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const CHINESE = new Map<string, string>()
/** What the schema says is English; its Chinese is found by it. */
const inBoth = (zh: string, en: string): string => {
  CHINESE.set(en, zh)
  return en
}
const looksLike = (form: string) => inBoth(`须形如 ${form}`, `must look like ${form}`)
const longEnough = (length: number) =>
  z.string().min(length, inBoth(`至少须有 ${length} 个字符`, `must have at least ${length} characters`))

const wholeNumber = (from: number, to: number) => {
  const error = inBoth(`须为 ${from} 到 ${to} 的整数`, `must be a whole number from ${from} to ${to}`)
  return z
    .string()
    .regex(/^\d{1,9}$/, { error, abort: true })
    .transform(Number)
    .refine((number) => from <= number && number <= to, error)
}

const ADDRESS_RANGES = z
  .string()
  .prefault('')
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .refine(
    (ranges) => ranges.every(isAddressRange),
    inBoth(
      '须为以逗号分隔的 IP 地址或网段，如 10.0.0.1, 192.168.0.0/16',
      'must be IP addresses or ranges with commas between, like 10.0.0.1, 192.168.0.0/16',
    ),
  )

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
      looksLike('postgres://user:password@host:5432/database'),
    )
    .optional(),
  DATABASE_POOL: wholeNumber(1, 1000).prefault('10'),
  FILES_URL: z
    .string()
    .refine((text) => parseBucket(text) !== null, { error: looksLike(BUCKET_FORM), abort: true })
    .transform((text) => parseBucket(text)!)
    .optional(),
  SMTP_URL: z
    .string()
    .refine(
      (text) => /^smtps?:\/\/./.test(text) && URL.canParse(text),
      looksLike('smtps://user:password@mail.example.edu.cn:465'),
    )
    .optional(),
  MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>@",;\p{Cc}]+<[^<>@\s,;]+@[^<>@\s,;]+>|[^<>@\s,;]+@[^<>@\s,;]+)$/u,
      inBoth(
        '须为邮件地址，如 签约 <sign@example.edu.cn>',
        'must be an e-mail address, like 签约 <sign@example.edu.cn>',
      ),
    )
    .optional(),
  BASE_URL: z
    .string()
    .refine(isWebOrigin, {
      error: inBoth(
        '须为不带路径的 http 或 https 地址，如 https://sign.example.edu.cn',
        'must be an http or https address without a path, like https://sign.example.edu.cn',
      ),
      abort: true,
    })
    .transform((text) => new URL(text).origin)
    .optional(),
  DEMO: z
    .enum(['0', '1'], inBoth('须为 1 或 0', 'must be 1 or 0'))
    .transform((flag) => flag === '1')
    .optional(),
  SECRET: longEnough(32).optional(),
  SECRET_BEFORE: longEnough(32).optional(),
  TRUSTED_PROXIES: ADDRESS_RANGES,
  SIGN_IN_NETWORKS: ADDRESS_RANGES,
  OPERATOR_TOKEN: longEnough(16).optional(),
  ICP_NUMBER: z.string().default(''),
  POLICE_NUMBER: z.string().default(''),
  PRIVACY_URL: z
    .string()
    .refine(
      (text) => /^https?:\/\//.test(text) && URL.canParse(text),
      looksLike('https://www.example.edu.cn/privacy'),
    )
    .default(''),
  SEAL_P12: z
    .string()
    .transform((file) => resolve(file))
    .optional(),
  SEAL_P12_PASSWORD: z.string().default(''),
  TIMESTAMP_URL: z
    .string()
    .refine(
      (text) => /^https?:\/\/./.test(text) && URL.canParse(text),
      looksLike('https://tsa.example.org/tsr'),
    )
    .optional(),
  FONTS_DIR: z
    .string()
    .transform((folder) => resolve(folder))
    .optional(),
  CONTACT_PHONE: z.string().default(''),
  CONTACT_EMAIL: z
    .string()
    .refine((text) => /^[^<>@",;\s]+@[^<>@",;\s]+$/.test(text), looksLike('help@example.edu.cn'))
    .default(''),
  SLOW_STATEMENT_MS: wholeNumber(1, 3_600_000).prefault('1000'),
  LOG_LEVEL: z
    .enum(LOG_LEVELS, inBoth(`须为 ${LOG_LEVELS.join('、')} 之一`, `must be one of ${LOG_LEVELS.join(', ')}`))
    .default('info'),
})

/** An empty variable counts as absent. Throws one ConfigurationError with every problem. */
export function readConfiguration(env: Record<string, string | undefined>): Configuration {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const { success, data, error } = ENVIRONMENT.safeParse(given)
  if (!success)
    throw new ConfigurationError(
      error.issues.map(({ path, message }) => ({
        zh: `${path.join('.')} ${CHINESE.get(message) ?? message}`,
        en: `${path.join('.')} ${message}`,
      })),
    )
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
    secretBefore: data.SECRET_BEFORE,
    trustedProxies: data.TRUSTED_PROXIES,
    signInNetworks: data.SIGN_IN_NETWORKS,
    logLevel: data.LOG_LEVEL,
    slowStatementMs: data.SLOW_STATEMENT_MS,
    operatorToken: data.OPERATOR_TOKEN,
    sealP12:
      data.SEAL_P12 === undefined ? undefined : { file: data.SEAL_P12, password: data.SEAL_P12_PASSWORD },
    timestampUrl: data.TIMESTAMP_URL,
    fontsFolder: data.FONTS_DIR,
    platform: {
      icp: data.ICP_NUMBER,
      police: data.POLICE_NUMBER,
      privacyUrl: data.PRIVACY_URL,
      phone: data.CONTACT_PHONE,
      email: data.CONTACT_EMAIL,
    },
  }
}

/** The secret of this data folder, made at its first start; processes that start at once agree on one. */
export async function keepSecret(dataDir: string): Promise<string> {
  const file = join(dataDir, 'secret')
  const kept = await readFile(file, 'utf8').catch(ifMissing(null))
  if (kept !== null) return whole(file, kept)

  const draft = `${file}.${randomUUID()}`
  await mkdir(dataDir, { recursive: true })
  await writeFile(draft, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flush: true })
  await link(draft, file).catch(ifAlreadyThere)
  await rm(draft)
  return whole(file, await readFile(file, 'utf8'))
}

function whole(file: string, kept: string): string {
  const secret = kept.trim()
  if (secret.length >= 32) return secret
  throw new OperatorError(
    `${file} 已损坏：没有原来的密钥就无法读取个人信息，请从备份中恢复该文件。`,
    `${file} is damaged: without the secret it held personal data cannot be read. Put it back from your back-up.`,
  )
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
