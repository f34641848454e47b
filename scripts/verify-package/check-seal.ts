import { webcrypto, X509Certificate } from 'node:crypto'
import * as pkijs from 'pkijs'
import type { SealPart } from '../../src/contracts/evidence-package.ts'
import { readSeal, readTimestamp, type Seal } from '../../src/server/services/sealing/read-seal.ts'
import { must, type Note } from './fault.ts'
import { hex, sha256 } from './hashes.ts'

const engine = new pkijs.CryptoEngine({ name: 'node', crypto: webcrypto as unknown as Crypto })

const verifies = (cms: pkijs.SignedData, signed: Buffer): Promise<boolean> =>
  cms.verify({ signer: 0, checkChain: false, data: new Uint8Array(signed).buffer }, engine).catch(() => false)

type Given = {
  /** As it is called in the package. */
  readonly name: string
  readonly pdf: Buffer
  /** PEM, the one that sealed first; null where the package has none beside the document's own. */
  readonly certificates: readonly Buffer[] | null
  readonly said: SealPart
  readonly timestamp: Buffer | null
  /** PEM of an authority that the reader trusts. */
  readonly trust: Buffer | null
}

/** The document's signature: over the whole file, by the certificate that is named, which its issuer vouches for. */
export async function checkSeal({ name, pdf, certificates, said, timestamp, trust }: Given): Promise<Note[]> {
  const seal = readSeal(pdf)
  must(seal, 'no-seal', name)
  must(seal.coversAll, 'seal-not-whole', name)
  must(await verifies(seal.cms, seal.signed), 'document-changed', name)
  const chain = seal.certificates.map((der) => new X509Certificate(der))
  const [leaf, ...above] = chain
  must(leaf, 'no-seal', name)
  const given = certificates?.map((pem) => new X509Certificate(pem)) ?? chain
  must(given.length === chain.length, 'certificate-other')
  for (const [nth, certificate] of chain.entries())
    must(certificate.raw.equals(given[nth]!.raw), 'certificate-other', leaf.subject)
  for (const [nth, issuer] of above.entries())
    must(
      chain[nth]!.checkIssued(issuer) && chain[nth]!.verify(issuer.publicKey),
      'certificate-not-vouched',
      chain[nth]!.subject,
    )
  const at = seal.at ?? new Date(said.sealedAt)
  for (const { validFromDate, validToDate, subject } of chain)
    must(validFromDate <= at && at < validToDate, 'certificate-not-valid-then', subject, at.toISOString())
  must(
    said.sha256 === hex(sha256(pdf)) &&
      said.certificate === hex(sha256(leaf.raw)) &&
      said.isStamped === (seal.timestamp !== null),
    'seal-other',
    name,
  )
  return [
    ['seal', leaf.subject.replaceAll('\n', ', '), at.toISOString(), name],
    trusted(chain, trust),
    await checkTimestamp(seal, timestamp, name),
  ]
}

function trusted(chain: readonly X509Certificate[], trust: Buffer | null): Note {
  const top = chain.at(-1)!
  if (!trust) return ['issuer-own', top.subject.replaceAll('\n', ', ')]
  const authority = new X509Certificate(trust)
  const isIt = chain.some((one) => one.raw.equals(authority.raw))
  must(
    isIt || (top.checkIssued(authority) && top.verify(authority.publicKey)),
    'certificate-not-trusted',
    top.subject,
  )
  return ['issuer-trusted', authority.subject.replaceAll('\n', ', ')]
}

async function checkTimestamp({ cms, timestamp }: Seal, given: Buffer | null, name: string): Promise<Note> {
  if (!timestamp && !given) return ['timestamp-none']
  must(timestamp && given?.equals(timestamp), 'timestamp-other', name)
  const read = readTimestamp(timestamp)
  const signature = Buffer.from(cms.signerInfos[0]!.signature.valueBlock.valueHexView)
  must(read, 'timestamp-other', name)
  must(read.imprint.equals(sha256(signature)), 'timestamp-other', name)
  // pkijs asks for what was stamped, and compares it with the imprint once more.
  must(await verifies(read.cms, signature), 'timestamp-other', name)
  return ['timestamp', read.at.toISOString()]
}

const FACTS = /<pdf:Keywords>[^<]*\bfacts-sha256:([0-9a-f]{64})\b[^<]*<\/pdf:Keywords>/g

type Facts = { readonly name: string; readonly bytes: Buffer; readonly isExpected: boolean }

/** The facts are those whose fingerprint is in the sealed file; documents from before checkpoints have none. */
export function checkFacts(pdf: Buffer, { name, bytes, isExpected }: Facts): Note {
  const found = [...pdf.toString('latin1').matchAll(FACTS)].map(([, hash]) => hash)
  if (found.length === 0 && !isExpected) return ['facts-before']
  must(found.length === 1, 'facts-not-sealed', name)
  must(found[0] === hex(sha256(bytes)), 'facts-other', name)
  return ['facts', found[0]]
}
