import { randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** So many of 62 are 190 bits: nobody guesses one, and a plain hash of it keeps it. */
const SECRET_DIGITS = 32
/** As many as a CRC-32 takes in 62 digits. */
const CHECK_DIGITS = 6
const PREFIX = 'qy_'
/** As it stands in `docs/integration.md`, for whoever looks for tokens that have got into a repository. */
const FORM = new RegExp(`^${PREFIX}[0-9A-Za-z]{${SECRET_DIGITS + CHECK_DIGITS}}$`)

function checkOf(text: string): string {
  let left = crc32(text)
  let digits = ''
  for (let nth = 0; nth < CHECK_DIGITS; nth++) {
    digits = DIGITS[left % DIGITS.length] + digits
    left = Math.floor(left / DIGITS.length)
  }
  return digits
}

/** A new one: a prefix that scanners know, a secret, and a checksum over both. */
export function newToken(): string {
  const secret = Array.from({ length: SECRET_DIGITS }, () => DIGITS[randomInt(DIGITS.length)]).join('')
  return PREFIX + secret + checkOf(PREFIX + secret)
}

/** Whether it can be one of ours: what was cut off or mistyped is known without asking the database. */
export const isTokenForm = (token: string) =>
  FORM.test(token) && checkOf(token.slice(0, -CHECK_DIGITS)) === token.slice(-CHECK_DIGITS)
