import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import pLimit from 'p-limit'

/** What a hash costs to work out: 2^`ln` rounds of 128·`r` bytes, `p` times over. */
export type Cost = { readonly ln: number; readonly r: number; readonly p: number }

const slowly = promisify(scrypt) as (
  password: string,
  salt: Buffer,
  length: number,
  options: { N: number; r: number; p: number; maxmem: number },
) => Promise<Buffer>

/**
 * Two at once: scrypt holds a thread of Node's pool of four, and files and new database connections (whose SCRAM is
 * worked out there too) need the others. A rush of sign-ins then waits for itself and not everybody for it.
 */
const atMost = pLimit(2)
const derive = (password: string, salt: Buffer, length: number, { ln, r, p }: Cost) =>
  atMost(() =>
    slowly(password.normalize('NFKC'), salt, length, { N: 2 ** ln, r, p, maxmem: 256 * 2 ** ln * r }),
  )

/** OWASP's choice for scrypt at 16 MiB. Raised here, each account's hash follows at its next sign-in. */
export const OWASP_COST: Cost = { ln: 14, r: 8, p: 5 }
/** For passwords that protect nothing: those that a demo shows to everybody, and those of tests. */
export const NO_COST: Cost = { ln: 4, r: 8, p: 1 }

const written = ({ ln, r, p }: Cost, salt: Buffer, hash: Buffer) =>
  `$scrypt$ln=${ln},r=${r},p=${p}$${salt.toString('base64url')}$${hash.toString('base64url')}`

/**
 * `$scrypt$ln=14,r=8,p=5$<salt>$<hash>`, base64url, after the PHC string format; NFKC as NIST SP 800-63B asks, so that one
 * password typed two ways is one.
 */
export async function hashPassword(password: string, cost: Cost): Promise<string> {
  const salt = randomBytes(16)
  return written(cost, salt, await derive(password, salt, 32, cost))
}

const NOBODYS = Buffer.alloc(32)

const PHC = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/
/** As the first accounts have it: the cost did not stand in it. */
const FIRST = /^scrypt\$([\w-]+)\$([\w-]+)$/
const FIRST_COST: Cost = { ln: 14, r: 8, p: 5 }

/** An Error for what is no hash of ours; it does not quote it. */
function read(stored: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const bytes = (text: string) => Buffer.from(text, 'base64url')
  const first = FIRST.exec(stored)
  if (first) return { cost: FIRST_COST, salt: bytes(first[1]!), hash: bytes(first[2]!) }
  const [, ln, r, p, salt, hash] = PHC.exec(stored) ?? []
  if (!salt || !hash) throw new Error('a stored password hash is in no form that we know')
  return { cost: { ln: Number(ln), r: Number(r), p: Number(p) }, salt: bytes(salt), hash: bytes(hash) }
}

/** Takes the same time whether there is a hash of this cost or none. */
export async function isPassword(password: string, stored: string | null, common: Cost): Promise<boolean> {
  const { cost, salt, hash } = stored === null ? { cost: common, salt: NOBODYS, hash: NOBODYS } : read(stored)
  return timingSafeEqual(await derive(password, salt, hash.length, cost), hash) && stored !== null
}

/** Whether it is not as new hashes are: then it is worked out anew when the password is at hand. */
export function isOutdated(stored: string, { ln, r, p }: Cost): boolean {
  const { cost } = read(stored)
  return !stored.startsWith('$') || cost.ln !== ln || cost.r !== r || cost.p !== p
}
