import type { InvitationView } from '../../../contracts/invitations.ts'
import { endOfDayInChina } from '../../../domain/day.ts'
import { reasonsAgainstAccepting } from '../../../domain/eligibility.ts'
import { invitationLife, invitationStatusAt } from '../../../domain/invitation.ts'
import { changesBetween, warningsOf } from '../../../domain/terms.ts'
import { roleOf } from '../../http/person.ts'
import type { Person } from '../accounts/sessions.ts'
import { rulesOf } from '../schools/queries.ts'
import { type InvitationRecord, signingFacts } from './queries.ts'

/** The page of an invitation for this reader: its buttons, and every reason why one is missing (R27). */
export function presentInvitation(row: InvitationRecord, person: Person, at: Date): InvitationView {
  const role = roleOf(person)
  const reasons = role === 'student' ? reasonsAgainstAccepting(signingFacts(row), at) : []
  const actions = invitationLife
    .actionsFor(row, role, at)
    .filter((action) => action !== 'accept' || reasons.length === 0)
    // R1: after signing, every other invitation can be read but not answered.
    .filter((action) => action !== 'decline' || row.placeHolder === null)
  return {
    id: row.id,
    school: { code: row.schoolId, name: row.schoolName },
    employer: { id: row.employerId, name: row.employerName },
    student: {
      name: row.studentName,
      studentNumber: row.studentNumber,
      college: row.college,
      major: row.majorName,
    },
    status: invitationStatusAt(row, at),
    version: row.version,
    respondBy: row.respondBy,
    deadline: endOfDayInChina(row.respondBy).toISOString(),
    serverTime: at.toISOString(),
    sentAt: row.sentAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
    reason: row.reason,
    terms: row.terms as InvitationView['terms'],
    termsVersion: row.termsVersion,
    termsHash: row.termsHash,
    warnings: warningsOf(row.terms),
    changes: row.previousTerms ? changesBetween(row.previousTerms, row.terms) : [],
    actions: actions as InvitationView['actions'],
    reasons,
    declineNeedsReason: row.settings.declineNeedsReason,
    dissolutionRules: rulesOf(row.settings),
    agreementId: row.agreementId,
  }
}
