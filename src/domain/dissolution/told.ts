import { isNews } from '../document/sealed.ts'
import { otherSide, type Side, type Step } from '../lifecycle.ts'
import type { Audience, Message, NotificationKind } from '../notification.ts'
import { levelDue } from '../review.ts'
import type { DissolutionCase } from './case.ts'
import { BEING_REVIEWED, type DissolutionAction, type DissolutionStatus } from './life.ts'

const message = (
  of: DissolutionCase,
  kind: NotificationKind,
  to: Audience,
  reason: string | null,
): Message => ({
  kind,
  school: of.schoolId,
  to,
  about: { kind: 'dissolution', id: of.id },
  params: {
    number: of.number,
    student: of.snapshot.student.name,
    employer: of.snapshot.employer.name,
    asker: of.snapshot[of.askedBy].name,
    day: of.answerBy ?? '',
    reason: reason ?? '',
  },
})

/** A side as an audience; the employer of a paper agreement is not told. */
const audienceOf = (of: DissolutionCase, side: Side): Audience[] => {
  if (side === 'student') return [{ studentId: of.studentId }]
  return of.kind !== 'paper' && of.employerId ? [{ employerId: of.employerId }] : []
}

/** The reviewers of the level that is due, if one is, are told that it waits for them. */
export const dissolutionToReview = (of: DissolutionCase): Message[] => {
  const level = BEING_REVIEWED.includes(of.status) ? levelDue(of) : null
  return level ? [message(of, 'dissolution.to-review', { level, collegeId: of.collegeId }, of.reason)] : []
}

/** Both sides are told that a certificate is there, which they can download; nothing of what an upgrade seals long after. */
export const certificateSealedTold = (of: DissolutionCase, since: Date | null, sealedAt: Date): Message[] =>
  isNews(since, sealedAt)
    ? [...audienceOf(of, 'student'), ...audienceOf(of, 'employer')].map((to) =>
        message(of, 'dissolution.document-sealed', to, null),
      )
    : []

/** Who is told of what after a step (`domain.md` §7). */
export function dissolutionTold(
  of: DissolutionCase,
  { action, to, reason }: Step<DissolutionAction, DissolutionStatus>,
): Message[] {
  const say = (kind: NotificationKind, audiences: readonly Audience[], words: string | null = reason) =>
    audiences.map((audience) => message(of, kind, audience, words))
  const asker = audienceOf(of, of.askedBy)
  const other = audienceOf(of, otherSide(of.askedBy))
  const both = [...audienceOf(of, 'student'), ...audienceOf(of, 'employer')]
  switch (action) {
    case 'ask':
      return of.kind === 'consent'
        ? say('dissolution.asked', other, of.reason)
        : [...say('dissolution.asked-by-law', other, of.reason), ...dissolutionToReview(of)]
    case 'agree':
      return [...say('dissolution.agreed', asker), ...dissolutionToReview(of)]
    case 'refuse':
      return say('dissolution.refused', asker)
    case 'withdraw':
      return say('dissolution.withdrawn', other)
    case 'escalate':
      return say('dissolution.in-mediation', [...both, { level: 'school', collegeId: of.collegeId }])
    case 'accept-evidence':
      return [...say('dissolution.evidence-accepted', both), ...dissolutionToReview(of)]
    case 'correct':
      return dissolutionToReview(of)
    case 'pass':
      return to === 'completed' ? say('dissolution.completed', both) : dissolutionToReview(of)
    case 'reject':
      return say('dissolution.rejected', both)
  }
}
