import { createHmac, timingSafeEqual } from 'node:crypto'

/**
 * Requests between servers as Standard Webhooks 1.0.0 signs them: HMAC-SHA256 over `id.seconds.body`, which stand in three
 * headers. Its library judges the time by the clock of the machine; here, as everywhere, that is asked of the caller.
 */
export type Signed = { readonly id: string; readonly at: Date; readonly body: string }

/** Seconds by which two servers' clocks may differ, and a request be late. */
const TOLERANCE = 300

const signatureOf = (key: string, { id, at, body }: Signed): Buffer =>
  createHmac('sha256', Buffer.from(key.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${secondsOf(at)}.${body}`)
    .digest()
const secondsOf = (at: Date) => Math.floor(at.getTime() / 1000)

/** By each of these keys: of two that take turns the receiver has one. */
export const signedHeaders = (keys: readonly string[], of: Signed): Record<string, string> => ({
  'webhook-id': of.id,
  'webhook-timestamp': String(secondsOf(of.at)),
  'webhook-signature': keys.map((key) => `v1,${signatureOf(key, of).toString('base64')}`).join(' '),
})

/** What another server said, on one line, for whoever runs either. */
export const shortened = (said: string, most: number): string =>
  said
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
    .slice(0, most)
    .toWellFormed()

type Headers = Readonly<Record<string, string | string[] | undefined>>

/** Whether the owner of this key has signed just this, lately. Several signatures may stand there, of keys that take turns. */
export function isSignedBy(key: string, headers: Headers, body: string, now: Date): boolean {
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': given } = headers
  if (typeof id !== 'string' || typeof seconds !== 'string' || typeof given !== 'string') return false
  if (!/^\d{1,12}$/.test(seconds) || id.includes('.')) return false
  if (Math.abs(secondsOf(now) - Number(seconds)) > TOLERANCE) return false
  const expected = signatureOf(key, { id, at: new Date(Number(seconds) * 1000), body })
  return given.split(' ').some((one) => {
    const [version, coded = ''] = one.split(',')
    const bytes = Buffer.from(coded, 'base64')
    return version === 'v1' && bytes.length === expected.length && timingSafeEqual(bytes, expected)
  })
}
