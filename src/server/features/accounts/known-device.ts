import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Services } from '../../services/services.ts'

/**
 * A browser's own cookie, after OWASP's device cookies: a random name of the browser, and for each account that has
 * signed in from it a signature over both and the day. It opens nothing: it only says whose guesses a try is counted with.
 */
export const DEVICE_COOKIE = 'qianyue_device'
export const DEVICE_DAYS = 180
/** A browser of a family or a reading room remembers so many accounts. */
const ACCOUNTS = 8
const DAY = 24 * 60 * 60 * 1000
const FORM = /^[\w-]{22}(\.\d{1,6}-[\w-]{22}){0,8}$/

type Signing = Pick<Services, 'secrets'>
type Entry = { readonly day: number; readonly signature: string }
const dayOf = (at: Date) => Math.floor(at.getTime() / DAY)

const read = (cookie: string | undefined): { device: string; entries: Entry[] } | null => {
  if (!cookie || !FORM.test(cookie)) return null
  const [device, ...entries] = cookie.split('.')
  return {
    device: device!,
    entries: entries.map((entry) => {
      const [day, ...signature] = entry.split('-')
      return { day: Number(day), signature: signature.join('-') }
    }),
  }
}

const signatures = ({ secrets }: Signing, device: string, account: string, day: number) =>
  secrets
    .keyedHashes('known-device', `${device}|${day}|${account}`)
    .map((hash) => hash.subarray(0, 16).toString('base64url'))
const isSignature = (signing: Signing, device: string, account: string, { day, signature }: Entry) =>
  signatures(signing, device, account, day).some((one) => isSame(signature, one))

const isSame = (a: string, b: string) =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

/** The browser's name where this account has signed in from it within 180 days; null for a stranger. */
export function knownDevice(
  signing: Signing,
  cookie: string | undefined,
  account: string,
  at: Date,
): string | null {
  const kept = read(cookie)
  const isOfAccount = (entry: Entry) =>
    entry.day > dayOf(at) - DEVICE_DAYS && isSignature(signing, kept!.device, account, entry)
  return kept?.entries.some(isOfAccount) ? kept.device : null
}

/** The cookie after this account has signed in: itself first, then those before it. */
export function cookieFor(signing: Signing, cookie: string | undefined, account: string, at: Date): string {
  const { device, entries } = read(cookie) ?? { device: randomBytes(16).toString('base64url'), entries: [] }
  const day = dayOf(at)
  const others = entries.filter((entry) => !isSignature(signing, device, account, entry))
  const mine = { day, signature: signatures(signing, device, account, day)[0]! }
  return [device, ...[mine, ...others].slice(0, ACCOUNTS).map((one) => `${one.day}-${one.signature}`)].join(
    '.',
  )
}
