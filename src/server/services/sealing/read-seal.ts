import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** The signature of a PDF as it stands in the file, read without the library that makes it. */
export type Seal = {
  /** What it is over: all bytes of the file but its own. */
  readonly signed: Buffer
  /** Whether that is so, and there is one signature and no more. */
  readonly coversAll: boolean
  readonly cms: pkijs.SignedData
  /** DER; the one that sealed first, then those that vouch for it, as far as they are there. */
  readonly certificates: readonly Buffer[]
  /** When the seal says that it was made; by the site's own clock. */
  readonly at: Date | null
  /** Of an authority (RFC 3161), DER; null where none stamped it. */
  readonly timestamp: Buffer | null
}

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const SIGNING_TIME = '1.2.840.113549.1.9.5'
const TIMESTAMP_TOKEN = '1.2.840.113549.1.9.16.2.14'
const RANGE = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/g

const signedDataOf = (der: Uint8Array): pkijs.SignedData | null => {
  try {
    // In a PDF zeros fill the room behind it.
    const info = pkijs.ContentInfo.fromBER(new Uint8Array(der).buffer)
    return info.contentType === SIGNED_DATA ? new pkijs.SignedData({ schema: info.content }) : null
  } catch {
    return null
  }
}

/** Null where there is no signature in it that can be read. */
export function readSeal(pdf: Buffer): Seal | null {
  const text = pdf.toString('latin1')
  const ranges = [...text.matchAll(RANGE)].map((found) => found.slice(1).map(Number))
  const [first = 0, length = 0, second = 0, rest = 0] = ranges.at(-1) ?? []
  const hole = text.slice(first + length, second)
  const cms = signedDataOf(Buffer.from(hole.replace(/[<>\s]/g, ''), 'hex'))
  const signer = cms?.signerInfos[0]
  if (!cms || !signer) return null
  const attribute = (of: pkijs.SignedAndUnsignedAttributes | undefined, type: string) =>
    of?.attributes.find((one) => one.type === type)?.values[0]
  const time: unknown = attribute(signer.signedAttrs, SIGNING_TIME)
  const stamp = attribute(signer.unsignedAttrs, TIMESTAMP_TOKEN) as asn1js.BaseBlock | undefined
  return {
    signed: Buffer.concat([pdf.subarray(first, first + length), pdf.subarray(second, second + rest)]),
    coversAll:
      ranges.length === 1 &&
      first === 0 &&
      second + rest === pdf.length &&
      /^<[0-9A-Fa-f]*>$/.test(hole) &&
      cms.signerInfos.length === 1,
    cms,
    certificates: chainOf(cms, signer),
    at: time instanceof asn1js.UTCTime || time instanceof asn1js.GeneralizedTime ? time.toDate() : null,
    timestamp: stamp ? Buffer.from(stamp.toBER()) : null,
  }
}

function chainOf(cms: pkijs.SignedData, signer: pkijs.SignerInfo): Buffer[] {
  const all = (cms.certificates ?? []).filter((one) => one instanceof pkijs.Certificate)
  const { sid } = signer
  let next =
    sid instanceof pkijs.IssuerAndSerialNumber
      ? all.find((one) => one.issuer.isEqual(sid.issuer) && one.serialNumber.isEqual(sid.serialNumber))
      : undefined
  const chain: pkijs.Certificate[] = []
  while (next && !chain.includes(next)) {
    chain.push(next)
    const { issuer } = next
    next = all.find((one) => one.subject.isEqual(issuer))
  }
  return chain.map((one) => Buffer.from(one.toSchema().toBER()))
}

/** What a time stamp is over and when it was made; null where it cannot be read. */
export function readTimestamp(
  token: Buffer,
): { readonly imprint: Buffer; readonly at: Date; readonly cms: pkijs.SignedData } | null {
  const cms = signedDataOf(token)
  const content = cms?.encapContentInfo.eContent
  if (!cms || !content) return null
  try {
    const info = pkijs.TSTInfo.fromBER(content.getValue())
    return { imprint: Buffer.from(info.messageImprint.hashedMessage.getValue()), at: info.genTime, cms }
  } catch {
    return null
  }
}
