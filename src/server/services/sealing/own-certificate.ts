import { randomBytes } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** PEM of a key and of what vouches for it: the certificate, then the authority that issued it. */
export type OwnCertificate = { readonly key: string; readonly certificates: readonly [string, string] }

const ALGORITHM = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 3072,
  publicExponent: new Uint8Array([1, 0, 1]),
}
/** Of the certificate, and of the authority, which has to outlive it. */
const YEARS = { certificate: 20, authority: 30 }
const A_YEAR = 365 * 24 * 60 * 60_000
/** X.509's own names of things (RFC 5280). */
const OID = { commonName: '2.5.4.3', basicConstraints: '2.5.29.19', keyUsage: '2.5.29.15' }
/** Bits of keyUsage, the first bit being the highest: digitalSignature and nonRepudiation; keyCertSign and cRLSign. */
const USAGE = { sign: 0b1100_0000, issue: 0b0000_0110 }
const BITS_UNUSED = { sign: 6, issue: 1 }

const nameOf = (commonName: string) =>
  new pkijs.RelativeDistinguishedNames({
    typesAndValues: [
      new pkijs.AttributeTypeAndValue({
        type: OID.commonName,
        value: new asn1js.Utf8String({ value: commonName }),
      }),
    ],
  })

const usageOf = (use: keyof typeof USAGE) =>
  new pkijs.Extension({
    extnID: OID.keyUsage,
    critical: true,
    extnValue: new asn1js.BitString({
      valueHex: new Uint8Array([USAGE[use]]).buffer,
      unusedBits: BITS_UNUSED[use],
    }).toBER(),
  })
const constraintsOf = (isAuthority: boolean) =>
  new pkijs.Extension({
    extnID: OID.basicConstraints,
    critical: true,
    extnValue: new pkijs.BasicConstraints({ cA: isAuthority }).toSchema().toBER(),
  })

/** From 2050 on in the longer form: the shorter has two digits of the year, and means 1950 (RFC 5280 §4.1.2.5). */
const LONGER_FORM = Date.UTC(2050, 0)
const timeOf = (value: Date) =>
  new pkijs.Time({
    type: value.getTime() < LONGER_FORM ? pkijs.TimeType.UTCTime : pkijs.TimeType.GeneralizedTime,
    value,
  })

const pemOf = (label: string, der: ArrayBuffer) =>
  `-----BEGIN ${label}-----\n${Buffer.from(der)
    .toString('base64')
    .replace(/.{1,64}/g, '$&\n')}-----END ${label}-----\n`

/**
 * A key of our own with a small authority that vouches for it and for nothing else: the authority's key is not kept. Nobody
 * but the parties, who have agreed to it, knows this authority: it is no licensed one (Electronic Signature Law art. 16).
 */
export async function makeOwnCertificate(site: string, at: Date): Promise<OwnCertificate> {
  const engine = new pkijs.CryptoEngine({ name: 'node', crypto })
  const keys = () => engine.generateKey(ALGORITHM, true, ['sign', 'verify'])
  const [authority, own] = await Promise.all([keys(), keys()])
  const authorityName = nameOf(`签约平台签章根证书 ${site}`)

  const issue = async (subject: pkijs.RelativeDistinguishedNames, key: CryptoKey, isAuthority: boolean) => {
    const certificate = new pkijs.Certificate()
    certificate.version = 2
    // Positive, and never the same twice.
    certificate.serialNumber = new asn1js.Integer({
      valueHex: new Uint8Array([0x40, ...randomBytes(15)]).buffer,
    })
    certificate.issuer = authorityName
    certificate.subject = subject
    certificate.notBefore = timeOf(new Date(at.getTime() - 60_000))
    certificate.notAfter = timeOf(
      new Date(at.getTime() + (isAuthority ? YEARS.authority : YEARS.certificate) * A_YEAR),
    )
    certificate.extensions = [constraintsOf(isAuthority), usageOf(isAuthority ? 'issue' : 'sign')]
    await certificate.subjectPublicKeyInfo.importKey(key, engine)
    await certificate.sign(authority.privateKey, 'SHA-256', engine)
    return pemOf('CERTIFICATE', certificate.toSchema(true).toBER())
  }

  const root = await issue(authorityName, authority.publicKey, true)
  const leaf = await issue(nameOf(`签约平台电子签章 ${site}`), own.publicKey, false)
  const key = await engine.exportKey('pkcs8', own.privateKey)
  return { key: pemOf('PRIVATE KEY', key as ArrayBuffer), certificates: [leaf, root] }
}
