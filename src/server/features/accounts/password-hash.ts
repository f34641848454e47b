import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import pLimit from 'p-limit'

const slowly = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  options: { N: number; r: number; p: number },
) => Promise<Buffer>

/**
 * Two at once: scrypt holds a thread of Node's pool of four, and files and new database connections (whose SCRAM is
 * worked out there too) need the others. A rush of sign-ins then waits for itself and not everybody for it.
 */
const atMost = pLimit(2)
const derive: typeof slowly = (...work) => atMost(() => slowly(...work))

/** OWASP's second choice for scrypt, 16 MiB: about 50 ms here. */
const COST = { N: 16_384, r: 8, p: 5 }

/** `scrypt$<salt>$<hash>`, base64url; NFKC as NIST SP 800-63B asks, so that one password typed two ways is one. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16)
  const hash = await derive(password.normalize('NFKC'), salt, 32, COST)
  return `scrypt$${salt.toString('base64url')}$${hash.toString('base64url')}`
}

const NOBODYS = `scrypt$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** Takes the same time whether there is a hash or not. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const [, salt = '', hash = ''] = (stored ?? NOBODYS).split('$')
  const expected = Buffer.from(hash, 'base64url')
  const actual = await derive(
    password.normalize('NFKC'),
    Buffer.from(salt, 'base64url'),
    expected.length,
    COST,
  )
  return timingSafeEqual(actual, expected) && stored !== null
}
