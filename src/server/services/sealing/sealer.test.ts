import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeStampAuthority, opensslVerifies, pdfsig } from '../../testing/pdf-tools.ts'
import { type Scenario, SMALL_PDF, startScenario } from '../../testing/scenario.ts'
import { openLog } from '../log.ts'
import { KEY_FILE } from './key-file.ts'
import { type KnownCertificate, rememberCertificate } from './known-certificates.ts'
import { makeNewOwnKey } from './new-own-key.ts'
import { makeOwnCertificate } from './own-certificate.ts'
import { openSealer, type SealingOptions } from './sealer.ts'

let s: Scenario
let folder: string
beforeAll(async () => {
  s = await startScenario()
  folder = await mkdtemp(join(tmpdir(), 'qianyue-seal-'))
})
afterAll(async () => {
  await rm(folder, { recursive: true })
  await s.stop()
})

const needs = () => ({
  site: 'sign.example.edu.cn',
  now: s.now,
  log: openLog('silent'),
  remember: (of: KnownCertificate) => rememberCertificate(s.db, of, s.now()),
})
const sealerOf = (options: SealingOptions) => openSealer(options, needs())
const OF = () => ({ reason: '测试', at: s.now() })

test('a site makes its own key once, for itself alone, whoever starts at the same time', async () => {
  const both = [sealerOf({ folder }), sealerOf({ folder })]
  await Promise.all(both.map((sealer) => sealer.open()))
  const [one, two] = await Promise.all(both.map((sealer) => sealer.seal(SMALL_PDF, OF())))
  expect(one!.fingerprint).toBe(two!.fingerprint)
  expect((await stat(join(folder, KEY_FILE))).mode & 0o777).toBe(0o600)
  expect(one!.isStamped).toBe(false)
  expect(pdfsig(one!.pdf)).toContain('Signature is Valid')
  expect(pdfsig(one!.pdf)).toContain('签约平台电子签章 sign.example.edu.cn')
  expect(await both[0]!.isReady(s.now())).toBe(true)
  expect(await both[0]!.isReady(new Date('2060-01-01T00:00:00Z'))).toBe(false)
})

test('both of its certificates are valid for as long as they say, also beyond 2050', async () => {
  const { certificates } = await makeOwnCertificate('sign.example.edu.cn', s.now())
  const [leaf, root] = certificates.map((pem) => new X509Certificate(pem))
  expect(leaf!.validToDate.getUTCFullYear()).toBe(2046)
  expect(root!.validToDate.getUTCFullYear()).toBe(2056)
  expect(leaf!.checkIssued(root!) && leaf!.verify(root!.publicKey)).toBe(true)
})

test('another instance with a folder of its own makes no second key: it says which file to bring', async () => {
  const elsewhere = await mkdtemp(join(folder, 'elsewhere-'))
  const other = sealerOf({ folder: elsewhere })
  await expect(other.open()).rejects.toThrow(`Copy ${KEY_FILE}`)
  expect(await other.isReady(s.now())).toBe(false)
  await writeFile(join(elsewhere, KEY_FILE), await readFile(join(folder, KEY_FILE)))
  await other.open()
  expect(await other.isReady(s.now())).toBe(true)
})

test('another key of its own is made by a word of the operator’s, and by the same word again where that broke off', async () => {
  const here = await mkdtemp(join(folder, 'renewed-'))
  await writeFile(join(here, KEY_FILE), await readFile(join(folder, KEY_FILE)))
  const before = sealerOf({ folder: here })
  const old = await before.seal(SMALL_PDF, OF())
  const of = { folder: here, site: 'sign.example.edu.cn', at: s.now() }
  // The file and the database know it, and its name is still the old one's.
  const fingerprint = await makeNewOwnKey(s.owner, of)
  await rename(join(here, KEY_FILE), join(here, `${KEY_FILE}.next`))
  await writeFile(join(here, KEY_FILE), await readFile(join(folder, KEY_FILE)))
  await expect(sealerOf({ folder: here }).open()).rejects.toThrow(`Copy ${KEY_FILE}`)
  expect(await makeNewOwnKey(s.owner, of)).toBe(fingerprint)
  const after = await sealerOf({ folder: here }).seal(SMALL_PDF, OF())
  expect([after.fingerprint, after.fingerprint === old.fingerprint]).toEqual([fingerprint, false])
  expect((await stat(join(here, KEY_FILE))).mode & 0o777).toBe(0o600)
  for (const { pdf } of [old, after]) expect(pdfsig(pdf)).toContain('Signature is Valid')
  const certificates = await s.db.selectFrom('sealCertificates').select('fingerprint').execute()
  expect(certificates.map((one) => one.fingerprint)).toEqual(
    expect.arrayContaining([old.fingerprint, fingerprint]),
  )
  // What follows goes on with it.
  await writeFile(join(folder, KEY_FILE), await readFile(join(here, KEY_FILE)))
})

test('a damaged key is not replaced by a new one', async () => {
  const damaged = await mkdtemp(join(folder, 'damaged-'))
  await writeFile(join(damaged, KEY_FILE), 'nothing')
  await expect(sealerOf({ folder: damaged }).open()).rejects.toThrow('is damaged')
})

test('an operator’s PKCS#12 is taken instead, or the start says why not; an authority stamps the time, or nothing is sealed', async () => {
  const at = (name: string) => join(folder, name)
  const quiet = { stdio: 'ignore' } as const
  const subject = ['-subj', '/CN=University', '-days', '3650', '-keyout', at('u.key'), '-out', at('u.pem')]
  execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', ...subject], quiet)
  const parts = ['-inkey', at('u.key'), '-in', at('u.pem'), '-out', at('u.p12'), '-passout', 'pass:geheim']
  execFileSync('openssl', ['pkcs12', '-export', ...parts], quiet)
  const p12 = { file: at('u.p12'), password: 'geheim' }
  // The certificate begins today, by the clock of this machine.
  s.setClock(new Date(Date.now() + 60_000).toISOString())

  const answer = makeStampAuthority(folder)
  let isThere = true
  const server = createServer(async (request, response) => {
    const query = await buffer(request)
    response.writeHead(isThere ? 200 : 503, { 'content-type': 'application/timestamp-reply' })
    response.end(isThere ? answer(query) : '')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const timestampUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const sealer = sealerOf({ folder, p12, timestampUrl })
  expect(sealerOf({ folder, p12 }).hasStamped()).toBeNull()
  const sealed = await sealer.seal(SMALL_PDF, OF())
  expect(sealed.isStamped).toBe(true)
  expect(pdfsig(sealed.pdf)).toContain('Signature is Valid')
  expect(opensslVerifies(sealed.pdf)).toBe(true)
  expect(sealed.pdf.toString('latin1')).toContain(
    // id-aa-timeStampToken, in DER.
    Buffer.from('060b2a864886f70d010910020e', 'hex').toString('hex').toUpperCase(),
  )
  expect(sealer.hasStamped()).toBe(true)
  isThere = false
  await expect(sealer.seal(SMALL_PDF, OF())).rejects.toThrow()
  expect(sealer.hasStamped()).toBe(false)
  isThere = true
  await sealer.seal(SMALL_PDF, OF())
  expect(sealer.hasStamped()).toBe(true)
  server.close()

  await expect(sealerOf({ folder, p12: { ...p12, password: 'wrong' } }).open()).rejects.toThrow(
    'does not open',
  )
  await expect(sealerOf({ folder, p12: { ...p12, file: at('none') } }).open()).rejects.toThrow(
    'cannot be read',
  )
})
