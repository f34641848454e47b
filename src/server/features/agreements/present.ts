import type { AgreementView } from '../../../contracts/agreements.ts'
import { type AgreementAction, agreementLife, isCertified } from '../../../domain/agreement.ts'
import { reasonsAgainstAskingAtAll } from '../../../domain/dissolution.ts'
import type { PersonRole } from '../../../domain/lifecycle.ts'
import { changesBetween, warningsOf } from '../../../domain/terms.ts'
import type { Db } from '../../db/database.ts'
import { roleOf } from '../../http/person.ts'
import type { Person } from '../accounts/sessions.ts'
import { findAskingFacts, latestAt } from '../dissolutions/asking.ts'
import { listEvidence } from '../evidence/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { reviewsNow } from '../reviews/levels.ts'
import type { AgreementRecord } from './queries.ts'
import { listHistory } from './revisions.ts'

export const IS_REVIEW: readonly AgreementAction[] = ['pass', 'return', 'reject']

/** Whether a party may ask to dissolve an agreement that was certified, and if not, why; and the latest request. */
async function dissolutionOf(db: Db, row: AgreementRecord, role: PersonRole, at: Date) {
  if (!row.effectiveAt) return { dissolution: null, actions: [], reasons: [] }
  const side = role === 'reviewer' ? null : role
  const { facts, latest } = await findAskingFacts(db, row, side)
  const reasons = side ? reasonsAgainstAskingAtAll(facts, side, at) : []
  return {
    dissolution: latestAt(latest, at),
    actions: side && reasons.length === 0 ? ['ask-dissolution'] : [],
    reasons,
  }
}

/** The agreement's page for this reader: terms, differences, timeline, and what the reader may do now. */
export async function presentAgreement(
  db: Db,
  row: AgreementRecord,
  person: Person,
  at: Date,
): Promise<AgreementView> {
  const role = roleOf(person)
  const { dissolution, actions, reasons } = await dissolutionOf(db, row, role, at)
  const timeline = await listTimeline(db, row.schoolId, {
    agreement: { id: row.id, invitationId: row.invitationId },
  })
  const evidence = row.kind === 'paper' ? await listEvidence(db, row.schoolId, `agreement:${row.id}`) : []
  const proposed = row.amendmentTerms
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    school: { code: row.schoolId, name: row.schoolName },
    employer: { id: row.employerId, ...row.snapshot.employer },
    student: { id: row.studentId, ...row.snapshot.student },
    signedOn: row.signedOn,
    evidence,
    dataChangedSince: row.studentVersion !== row.currentStudentVersion,
    status: row.status,
    version: row.version,
    certified: isCertified(row.status),
    levels: row.levels,
    waitingFor: row.waitingFor as AgreementView['waitingFor'],
    waitingSince: row.waitingSince.toISOString(),
    terms: row.terms as AgreementView['terms'],
    termsHash: row.termsHash,
    warnings: warningsOf(row.terms),
    amendment: proposed && {
      terms: proposed as AgreementView['terms'],
      termsHash: row.amendmentHash!,
      changes: changesBetween(row.terms, proposed),
      warnings: warningsOf(proposed),
    },
    history: await listHistory(db, row, evidence),
    cancellationBy: row.cancellationBy,
    dissolution,
    invitationId: row.invitationId,
    formedAt: row.formedAt.toISOString(),
    effectiveAt: row.effectiveAt?.toISOString() ?? null,
    serverTime: at.toISOString(),
    actions: [
      ...agreementLife
        .actionsFor(row, role, at)
        .filter((action) => !IS_REVIEW.includes(action) || reviewsNow(row, person)),
      ...actions,
    ],
    reasons,
    timeline,
  }
}
