import type { SignInFault } from '../../../domain/school-sign-in.ts'
import { OutwardRefused } from '../../services/outward.ts'

/** What a school has set, with its secret as it is. */
export type University = {
  readonly server: string
  readonly clientId: string
  readonly agentId: string
  readonly secret: string | null
  readonly claim: string
}
/** One browser on its way there and back. */
export type Round = {
  /** Where it comes back to: always our own page. */
  readonly redirectUri: string
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}
/** What the university says of the person, by name. */
export type Said = Readonly<Record<string, unknown>>

/** Who is on the way: `anew` asks everything that may have been kept; within an app the way may be another. */
export type Beginning = { readonly anew: boolean; readonly userAgent: string }

export type Way = {
  /** Where the browser is to go. */
  begin(of: University, round: Round, by: Beginning): Promise<string>
  /** Who it is, by what the browser has brought back. */
  finish(of: University, round: Round, answer: URLSearchParams): Promise<Said>
}

/** The university did not confirm who it is; the message is for the log. */
export class SignInFailed extends Error {
  readonly fault: SignInFault
  constructor(fault: SignInFault, cause?: unknown) {
    super(`sign-in by the university: ${fault}`, { cause })
    this.fault = fault
  }
}

/** What was wrong where no answer came: the address was not asked, or nobody answered. */
export function notReached(error: unknown): SignInFailed {
  const causes = error instanceof Error ? [error, error.cause] : []
  const refused = causes.find((one) => one instanceof OutwardRefused)
  return new SignInFailed(refused?.reason ?? 'unreachable', error)
}
