/** Every business "no", with the HTTP status it is answered with. Words: `contracts/refusal-words.ts`. */
export const REFUSAL_STATUS = {
  'not-found': 404,
  'not-signed-in': 401,
  'not-allowed': 403,
  'wrong-credentials': 401,
  'locked-out': 429,
  'too-many-requests': 429,
  'foreign-origin': 403,
  'verification-needed': 403,
  'verification-mismatch': 422,
  'already-verified': 409,
  'weak-password': 422,
  'invalid-input': 422,
  'not-your-turn': 403,
  'already-moved-on': 409,
  'content-changed': 409,
  'reason-needed': 422,
  'invitation-expired': 409,
  'deadline-may-only-move-later': 422,
  'deadline-too-soon': 422,
  'deadline-out-of-limits': 422,
  'live-invitation-exists': 409,
  'student-already-placed': 409,
  'student-not-verified': 409,
  'student-not-matched': 404,
  'designated-employer-only': 409,
  'employer-not-admitted': 409,
  'agreement-with-employer-in-force': 409,
  'amendment-open': 409,
  'no-amendment': 409,
  'cancellation-open': 409,
  'no-cancellation': 409,
  'nothing-changed': 422,
  'reviewed-at-another-level': 403,
} as const

export type RefusalCode = keyof typeof REFUSAL_STATUS
export type RefusalDetails = Readonly<Record<string, string | number | null>>

/** A business "no". Thrown, so that the transaction around it rolls back by itself. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails
  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code)
    this.name = 'Refusal'
    this.code = code
    this.details = details
  }
}
