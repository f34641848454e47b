import { Refusal } from '../refusal.ts'

/** The ways to a student beside the inbox and e-mail; each goes through a gateway that the school runs or rents. */
export const CHANNELS = ['sms', 'wechat'] as const
export type Channel = (typeof CHANNELS)[number]

/** A key as Standard Webhooks writes it: 24 to 64 random bytes in base64 behind its mark. */
export const isSigningKey = (text: string): boolean => {
  const [, coded = ''] = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? []
  const bytes = Math.floor((coded.replace(/=+$/, '').length * 3) / 4)
  return bytes >= 24 && bytes <= 64 && coded.length % 4 === 0
}

/** The key that is kept goes to no other server than the one that it was typed for; and without one nothing is signed. */
export function refuseKey(before: { readonly server: string } | null, server: string, key: string): void {
  if (key !== '' ? !isSigningKey(key) : before?.server !== server)
    throw new Refusal(key === '' ? 'signing-key-needed' : 'signing-key-unreadable', { field: 'key' })
}

/** Nothing is sent by what nobody has tried yet. */
export function refuseToEnableChannel({ triedAt }: { readonly triedAt: Date | null }): void {
  if (!triedAt) throw new Refusal('channel-not-tried')
}
