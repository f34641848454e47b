import type { SignInFault } from '../../../domain/school-sign-in.ts'

/** What a school has set, with its secret as it is. */
export type University = {
  readonly server: string
  readonly clientId: string
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

export type Way = {
  /** Where the browser is to go. `anew` asks everything that may have been kept. */
  begin(of: University, round: Round, anew: boolean): Promise<string>
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
