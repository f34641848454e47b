import { randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { CryptoKeySigner, P12Signer, type Signer } from '@libpdf/core'
import { OperatorError } from '../../db/operator-error.ts'
import { makeOwnCertificate } from './own-certificate.ts'

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
const BLOCK = /-----BEGIN ([A-Z ]+)-----([\s\S]+?)-----END \1-----/g

/** The key that the operator has by a licensed authority, or by its own. OperatorError where it does not open. */
export async function openP12(file: string, password: string): Promise<Signer> {
  const bytes = await readFile(file).catch(() => {
    throw new OperatorError(
      `读不到 SEAL_P12 所指的文件 ${file}，请检查路径和权限。`,
      `The file that SEAL_P12 names, ${file}, cannot be read: check its path and who may read it.`,
    )
  })
  return P12Signer.create(bytes, password).catch(() => {
    throw new OperatorError(
      `${file} 打不开：它应当是 PKCS#12 文件，口令在 SEAL_P12_PASSWORD 中。`,
      `${file} does not open: it must be a PKCS#12 file, and SEAL_P12_PASSWORD its password.`,
    )
  })
}

/** In DATA_DIR. */
export const KEY_FILE = 'seal-key.pem'

/** The key of this data folder, made at its first start; processes that start at once agree on one. */
export async function keepOwnKey(folder: string, site: string, at: Date, name = KEY_FILE): Promise<Signer> {
  const file = join(folder, name)
  const kept = await readFile(file, 'utf8').catch(ifMissing)
  if (kept !== null) return signerOf(file, kept)
  const { key, certificates } = await makeOwnCertificate(site, at)
  const draft = `${file}.${randomUUID()}`
  await mkdir(folder, { recursive: true })
  await writeFile(draft, [key, ...certificates].join(''), { mode: 0o600, flush: true })
  await link(draft, file).catch(ifAlreadyThere)
  await rm(draft)
  return signerOf(file, await readFile(file, 'utf8'))
}

async function signerOf(file: string, pem: string): Promise<Signer> {
  const blocks = [...pem.matchAll(BLOCK)].map(([, label, body = '']) => ({
    label,
    der: new Uint8Array(Buffer.from(body, 'base64')),
  }))
  const [certificate, ...chain] = blocks.filter(({ label }) => label === 'CERTIFICATE')
  const key = blocks.find(({ label }) => label === 'PRIVATE KEY')
  const imported =
    key && (await crypto.subtle.importKey('pkcs8', key.der, RSA, false, ['sign']).catch(() => null))
  if (!imported || !certificate)
    throw new OperatorError(
      `${file} 已损坏：请从备份中恢复该文件；没有原来的签章密钥，新文件的签章就与以前的不同。`,
      `${file} is damaged: put it back from your back-up. Without it new documents would be sealed by another key.`,
    )
  return new CryptoKeySigner(
    imported,
    certificate.der,
    'RSA',
    'RSASSA-PKCS1-v1_5',
    chain.map(({ der }) => der),
  )
}

const ifMissing = (error: NodeJS.ErrnoException): null => {
  if (error.code === 'ENOENT') return null
  throw error
}
const ifAlreadyThere = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EEXIST') throw error
}
