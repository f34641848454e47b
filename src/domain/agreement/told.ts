import { isOver } from '../day.ts'
import { isNews } from '../document/sealed.ts'
import type { Role, Step } from '../lifecycle.ts'
import type { Audience, Message, NotificationKind } from '../notification.ts'
import { levelDue } from '../review.ts'
import { type AgreementCase, type AgreementChange, agreementRef } from './case.ts'
import { type AgreementAction, type AgreementStatus, AWAITS_SEAL, sidesTurnUntil } from './life.ts'

const message = (
  of: AgreementCase,
  kind: NotificationKind,
  to: Audience,
  reason: string | null = null,
): Message => ({
  kind,
  school: of.schoolId,
  to,
  about: agreementRef(of),
  params: {
    number: of.number,
    student: of.snapshot.student.name,
    employer: of.snapshot.employer.name,
    reason: reason ?? '',
    day: sidesTurnUntil(of) ?? '',
  },
})

/** The reviewers of the level that is due, if one is, are told that something waits for them. */
export function agreementToReview(of: AgreementCase): Message[] {
  const level = of.status === 'in_review' ? levelDue(of) : null
  return level ? [message(of, 'agreement.to-review', { level, collegeId: of.collegeId })] : []
}

/**
 * The parties are told that the sealed document is there, which they can download; of what has been certified for long,
 * and is sealed by an upgrade, nobody is told.
 */
export function sealedTold(of: AgreementCase, at: Date): Message[] {
  if (!isNews(of.effectiveAt, at)) return []
  return bothOf(of).map((to) => message(of, 'agreement.document-sealed', to))
}

/** The employer of a paper was named by the student alone, and is not told. */
function bothOf({ kind, studentId, employerId }: AgreementCase): readonly Audience[] {
  const employer: readonly Audience[] = kind === 'online' && employerId ? [{ employerId }] : []
  return [{ studentId }, ...employer]
}

/** Who is told of what after a step (`domain.md` §7): the side that did not act, and whoever's turn it is now. */
export function agreementTold(
  { before, after }: AgreementChange,
  { action, to, reason, at }: Step<AgreementAction, AgreementStatus>,
  role: Role,
): Message[] {
  const student: Audience = { studentId: after.studentId }
  const both = bothOf(after)
  const employer = both.slice(1)
  const schoolIfItAsked: readonly Audience[] =
    before?.fulfilment?.by === 'school' ? [{ level: 'school', collegeId: after.collegeId }] : []
  const schoolIfOverdue: readonly Audience[] =
    before?.sealBy && isOver(before.sealBy, at) ? [{ level: 'school', collegeId: after.collegeId }] : []
  const other = role === 'student' ? employer : [student]
  const say = (kind: NotificationKind, audiences: readonly Audience[]): Message[] =>
    audiences.map((audience) => message(after, kind, audience, reason))
  switch (action) {
    case 'pass':
      if (AWAITS_SEAL.includes(to)) return say('agreement.to-seal', both)
      return to === 'effective' ? say('agreement.effective', both) : agreementToReview(after)
    case 'seal':
      return say('agreement.effective', [student, ...schoolIfOverdue])
    case 'end-unsealed':
      return say('agreement.ended-unsealed', both)
    case 'return':
      return say('agreement.returned', both)
    case 'reject':
      return say('agreement.rejected', both)
    case 'propose-amendment':
      return say('agreement.amendment-proposed', [student])
    case 'accept-amendment':
      return [...say('agreement.amendment-accepted', employer), ...agreementToReview(after)]
    case 'decline-amendment':
      return say('agreement.amendment-declined', employer)
    case 'ask-cancellation':
      return say('agreement.cancellation-asked', other)
    case 'confirm-cancellation':
      return say('agreement.cancelled', other)
    case 'decline-cancellation':
      return say('agreement.cancellation-declined', other)
    case 'ask-fulfilment':
      return say('agreement.fulfilment-asked', [student])
    case 'confirm-fulfilment':
      return say('agreement.fulfilled', [...employer, ...schoolIfItAsked])
    case 'deny-fulfilment':
      return say('agreement.fulfilment-denied', [...employer, ...schoolIfItAsked])
    case 'fulfil':
      return say('agreement.fulfilled', both)
    case 'undo-fulfilment':
      return say('agreement.fulfilment-undone', both)
    case 'form':
    case 'register':
    case 'correct':
      return agreementToReview(after)
    case 'cancel':
    case 'dissolve':
      return []
  }
}
