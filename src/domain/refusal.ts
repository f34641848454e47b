/** Every business "no", with the HTTP status it is answered with. Words: `src/words/refusals.*.ts`. */
export const REFUSAL_STATUS = {
  'not-found': 404,
  'not-signed-in': 401,
  'not-allowed': 403,
  'wrong-credentials': 401,
  'locked-out': 429,
  'too-many-requests': 429,
  'too-busy': 503,
  'first-login-closed': 403,
  'first-login-off-roster': 403,
  'second-fact-missing': 409,
  'link-not-valid': 410,
  'email-not-available': 409,
  'second-factor-needed': 403,
  'second-factor-to-set-up': 403,
  'second-factor-required': 409,
  'notice-to-agree': 403,
  'request-open': 409,
  'requests-too-often': 409,
  'wrong-code': 422,
  'passkey-over': 410,
  'passkey-refused': 422,
  'passkey-copied': 403,
  'passkeys-not-here': 409,
  'passkeys-too-many': 409,
  'foreign-origin': 403,
  'another-account': 403,
  'key-of-another-request': 422,
  'verification-needed': 403,
  'verification-mismatch': 422,
  'already-verified': 409,
  'weak-password': 422,
  'invalid-input': 422,
  'not-your-turn': 403,
  'already-moved-on': 409,
  'content-changed': 409,
  'notice-changed': 409,
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
  'employer-verification-due': 409,
  'verification-not-due': 409,
  'verification-not-confirmed': 409,
  'employer-barred': 409,
  'no-appeal': 409,
  'employer-registered': 409,
  'already-applied': 409,
  'code-not-offered': 422,
  'last-owner': 409,
  'members-too-many': 409,
  'templates-too-many': 409,
  'template-name-taken': 409,
  'batch-too-long': 422,
  'batch-sought-enough': 429,
  'nothing-to-send': 409,
  'agreement-with-employer-in-force': 409,
  'amendment-open': 409,
  'no-amendment': 409,
  'cancellation-open': 409,
  'no-cancellation': 409,
  'nothing-changed': 422,
  'reviewed-at-another-level': 403,
  'not-for-paper': 409,
  'only-for-paper': 409,
  'day-not-meant': 422,
  'probation-beyond-term': 422,
  'employer-name-mismatch': 422,
  'agreement-in-review': 409,
  'agreement-not-sealed': 409,
  'seal-not-overdue': 409,
  'agreement-not-in-force': 409,
  'dissolution-open': 409,
  'no-dissolution': 409,
  'only-the-student-asks': 403,
  'cooling-down': 409,
  'dissolution-window-closed': 409,
  'breach-limit-reached': 409,
  'ground-not-offered': 422,
  'answer-still-due': 409,
  'nothing-to-correct': 409,
  'reporting-day-to-come': 409,
  'fulfilment-asked': 409,
  'no-fulfilment': 409,
  'fulfilment-denied': 409,
  'fulfilment-answer-due': 409,
  'no-such-college': 422,
  'college-exists': 409,
  'code-exists': 409,
  'years-reversed': 422,
  'months-reversed': 422,
  'amount-needed': 422,
  'login-taken': 409,
  'school-exists': 409,
  'school-suspended': 409,
  'link-over': 410,
  'sign-in-over': 410,
  'sign-in-refused': 403,
  'sign-in-unreachable': 503,
  'sign-in-unknown': 403,
  'sign-in-not-offered': 409,
  'sign-in-not-tried': 409,
  'address-not-allowed': 422,
  'signing-key-needed': 422,
  'signing-key-unreadable': 422,
  'channel-not-tried': 409,
  'channel-not-offered': 409,
  'message-text-unreadable': 422,
  'message-data-unknown': 422,
  'message-code-missing': 422,
  'message-code-by-sms': 422,
  'message-kind-twice': 422,
  'message-kind-not-sent': 422,
  'message-recipient-unreadable': 422,
  'phone-code-wrong': 422,
  'no-mobile-number': 409,
  'signature-refused': 403,
  'recovery-open': 409,
  'recovery-code-wrong': 422,
  'second-person-needed': 409,
  'account-disabled': 409,
  'account-closed': 403,
  'already-begun': 409,
  'last-administrator': 409,
  'not-for-oneself': 409,
  'changed-too-often': 409,
  'year-not-open': 409,
  'registered-too-often': 409,
  'asked-too-often': 409,
  'told-too-often': 409,
  'numbers-used-up': 409,
  'number-pattern-unreadable': 422,
  'number-pattern-lacks': 422,
  'number-pattern-repeats': 422,
  'number-pattern-serial': 422,
  'number-pattern-too-long': 422,
  'number-pattern-too-short': 422,
  'number-pattern-collides': 409,
  'colour-unreadable': 422,
  'picture-needed': 422,
  'picture-too-large': 422,
  'host-taken': 409,
  'host-of-platform': 409,
  'evidence-needed': 422,
  'evidence-not-found': 422,
  'evidence-too-large': 413,
  'evidence-empty': 422,
  'evidence-type-refused': 415,
  'evidence-too-many': 409,
  'evidence-broken-off': 400,
  'evidence-locked': 422,
  'evidence-unreadable': 422,
  'evidence-too-small': 422,
  'evidence-blank': 422,
  'evidence-too-heavy': 422,
  'evidence-too-often': 429,
  'evidence-busy': 503,
  'sheet-kind-refused': 415,
  'sheet-old-format': 415,
  'sheet-has-macros': 415,
  'sheet-locked': 422,
  'sheet-damaged': 422,
  'sheet-letters-unknown': 422,
  'sheet-quote-open': 422,
  'sheet-without-rows': 422,
  'sheet-too-large': 413,
  'sheet-too-long': 422,
  'sheet-too-wide': 422,
  'sheet-too-heavy': 422,
  'sheet-broken-off': 400,
  'sheet-busy': 503,
  'import-under-way': 409,
  'roster-changed': 409,
  'category-not-offered': 422,
  'void-open': 409,
  'no-void-request': 409,
  'correction-open': 409,
  'corrections-too-often': 409,
  'kept-by-school': 422,
  'document-of-another': 409,
  'student-delayed': 409,
  'student-off-roster': 409,
  'student-cannot-sign': 409,
  'student-holds-place': 409,
  'case-under-review': 409,
  'correction-under-review': 409,
  'student-on-roster': 409,
  'no-document-number': 422,
  'filters-too-many': 409,
  'character-not-printed': 422,
  'pdf-busy': 503,
  'pdf-not-printable': 409,
  'pdf-being-sealed': 409,
  'pdf-not-sealed': 409,
  'nothing-to-verify': 409,
  'verification-codes-too-many': 409,
  'field-name-taken': 422,
  'field-in-use': 409,
  'field-not-in-use': 409,
} as const

export type RefusalCode = keyof typeof REFUSAL_STATUS
export const REFUSAL_CODES = Object.keys(REFUSAL_STATUS) as [RefusalCode, ...RefusalCode[]]
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

export const REMOVERS = ['student', 'employer', 'school', 'nobody'] as const
/** Who can take a reason out of the way (R27). */
export type Remover = (typeof REMOVERS)[number]
export type Reason = {
  readonly code: RefusalCode
  readonly remover: Remover
  readonly details: RefusalDetails
}

/** A "no" to what was typed in several fields at once; the first is its `field`. */
export class RefusedFields extends Refusal {
  readonly fields: readonly string[]
  constructor(code: RefusalCode, fields: readonly [string, ...string[]], details: RefusalDetails = {}) {
    super(code, { ...details, field: fields[0] })
    this.fields = fields
  }
}

/** A "no" that names everything that stands in the way (R27), the first reason as its code. */
export class RefusedForReasons extends Refusal {
  readonly reasons: readonly Reason[]
  constructor(reasons: readonly [Reason, ...Reason[]]) {
    super(reasons[0].code, reasons[0].details)
    this.reasons = reasons
  }
}

/** Throws RefusedForReasons where there is any. */
export function refuseFor(reasons: readonly Reason[]): void {
  const [first, ...rest] = reasons
  if (first) throw new RefusedForReasons([first, ...rest])
}
