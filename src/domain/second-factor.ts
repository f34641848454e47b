import type { Portal } from './portal.ts'
import { Refusal } from './refusal.ts'

/** Whose accounts can have one: those who decide about others, at a school and at the platform. */
export const mayHaveSecondFactor = (portal: Portal): boolean => portal === 'school' || portal === 'platform'

/** So many codes are given that stand in for a telephone that is lost, each once. */
export const RECOVERY_CODES = 10

/** How an account stands: since when it asks for a code, and whether its school wants it to. */
export type SecondFactor = { readonly confirmedAt: Date | null; readonly required: boolean }

/** What a session still lacks of it: the code, or that there is a second factor at all. */
export const SECOND_FACTOR_LACKING = ['code', 'set-up'] as const
export type SecondFactorLacking = (typeof SECOND_FACTOR_LACKING)[number]

export function secondFactorLacking(
  { confirmedAt, required }: SecondFactor,
  passed: boolean,
): SecondFactorLacking | null {
  if (confirmedAt) return passed ? null : 'code'
  return required ? 'set-up' : null
}

/** Whoever knows the password alone does not change what stands beside it. */
export function refuseUnlessMaySetUp(portal: Portal, lacksCode: boolean): void {
  if (!mayHaveSecondFactor(portal)) throw new Refusal('not-allowed')
  if (lacksCode) throw new Refusal('second-factor-needed')
}

/** Refuses to confirm, or to renew the codes of, what is not at that point. */
export function refuseUnlessConfirmed({ confirmedAt }: Pick<SecondFactor, 'confirmedAt'>, is: boolean): void {
  if ((confirmedAt !== null) !== is) throw new Refusal('already-moved-on')
}

export function refuseToSwitchOff({ confirmedAt, required }: SecondFactor): void {
  refuseUnlessConfirmed({ confirmedAt }, true)
  if (required) throw new Refusal('second-factor-required')
}

/** A code of the clock is taken once (RFC 6238 §5.2): only one of a later step than the last. */
export const isStepFresh = (step: number, lastStep: number): boolean => step > lastStep
