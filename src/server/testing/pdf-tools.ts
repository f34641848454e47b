import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jsQr from 'jsqr'
import sharp from 'sharp'

/** What the programs of others say of a PDF: poppler's, and OpenSSL's. */
const within = <T>(work: (folder: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'qianyue-pdf-'))
  try {
    return work(folder)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
const run = (program: string, args: readonly string[]) =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

/** Poppler's words about each signature. */
export const pdfsig = (pdf: Buffer): string =>
  within((folder) => {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    // It ends with an error where a signature is not valid.
    return spawnSync('pdfsig', [file], { encoding: 'utf8', env: { ...process.env, HOME: folder } }).stdout
  })

/** Without blanks, and whatever form of a character a font has. */
export const bare = (text: string): string => text.normalize('NFKC').replace(/\s/g, '')

/** What stands on its pages, `bare`, in the order in which it was set. */
export const textOf = (pdf: Buffer): string =>
  within((folder) => {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    return bare(run('pdftotext', ['-raw', file, '-']))
  })

/** Its pages as they are printed, PNG, at so many points to the inch. */
export const drawnPages = (pdf: Buffer, resolution: number): Buffer[] =>
  within((folder) => {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    run('pdftoppm', ['-r', String(resolution), '-png', file, join(folder, 'page')])
    const drawn = readdirSync(folder).filter((name) => name.endsWith('.png'))
    return drawn.sort().map((name) => readFileSync(join(folder, name)))
  })

/** What the QR code on each page says, as a phone reads it from the page as it is drawn; null for a page without. */
export async function qrCodesOf(pdf: Buffer): Promise<(string | null)[]> {
  return Promise.all(
    drawnPages(pdf, 150).map(async (page) => {
      const { data, info } = await sharp(page).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
      const pixels = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length)
      return jsQr(pixels, info.width, info.height, { inversionAttempts: 'dontInvert' })?.data ?? null
    }),
  )
}

/** Whether OpenSSL finds the signature to be over these bytes, by the certificate within it. */
export const opensslVerifies = (pdf: Buffer): boolean =>
  within((folder) => {
    const text = pdf.toString('latin1')
    const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(text)!.slice(1).map(Number)
    const [first = 0, length = 0, second = 0, rest = 0] = range
    const hex = text.slice(first + length, second).replace(/[^0-9a-f]/gi, '')
    const [signature, content] = [join(folder, 'cms.der'), join(folder, 'content')]
    writeFileSync(signature, Buffer.from(hex, 'hex'))
    writeFileSync(
      content,
      Buffer.concat([pdf.subarray(first, first + length), pdf.subarray(second, second + rest)]),
    )
    const options = [
      '-verify',
      '-inform',
      'DER',
      '-binary',
      '-noverify',
      '-in',
      signature,
      '-content',
      content,
    ]
    return spawnSync('openssl', ['cms', ...options, '-out', join(folder, 'out')]).status === 0
  })

/** An RFC 3161 authority of our own, as OpenSSL answers: with a key that it makes in this folder. */
export function makeStampAuthority(folder: string) {
  const at = (name: string) => join(folder, name)
  const config = `
[req]
distinguished_name = dn
prompt = no
x509_extensions = ext
[dn]
CN = Test TSA
[ext]
extendedKeyUsage = critical,timeStamping
[tsa]
default_tsa = one
[one]
serial = ${at('serial')}
default_policy = 1.2.3.4
digests = sha256
signer_digest = sha256
ess_cert_id_alg = sha256
`
  writeFileSync(at('ts.cnf'), config)
  writeFileSync(at('serial'), '01')
  const keys = [
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    at('tsa.key'),
    '-out',
    at('tsa.pem'),
    '-days',
    '10',
  ]
  run('openssl', ['req', '-x509', ...keys, '-config', at('ts.cnf')])
  return (query: Buffer): Buffer => {
    writeFileSync(at('query'), query)
    const signer = ['-signer', at('tsa.pem'), '-inkey', at('tsa.key'), '-out', at('reply')]
    run('openssl', ['ts', '-reply', '-config', at('ts.cnf'), '-queryfile', at('query'), ...signer])
    return readFileSync(at('reply'))
  }
}
