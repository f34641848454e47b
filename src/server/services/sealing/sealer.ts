import { createHash, X509Certificate } from 'node:crypto'
import {
  HttpTimestampAuthority,
  PDF,
  PdfArray,
  PdfStream,
  type Signer,
  type TimestampAuthority,
} from '@libpdf/core'
import { OperatorError } from '../../db/operator-error.ts'
import type { Log } from '../log.ts'
import { KEY_FILE, keepOwnKey, openP12 } from './key-file.ts'
import type { KnownCertificate } from './known-certificates.ts'

export type SealingOptions = {
  /** Where the key that the site makes itself is kept. */
  readonly folder: string
  /** A PKCS#12 file of the operator's instead, and its password. */
  readonly p12?: { readonly file: string; readonly password: string } | undefined
  /** Of an authority by RFC 3161; without one a seal says its time by the site's own clock alone. */
  readonly timestampUrl?: string | undefined
}

export type Sealed = {
  readonly pdf: Buffer
  /** Of the certificate that it was sealed by. */
  readonly fingerprint: string
  /** Whether an authority has stamped the time. */
  readonly isStamped: boolean
}

/** Seals finished documents: one signature over all bytes (PAdES, ETSI.CAdES.detached), after which nothing can be changed unseen. */
export type Sealer = {
  /** Finds or makes the key, once. OperatorError where there is none that may be used. */
  open(): Promise<void>
  /** `at` is the time that the seal says of itself. Rejects where the authority that is set does not stamp it. */
  seal(pdf: Buffer, of: { readonly reason: string; readonly at: Date }): Promise<Sealed>
  /** Whether the key that it needs is there, and its certificate valid at this instant. */
  isReady(at: Date): Promise<boolean>
  /**
   * Whether the authority that stamps times answered when it was asked last; null where none is set. Nobody asks it to
   * see whether it is there: stamps are counted, and paid for.
   */
  hasStamped(): boolean | null
}

/** Bytes kept free beside the certificates for a signature, and for a time stamp with those of its authority: each stands in the file as two digits. */
const ROOM = { signature: 1_500, stamp: 14_000 }

/** For the signature with what vouches for it. */
const roomFor = ({ certificate, certificateChain = [] }: Signer): number =>
  [certificate, ...certificateChain].reduce((sum, { length }) => sum + length, ROOM.signature)
const PATIENCE = 15_000

type Needs = {
  readonly site: string
  readonly now: () => Date
  readonly log: Log
  /** Keeps by which certificate documents are sealed; answers the fingerprint of the one that is used. */
  readonly remember: (certificate: KnownCertificate) => Promise<string>
}

export function openSealer(
  { folder, p12, timestampUrl }: SealingOptions,
  { site, now, log, remember }: Needs,
): Sealer {
  const authority = timestampUrl ? watched(timestampUrl) : null
  let opening: Promise<Opened> | undefined

  const begin = async (): Promise<Opened> => {
    const signer = p12 ? await openP12(p12.file, p12.password) : await keepOwnKey(folder, site, now())
    const der = Buffer.from(signer.certificate)
    const certificate = new X509Certificate(der)
    const fingerprint = createHash('sha256').update(der).digest('hex')
    refuseUnlessValid(certificate, now())
    const known = await remember({ fingerprint, der, isOwn: !p12 })
    if (known !== fingerprint)
      throw new OperatorError(
        `这个数据库的文件已用另一个自制签章密钥盖章。请把那台服务器 DATA_DIR 中的 ${KEY_FILE} 复制到 ${folder}，或者在每台服务器上设置同一个 SEAL_P12。`,
        `Documents of this database are sealed by another key that the site made itself. Copy ${KEY_FILE} from the DATA_DIR of that server to ${folder}, or set the same SEAL_P12 on every server.`,
      )
    if (!p12)
      log.warn(
        { fingerprint },
        'documents are sealed by a key that this site made itself: conditions agreed by the parties, no licensed authority (docs/evidence.md)',
      )
    return { signer, fingerprint, certificate }
  }
  const open = () => {
    opening ??= begin().catch((error: unknown) => {
      // What the operator mends is found by the next try.
      opening = undefined
      throw error
    })
    return opening
  }

  return {
    async open() {
      await open()
    },
    async seal(bytes, { reason, at }) {
      const { signer, certificate, fingerprint } = await open()
      refuseUnlessValid(certificate, at)
      const pdf = await PDF.load(await packed(bytes))
      const { bytes: sealed } = await pdf.sign({
        signer,
        reason,
        signingTime: at,
        subFilter: 'ETSI.CAdES.detached',
        fieldName: 'Seal',
        estimatedSize: roomFor(signer) + (authority ? ROOM.stamp : 0),
        ...(authority && { level: 'B-T', timestampAuthority: authority }),
      })
      return { pdf: Buffer.from(sealed), fingerprint, isStamped: Boolean(authority) }
    },
    isReady: (at) =>
      open().then(
        ({ certificate }) => isValid(certificate, at),
        () => false,
      ),
    hasStamped: () => authority?.hasAnswered() ?? null,
  }
}

/**
 * Before the seal covers it streams that typesetting leaves open are deflated, some 5 KB of what is kept for years. What the file
 * says of itself stays open (a list of no filters): the fingerprint of its facts is there to be read without a tool.
 */
async function packed(bytes: Uint8Array): Promise<Uint8Array> {
  const pdf = await PDF.load(bytes)
  const about = pdf.getCatalog().get('Metadata', (ref) => pdf.getObject(ref))
  if (!(about instanceof PdfStream)) return bytes
  about.set('Filter', new PdfArray())
  return pdf.save()
}

/** Remembers whether it answered; before it is asked it is taken to be there. */
function watched(url: string): TimestampAuthority & { hasAnswered(): boolean } {
  const authority = new HttpTimestampAuthority(url, { timeout: PATIENCE })
  let answered = true
  return {
    async timestamp(...asked) {
      try {
        const stamp = await authority.timestamp(...asked)
        answered = true
        return stamp
      } catch (error) {
        answered = false
        throw error
      }
    },
    hasAnswered: () => answered,
  }
}

type Opened = {
  readonly signer: Signer
  readonly certificate: X509Certificate
  readonly fingerprint: string
}

const isValid = ({ validFromDate, validToDate }: X509Certificate, at: Date) =>
  validFromDate <= at && at < validToDate

function refuseUnlessValid(certificate: X509Certificate, at: Date): void {
  if (isValid(certificate, at)) return
  const { validFrom, validTo } = certificate
  throw new OperatorError(
    `签章证书不在有效期内（${validFrom} 至 ${validTo}）：请设置有效的 SEAL_P12。`,
    `The certificate that documents are sealed by is not valid now (${validFrom} to ${validTo}): set a SEAL_P12 that is.`,
  )
}
