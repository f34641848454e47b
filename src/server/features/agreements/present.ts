import type { AgreementView } from '../../../contracts/agreements.ts'
import { type AgreementAction, agreementLife, isCertified } from '../../../domain/agreement.ts'
import { changesBetween, type Terms, warningsOf } from '../../../domain/terms.ts'
import type { Db } from '../../db/database.ts'
import { roleOf } from '../../identity.ts'
import type { Person } from '../accounts/sessions.ts'
import { listTimeline } from '../journal/queries.ts'
import { type AgreementRecord, listReplacedTerms } from './queries.ts'

/** A reviewer decides only at the level that is due: a college's for its own, the school's for all. */
export function reviewsNow(agreement: AgreementRecord, person: Person): boolean {
  const due = agreement.levels[agreement.level]
  return due === 'college' ? person.staffRole === 'college_reviewer' : person.staffRole !== 'college_reviewer'
}

export const IS_REVIEW: readonly AgreementAction[] = ['pass', 'return', 'reject']

const historyOf = (replaced: readonly { terms: Terms; replacedAt: Date }[], current: Terms) =>
  replaced.map(({ terms, replacedAt }, index) => ({
    at: replacedAt.toISOString(),
    changes: changesBetween(terms, replaced[index + 1]?.terms ?? current),
  }))

/** The agreement's page for this reader: terms, differences, timeline, and what the reader may do now. */
export async function presentAgreement(
  db: Db,
  row: AgreementRecord,
  person: Person,
  at: Date,
): Promise<AgreementView> {
  const subjects = [`agreement:${row.id}`, ...(row.invitationId ? [`invitation:${row.invitationId}`] : [])]
  const timeline = await listTimeline(db, row.schoolId, { subjects })
  const replaced = await listReplacedTerms(db, row)
  const proposed = row.amendmentTerms
  return {
    id: row.id,
    number: row.number,
    kind: row.kind as AgreementView['kind'],
    school: { code: row.schoolId, name: row.schoolName },
    employer: { id: row.employerId, ...row.snapshot.employer },
    student: { id: row.studentId, ...row.snapshot.student },
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
    history: historyOf(replaced, row.terms),
    cancellationBy: row.cancellationBy,
    invitationId: row.invitationId,
    formedAt: row.formedAt.toISOString(),
    effectiveAt: row.effectiveAt?.toISOString() ?? null,
    serverTime: at.toISOString(),
    actions: agreementLife
      .actionsFor(row, roleOf(person), at)
      .filter((action) => !IS_REVIEW.includes(action) || reviewsNow(row, person)),
    timeline,
  }
}
