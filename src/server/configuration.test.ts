import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ConfigurationError, keepSecret, readConfiguration } from './configuration.ts'

test('an empty environment is enough', () => {
  expect(readConfiguration({})).toEqual({
    port: 3000,
    host: '127.0.0.1',
    dataDir: resolve('data'),
    databaseUrl: undefined,
    databasePool: 10,
    bucket: undefined,
    smtpUrl: undefined,
    mailFrom: 'no-reply@localhost',
    baseUrl: 'http://localhost:3000',
    demo: undefined,
    secret: undefined,
    trustedProxies: [],
    platform: { icp: '', police: '', privacyUrl: '', phone: '', email: '' },
    signInNetworks: [],
    logLevel: 'info',
    slowStatementMs: 1000,
  })
})

test('every variable counts', () => {
  const SECRET = 's'.repeat(32)
  expect(
    readConfiguration({
      PORT: '80',
      HOST: '0.0.0.0',
      DATA_DIR: '/srv/qianyue',
      DATABASE_URL: 'postgres://qianyue:word@db.example.edu.cn/qianyue',
      DATABASE_POOL: '30',
      FILES_URL: 's3://files.example.edu.cn/qianyue',
      SMTP_URL: 'smtps://sign:word@mail.example.edu.cn:465',
      MAIL_FROM: '签约 <sign@example.edu.cn>',
      BASE_URL: 'https://sign.example.edu.cn/',
      DEMO: '0',
      SECRET,
      SIGN_IN_NETWORKS: '10.1.0.0/16',
      TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16,::1/128',
      ICP_NUMBER: '鄂ICP备00000001号',
      POLICE_NUMBER: '鄂公网安备 42011102000001 号',
      PRIVACY_URL: 'https://www.example.edu.cn/privacy',
      CONTACT_PHONE: '027-81234567',
      CONTACT_EMAIL: 'help@example.edu.cn',
      LOG_LEVEL: 'debug',
    }),
  ).toEqual({
    port: 80,
    host: '0.0.0.0',
    dataDir: '/srv/qianyue',
    databaseUrl: 'postgres://qianyue:word@db.example.edu.cn/qianyue',
    databasePool: 30,
    bucket: {
      bucket: 'qianyue',
      endpoint: 'https://files.example.edu.cn',
      region: 'us-east-1',
      forcePathStyle: true,
    },
    smtpUrl: 'smtps://sign:word@mail.example.edu.cn:465',
    mailFrom: '签约 <sign@example.edu.cn>',
    baseUrl: 'https://sign.example.edu.cn',
    demo: false,
    secret: SECRET,
    trustedProxies: ['10.0.0.1', '192.168.0.0/16', '::1/128'],
    platform: {
      icp: '鄂ICP备00000001号',
      police: '鄂公网安备 42011102000001 号',
      privacyUrl: 'https://www.example.edu.cn/privacy',
      phone: '027-81234567',
      email: 'help@example.edu.cn',
    },
    signInNetworks: ['10.1.0.0/16'],
    logLevel: 'debug',
    slowStatementMs: 1000,
  })
})

test('the address follows the port, and an empty variable counts as absent', () => {
  expect(readConfiguration({ PORT: '8080', BASE_URL: '', DATABASE_URL: ' ' })).toMatchObject({
    baseUrl: 'http://localhost:8080',
    databaseUrl: undefined,
  })
})

test('all problems are told at once, and no secret is', () => {
  const problems = problemsOf({
    PORT: '99999',
    DATABASE_URL: 'mysql://root:hunter2@db/qianyue',
    DATABASE_POOL: 'many',
    FILES_URL: 's3://root:hunter2@files/',
    SMTP_URL: 'http://sign:hunter2@mail.example.edu.cn',
    MAIL_FROM: 'sign@example.edu.cn, other@example.edu.cn',
    BASE_URL: 'sign.example.edu.cn',
    DEMO: 'yes',
    SECRET: 'hunter2',
    TRUSTED_PROXIES: '10.0.0.0/33',
    LOG_LEVEL: 'loud',
  })
  expect(problems).toEqual([
    'PORT must be a whole number from 1 to 65535',
    'DATABASE_URL must look like postgres://user:password@host:5432/database',
    'DATABASE_POOL must be a whole number from 1 to 1000',
    'FILES_URL must look like s3://KEY:SECRET@host:9000/bucket?region=cn-north-1&tls=0&path=0',
    'SMTP_URL must look like smtps://user:password@mail.example.edu.cn:465',
    'MAIL_FROM must be an e-mail address, like 签约 <sign@example.edu.cn>',
    'BASE_URL must be an http or https address without a path, like https://sign.example.edu.cn',
    'DEMO must be 1 or 0',
    'SECRET must have at least 32 characters',
    'TRUSTED_PROXIES must be IP addresses or ranges with commas between, like 10.0.0.1, 192.168.0.0/16',
    'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent',
  ])
  expect(problems.join()).not.toContain('hunter2')
})

test.each<Record<string, string>>([
  { PORT: '0' },
  { PORT: '3000.5' },
  { PORT: '-1' },
  { DATABASE_POOL: '0' },
  { BASE_URL: 'ftp://example.edu.cn' },
  { BASE_URL: 'https://example.edu.cn/sign' },
  { TRUSTED_PROXIES: 'proxy.example.edu.cn' },
  { TRUSTED_PROXIES: '10.0.0.1/8/8' },
])('%j is refused', (env) => {
  expect(problemsOf(env)).toHaveLength(1)
})

test('a secret is made once, for its owner only, whoever asks first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'qianyue-secret-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const dataDir = join(folder, 'data')

  const secrets = await Promise.all([keepSecret(dataDir), keepSecret(dataDir), keepSecret(dataDir)])

  expect(new Set([...secrets, await keepSecret(dataDir)]).size).toBe(1)
  expect(secrets[0]!.length).toBeGreaterThanOrEqual(32)
  expect(await readdir(dataDir)).toEqual(['secret'])
  expect((await stat(join(dataDir, 'secret'))).mode & 0o777).toBe(0o600)
})

function problemsOf(env: Record<string, string>): string[] {
  try {
    readConfiguration(env)
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems
    throw error
  }
  return []
}
