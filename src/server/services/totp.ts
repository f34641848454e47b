import { Secret, TOTP } from 'otpauth'

/** As every authenticator has it: SHA-1, six digits, thirty seconds (RFC 6238). */
const SHAPE = { algorithm: 'SHA1', digits: 6, period: 30 } as const
/** A telephone's clock may be so many steps off. */
const WINDOW = 1

/** A new secret of 160 bits, in base32. */
export const newTotpSecret = (): string => new Secret({ size: 20 }).base32

/** What an authenticator reads from a picture; `issuer` and `label` are what it shows. */
export const totpUri = (secret: string, { issuer, label }: { issuer: string; label: string }): string =>
  new TOTP({ ...SHAPE, issuer, label, secret: Secret.fromBase32(secret) }).toString()

/** The step whose code this is, near `at`; null where it is the code of none. */
export function stepOf(secret: string, code: string, at: Date): number | null {
  const totp = new TOTP({ ...SHAPE, secret: Secret.fromBase32(secret) })
  const delta = totp.validate({ token: code, timestamp: at.getTime(), window: WINDOW })
  return delta === null ? null : totp.counter({ timestamp: at.getTime() }) + delta
}
