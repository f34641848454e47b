import { SUBJECT_KINDS } from './case.ts'
import type { ReviewLevel } from './review.ts'

/** What people are told about (`domain.md` §7), each in the group by which they choose their e-mail copies. */
export const NOTIFICATION_GROUPS = ['signing', 'market', 'review', 'dissolution', 'reminder'] as const
export type NotificationGroup = (typeof NOTIFICATION_GROUPS)[number]
/** What concerns the safety of the account is copied to whoever has an address, whatever was chosen. */
export const ALWAYS_COPIED = 'account'

export const NOTIFICATION_KINDS = {
  'invitation.sent': 'signing',
  'invitation.revised': 'signing',
  'invitation.withdrawn': 'signing',
  'invitation.accepted': 'signing',
  'invitation.declined': 'signing',
  'invitation.expired': 'signing',
  'invitation.ends-48h': 'reminder',
  'invitation.ends-24h': 'reminder',
  'invitation.ends-2h': 'reminder',
  'invitation.answerable-again': 'signing',
  'invitation.on-hold': 'signing',
  'invitation.resumed': 'signing',
  'agreement.to-review': 'review',
  'agreement.returned': 'review',
  'agreement.rejected': 'review',
  'agreement.effective': 'review',
  'agreement.document-sealed': 'review',
  'agreement.code-made': 'review',
  'dissolution.document-sealed': 'review',
  'dissolution.code-made': 'review',
  'destination.document-sealed': 'review',
  'destination.code-made': 'review',
  'recommendation.code-made': 'review',
  'agreement.to-seal': 'signing',
  'agreement.seal-due': 'reminder',
  'agreement.seal-overdue': 'review',
  'agreement.ended-unsealed': 'review',
  'agreement.amendment-proposed': 'signing',
  'agreement.amendment-accepted': 'signing',
  'agreement.amendment-declined': 'signing',
  'agreement.cancellation-asked': 'signing',
  'agreement.cancelled': 'signing',
  'agreement.cancellation-declined': 'signing',
  'agreement.fulfilment-asked': 'signing',
  'agreement.fulfilment-due': 'reminder',
  'agreement.fulfilment-unanswered': 'review',
  'agreement.fulfilment-denied': 'signing',
  'agreement.fulfilment-undone': 'review',
  'agreement.fulfilled': 'review',
  'dissolution.asked': 'dissolution',
  'dissolution.asked-by-law': 'dissolution',
  'dissolution.answer-due': 'reminder',
  'dissolution.in-mediation': 'dissolution',
  'dissolution.agreed': 'dissolution',
  'dissolution.refused': 'dissolution',
  'dissolution.withdrawn': 'dissolution',
  'dissolution.evidence-accepted': 'dissolution',
  'dissolution.to-review': 'review',
  'dissolution.completed': 'dissolution',
  'dissolution.rejected': 'dissolution',
  'dissolution.many': 'review',
  'destination.to-review': 'review',
  'destination.registered': 'review',
  'destination.returned': 'review',
  'destination.rejected': 'review',
  'destination.void-to-review': 'review',
  'destination.voided': 'review',
  'destination.void-refused': 'review',
  'admission.to-review': 'review',
  'admission.asked': 'review',
  'admission.answered': 'review',
  'admission.approved': 'review',
  'admission.returned': 'review',
  'admission.rejected': 'review',
  'admission.suspended': 'review',
  'admission.readmitted': 'review',
  'admission.changed': 'review',
  'admission.confirmed': 'review',
  'admission.verified': 'review',
  'admission.verify-due': 'reminder',
  'admission.barred': 'review',
  'admission.appealed': 'review',
  'admission.upheld': 'review',
  'admission.lifted': 'review',
  'correction.to-review': 'review',
  'correction.returned': 'review',
  'correction.rejected': 'review',
  'correction.corrected': 'review',
  'recommendation.to-review': 'review',
  'recommendation.returned': 'review',
  'recommendation.issued': 'review',
  'recommendation.document-sealed': 'review',
  'recommendation.revoked': 'review',
  'privacy-request.asked': 'review',
  'privacy-request.done': 'review',
  'privacy-request.refused': 'review',
  'paper-form.issued': 'signing',
  'paper-form.returned': 'signing',
  'paper-form.spoiled': 'signing',
  'paper-form.lost': 'signing',
  'paper-form.reported-lost': 'signing',
  'post.to-review': 'review',
  'post.changed': 'review',
  'post.answered': 'review',
  'post.published': 'review',
  'post.change-published': 'review',
  'post.asked': 'review',
  'post.returned': 'review',
  'post.change-returned': 'review',
  'post.rejected': 'review',
  'post.taken-down': 'review',
  'post.expired': 'review',
  'post-report.to-look-at': 'review',
  'post-report.urgent': 'review',
  'post-report.upheld': 'review',
  'post-report.dismissed': 'review',
  'check.assigned': 'review',
  'objection.to-answer': 'review',
  'objection.upheld': 'review',
  'objection.dismissed': 'review',
  'confirmation.opens': 'reminder',
  'confirmation.asked': 'reminder',
  'confirmation.closes': 'reminder',
  'confirmation.changed': 'review',
  'help.recorded': 'review',
  'help.corrected': 'review',
  'help.notice': 'reminder',
  'application.submitted': 'market',
  'application.seen': 'market',
  'application.shortlisted': 'market',
  'application.offered': 'market',
  'application.declined': 'market',
  'application.withdrawn': 'market',
  'application.ended': 'market',
  'application.left': 'market',
  'application.post-closed': 'market',
  'saved-search.digest': 'market',
  'resume.goes': 'market',
  'talk.to-place': 'review',
  'talk.changed': 'review',
  'talk.scheduled': 'market',
  'talk.moved': 'market',
  'talk.handed-back': 'market',
  'talk.turned-down': 'market',
  'talk.withdrawn': 'review',
  'talk.cancelled': 'market',
  'talk.called-off': 'market',
  'fair.to-let-in': 'review',
  'fair.withdrawn': 'review',
  'fair.admitted': 'market',
  'fair.waiting': 'market',
  'fair.moved-up': 'market',
  'fair.placed': 'market',
  'fair.turned-down': 'market',
  'fair.moved': 'market',
  'fair.called-off': 'market',
  'guest.admitted': 'market',
  'absence.recorded': 'market',
  'absence.appealed': 'review',
  'absence.excused': 'market',
  'absence.upheld': 'market',
  'application.unanswered': 'market',
  'interview.proposed': 'market',
  'interview.confirmed': 'market',
  'interview.asked': 'market',
  'interview.declined': 'market',
  'interview.changed': 'market',
  'interview.relocated': 'market',
  'interview.cancelled': 'market',
  'interview.fell': 'market',
  'interview.in-24h': 'reminder',
  'interview.in-1h': 'reminder',
  'moment.kept': 'review',
  'transfer.file-sent': 'review',
  'transfer.file-received': 'review',
  'transfer.file-returned': 'review',
  'transfer.file-unconfirmed': 'reminder',
  'transfer.household-sent': 'review',
  'transfer.household-received': 'review',
  'transfer.household-returned': 'review',
  'transfer.household-unconfirmed': 'reminder',
  'transfer.unconfirmed': 'reminder',
  'student.first-login-closed': 'review',
  'student.delayed': 'review',
  'student.completed': 'review',
  'student.withdrawn': 'review',
  'student.taken-back': 'review',
  'student.moved': 'review',
  'student.enrolment-changed': 'review',
  'account.first-login-closed': 'account',
  'account.email-asked': 'account',
  'account.email-confirmed': 'account',
  'account.email-removed': 'account',
  'account.phone-changed': 'account',
  'account.password-changed': 'account',
  'account.second-factor-on': 'account',
  'account.second-factor-off': 'account',
  'account.second-factor-reset': 'account',
  'account.passkey-added': 'account',
  'account.passkey-removed': 'account',
  'account.passkey-copied': 'account',
  'account.pin-set': 'account',
  'account.pin-locked': 'account',
  'account.recovery-started': 'account',
  'account.recovery-approved': 'account',
  'account.administrator-added': 'account',
  'webhook.switched-off': 'review',
} as const satisfies Record<string, NotificationGroup | typeof ALWAYS_COPIED>
export type NotificationKind = keyof typeof NOTIFICATION_KINDS

/**
 * What a notification can be about: a case or an admission, a student's file, what is reported of a student, how a student is helped,
 * what a student seeks or has written of oneself, an event of another school, a moment whose figures are kept, where servers are told of what happens, or one's own account.
 */
export const TOPIC_KINDS = [
  ...SUBJECT_KINDS,
  'student',
  'confirmation',
  'help',
  'saved-searches',
  'resumes',
  'guest',
  'moment',
  'webhook',
  'account',
] as const
export type Topic = { readonly kind: (typeof TOPIC_KINDS)[number]; readonly id: string }

/** The topic that a subject names. An Error for what names none. */
export function topicFrom(subject: string): Topic {
  const [kind, id] = subject.split(':')
  const found = TOPIC_KINDS.find((one) => one === kind)
  if (!found || !id) throw new Error(`nothing that one is told about: ${subject}`)
  return { kind: found, id }
}

/**
 * Who is told: one person, one student, all members of an employer, the reviewers of a level (a college's for its own), or a
 * school's administrators but for one of them, of whom it is told.
 */
export type Audience =
  | { readonly userId: string }
  | { readonly studentId: string }
  | { readonly employerId: string }
  | { readonly level: ReviewLevel; readonly collegeId: string }
  | { readonly level: 'school' }
  | { readonly administratorsBut: string }

/** What somebody is told. */
export type Message = {
  readonly kind: NotificationKind
  /** Null where it comes from no school. */
  readonly school: string | null
  readonly to: Audience
  /** Where it leads. */
  readonly about: Topic
  readonly params: Readonly<Record<string, string>>
  /** Given once to each person, however often and by however many instances it is tried. */
  readonly dedupe?: string
}
