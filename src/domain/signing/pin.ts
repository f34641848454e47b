import { Refusal } from '../refusal.ts'

/** 签署密码: six digits that only their owner knows, typed once more at the moment of signing. */
export const PIN_FORM = /^\d{6}$/
export const PIN_DIGITS = 6
/** So many wrong ones in a row lock it; only the password sets it anew. */
export const MOST_WRONG = 5

/** Of the people of a demo, who protect nothing, and of tests. */
export const DEMO_PIN = '480726'

/** What is known of its owner, as far as the PIN must not say it; empty texts say nothing. */
export type PinOwner = {
  readonly studentNumber: string
  readonly phone: string
  /** Of the identity document: a resident's says the day of birth. */
  readonly documentNumber: string
}

export type PinProblem = 'one-digit' | 'run' | 'repeated' | 'personal'

/** What is wrong with a new PIN of six digits, null when nothing is. The owner's six digits in a row are the first that others try. */
export function pinProblem(pin: string, owner: PinOwner): PinProblem | null {
  if (/^(\d)\1+$/.test(pin)) return 'one-digit'
  if (isRun(pin)) return 'run'
  if (REPEATED.some((pattern) => pattern.test(pin))) return 'repeated'
  return saidOf(owner).some((digits) => digits.includes(pin)) ? 'personal' : null
}

/** 121212, 123123, 112233, 111222. */
const REPEATED = [/^(\d\d)\1\1$/, /^(\d{3})\1$/, /^(?:(\d)\1){3}$/, /^(\d)\1\1(\d)\2\2$/]

/** Each digit one more than the last, or each one less; 0 follows 9. */
function isRun(pin: string): boolean {
  const steps = [...pin].slice(1).map((digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10)
  return [1, 9].some((step) => steps.every((one) => one === step))
}

/** The numbers of the owner, and the day of birth as people write it: 040115, 150104, 011504, 200401 with its day. */
function saidOf({ studentNumber, phone, documentNumber }: PinOwner): string[] {
  const [, year = '', month = '', day = ''] = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(documentNumber) ?? []
  const short = year.slice(2)
  const births = year
    ? [
        year + month + day,
        short + month + day,
        day + month + short,
        day + month + year,
        month + day + short,
        month + day + year,
      ]
    : []
  return [studentNumber, phone, documentNumber, ...births]
}

export function refuseGuessablePin(pin: string, owner: PinOwner): void {
  const problem = pinProblem(pin, owner)
  if (problem) throw new Refusal('pin-guessable', { field: 'pin', problem })
}

/** What a wrong try has come to: `wrong` counts it too. */
export function refuseWrongPin(wrong: number): never {
  if (wrong >= MOST_WRONG) throw new Refusal('pin-locked', { field: 'pin' })
  throw new Refusal('pin-wrong', { field: 'pin', left: MOST_WRONG - wrong })
}
