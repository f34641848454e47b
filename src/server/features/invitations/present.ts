import type { InvitationView } from '../../../contracts/invitations.ts'
import { termsShown } from '../../../contracts/terms.ts'
import { againstPost } from '../../../domain/application/against-post.ts'
import { endOfDayInChina } from '../../../domain/day.ts'
import { rulesOf } from '../../../domain/dissolution/asking.ts'
import { invitationOffers } from '../../../domain/invitation/acts.ts'
import { isOverForPair } from '../../../domain/invitation/again.ts'
import { reasonsAgainstAccepting } from '../../../domain/invitation/eligibility.ts'
import { invitationStatusAt } from '../../../domain/invitation/life.ts'
import { invitationStanding } from '../../../domain/invitation/standing.ts'
import { changesBetween, warningsOf } from '../../../domain/terms.ts'
import type { Reading } from '../../http/doing.ts'
import { noticeShown } from '../notice-texts/present.ts'
import { type InvitationRecord, signingFacts } from './queries.ts'

/** The page of an invitation for this reader: its buttons, and every reason why one is missing (R27). */
export function presentInvitation(
  { acting }: Pick<Reading, 'acting'>,
  row: InvitationRecord,
): InvitationView {
  const { role, at } = acting
  const facts = signingFacts(row)
  return {
    id: row.id,
    school: { code: row.schoolId, name: row.schoolName, nameEn: row.schoolNameEn },
    employer: { id: row.employerId, name: row.employerName },
    student: {
      name: row.studentName,
      studentNumber: row.studentNumber,
      college: row.college,
      major: row.majorName,
    },
    status: invitationStatusAt(row, at),
    standing: invitationStanding(row, facts.placement !== null, at),
    version: row.version,
    respondBy: row.respondBy,
    deadline: endOfDayInChina(row.respondBy).toISOString(),
    serverTime: at.toISOString(),
    sentAt: row.sentAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    reason: row.reason,
    terms: termsShown(row.terms),
    termsVersion: row.termsVersion,
    termsHash: row.termsHash,
    warnings: warningsOf(row.terms),
    againstPost: againstPost(row.terms, row.post),
    changes: row.previousTerms ? changesBetween(row.previousTerms, row.terms) : [],
    actions: [
      ...invitationOffers(row, facts, acting),
      ...(role === 'employer' && isOverForPair(row, row.agreementStatus, at)
        ? (['invite-again'] as const)
        : []),
    ],
    reasons: role === 'student' ? reasonsAgainstAccepting(facts, at) : [],
    declineNeedsReason: row.declineNeedsReason,
    limits: { minDays: row.minDays, maxDays: row.maxDays },
    dissolutionRules: rulesOf(row.dissolutionRules, row.settings),
    isSealed: row.sealRules !== null,
    notice: noticeShown(row.notice),
    agreementId: row.agreementId,
    applicationId: role === 'reviewer' ? null : row.applicationId,
  }
}
