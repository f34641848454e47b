import type { Message } from './notification.ts'
import type { Portal } from './portal.ts'
import { Refusal } from './refusal.ts'

/** Whether somebody decides about others: a passkey of theirs is then asked for beside the password too. */
export const decidesAboutOthers = (portal: Portal): boolean => portal === 'school' || portal === 'platform'

/** So many codes are given that stand in for a telephone that is lost, each once. */
export const RECOVERY_CODES = 10

/** Of one person: telephone, computer, a key of the office and some more. */
const MOST_PASSKEYS = 10

/** How an account stands: since when it asks for one, whether its school wants it to, and of what kinds it has any. */
export type SecondFactor = {
  readonly confirmedAt: Date | null
  readonly required: boolean
  readonly hasAuthenticator: boolean
  readonly passkeys: number
}

/** What a session still lacks of it: the code, or that there is a second factor at all. */
export const SECOND_FACTOR_LACKING = ['code', 'set-up'] as const
export type SecondFactorLacking = (typeof SECOND_FACTOR_LACKING)[number]

export function secondFactorLacking(
  { confirmedAt, required }: Pick<SecondFactor, 'confirmedAt' | 'required'>,
  passed: boolean,
): SecondFactorLacking | null {
  if (confirmedAt) return passed ? null : 'code'
  return required ? 'set-up' : null
}

/** Whoever knows the password alone does not change what stands beside it. */
export function refuseUnlessMayAdd(lacksCode: boolean): void {
  if (lacksCode) throw new Refusal('second-factor-needed')
}

/** An authenticator is of those who decide about others; a passkey of everybody. */
export function refuseAuthenticator(portal: Portal, lacksCode: boolean): void {
  if (!decidesAboutOthers(portal)) throw new Refusal('not-allowed')
  refuseUnlessMayAdd(lacksCode)
}

/** Refuses what is not at that point: an authenticator that has shown a first code, or has not. */
export function refuseUnlessAuthenticator(
  { hasAuthenticator }: Pick<SecondFactor, 'hasAuthenticator'>,
  is: boolean,
): void {
  if (hasAuthenticator !== is) throw new Refusal('already-moved-on')
}

/** Refuses to renew the codes of what is not on, or to switch on what is. */
export function refuseUnlessConfirmed({ confirmedAt }: Pick<SecondFactor, 'confirmedAt'>, is: boolean): void {
  if ((confirmedAt !== null) !== is) throw new Refusal('already-moved-on')
}

/** There is nothing to ask for before there is a passkey. */
export function refuseToSwitchOn(of: Pick<SecondFactor, 'confirmedAt' | 'passkeys'>): void {
  refuseUnlessConfirmed(of, false)
  if (of.passkeys === 0) throw new Refusal('already-moved-on')
}

export function refuseToSwitchOff({
  confirmedAt,
  required,
}: Pick<SecondFactor, 'confirmedAt' | 'required'>): void {
  refuseUnlessConfirmed({ confirmedAt }, true)
  if (required) throw new Refusal('second-factor-required')
}

export function refuseTooManyPasskeys({ passkeys }: Pick<SecondFactor, 'passkeys'>): void {
  if (passkeys >= MOST_PASSKEYS) throw new Refusal('passkeys-too-many', { most: MOST_PASSKEYS })
}

/** Whether a passkey that is added is asked for from now on: of others it only opens the door, until they wish it. */
export const turnsOn = ({ confirmedAt }: Pick<SecondFactor, 'confirmedAt'>, portal: Portal): boolean =>
  confirmedAt === null && decidesAboutOthers(portal)

/** Whether nothing is left to ask for once one passkey is gone. */
export const turnsOff = ({ confirmedAt, hasAuthenticator, passkeys }: SecondFactor): boolean =>
  confirmedAt !== null && !hasAuthenticator && passkeys <= 1

export function refuseToRemovePasskey(of: SecondFactor): void {
  if (of.required && turnsOff(of)) throw new Refusal('second-factor-required')
}

/**
 * Whether an authenticator that counts its uses shows none later than the last: then there are two of it (WebAuthn §6.1.1).
 * Those that show 0 do not count.
 */
export const isCopied = (kept: number, shown: number): boolean => (kept > 0 || shown > 0) && shown <= kept

type Told = Extract<Message['kind'], `account.${'passkey' | 'second-factor' | 'pin'}-${string}`>

/** The owner of an account, in the inbox and at the address there is; of a passkey its name. */
export const secondFactorTold = (
  kind: Told,
  { userId, school }: { readonly userId: string; readonly school: string | null },
  params: Message['params'] = {},
): Message => ({ kind, school, to: { userId }, about: { kind: 'account', id: userId }, params })

/** A code of the clock is taken once (RFC 6238 §5.2): only one of a later step than the last. */
export const isStepFresh = (step: number, lastStep: number): boolean => step > lastStep
