import type { AgreementView } from '../../../contracts/agreements.ts'
import { termsShown } from '../../../contracts/terms.ts'
import { agreementOffers } from '../../../domain/agreement/acts.ts'
import { agreementRef } from '../../../domain/agreement/case.ts'
import { agreementWaitsAt, isCertified, UNSETTLED } from '../../../domain/agreement/life.ts'
import { notablesOf } from '../../../domain/agreement/notable.ts'
import { agreementStanding } from '../../../domain/agreement/standing.ts'
import { subjectOf } from '../../../domain/case.ts'
import { reasonsAgainstAsking } from '../../../domain/dissolution/asking.ts'
import { actingOn } from '../../../domain/review.ts'
import { changesBetween, warningsOf } from '../../../domain/terms.ts'
import { standingOfDissolution } from '../../cases/standing.ts'
import type { Reading } from '../../http/doing.ts'
import { sealIn } from '../documents/queries.ts'
import { listEvidence } from '../evidence/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { findTags } from '../places/queries.ts'
import { findAskingFacts, latestAt } from './asking-facts.ts'
import type { AgreementRecord } from './queries.ts'
import { listHistory } from './revisions.ts'
import { findUsual } from './usual.ts'

/** Whether a party may ask to dissolve an agreement that was certified, and if not, why; and the latest request. */
async function dissolutionOf({ db, acting: { role, at } }: Reading, row: AgreementRecord) {
  if (!row.effectiveAt) return { latest: null, mayAsk: false, reasons: [] }
  const side = role === 'student' || role === 'employer' ? role : null
  const { facts, latest } = await findAskingFacts(db, row, side)
  const reasons = side ? reasonsAgainstAsking(facts, side, null, at) : []
  return { latest, mayAsk: side !== null && reasons.length === 0, reasons }
}

/** The agreement's page for this reader: terms, differences, timeline, and what the reader may do now. */
export async function presentAgreement(reading: Reading, row: AgreementRecord): Promise<AgreementView> {
  const { db, person, acting } = reading
  const { latest, mayAsk, reasons } = await dissolutionOf(reading, row)
  const timeline = await listTimeline(db, row.schoolId, {
    agreement: { id: row.id, invitationId: row.invitationId },
  })
  const openOf = (request: typeof latest) =>
    request && request.id === row.dissolutionId ? standingOfDissolution(request, acting.at) : null
  const isPaper = row.kind === 'paper'
  const turn = agreementWaitsAt(row, acting.at)
  const evidence = isPaper
    ? await listEvidence({ db, person }, row.schoolId, subjectOf(agreementRef(row)))
    : []
  const { amendmentTerms: proposed, amendmentHash } = row
  const history = await listHistory(db, row, evidence)
  const isReviewed = acting.level !== null && UNSETTLED.includes(row.status)
  const notables = isReviewed ? notablesOf(row.terms, await findUsual(db, row, history.length)) : []
  return {
    id: row.id,
    number: row.number,
    kind: row.kind,
    school: { code: row.schoolId, name: row.schoolName, nameEn: row.schoolNameEn },
    employer: { id: row.employerId, ...row.snapshot.employer },
    student: { id: row.studentId, ...row.snapshot.student },
    signedOn: row.signedOn,
    evidence,
    dataChangedSince: row.studentVersion !== row.currentStudentVersion,
    status: row.status,
    standing: agreementStanding(row, openOf(latest), acting.at),
    version: row.version,
    certified: isCertified(row.status),
    levels: [...row.levels],
    waitingFor: turn.waitingFor,
    waitingSince: turn.waitingSince.toISOString(),
    terms: termsShown(row.terms),
    termsHash: row.termsHash,
    warnings: warningsOf(row.terms),
    placeTags: acting.level === null ? [] : await findTags(db, row.terms.regionCode, acting.at),
    notables,
    amendment:
      proposed && amendmentHash
        ? {
            terms: termsShown(proposed),
            termsHash: amendmentHash,
            changes: changesBetween(row.terms, proposed),
            warnings: warningsOf(proposed),
          }
        : null,
    history,
    notice: row.notice && { ...row.notice, savedAt: row.notice.savedAt.toISOString() },
    cancellationBy: row.cancellationBy,
    fulfilment: row.fulfilment,
    isSealed: row.sealRules !== null,
    sealBy: row.sealBy,
    sealedAt: row.sealedAt?.toISOString() ?? null,
    dissolution: latestAt(latest, acting.at),
    invitationId: row.invitationId,
    formedAt: row.formedAt.toISOString(),
    effectiveAt: row.effectiveAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    document: sealIn(row.seals, 'agreement'),
    serverTime: acting.at.toISOString(),
    actions: [
      ...agreementOffers({ before: row, admitted: row.admitted }, actingOn(acting, person.collegeId, row)),
      ...(mayAsk ? (['ask-dissolution'] as const) : []),
    ],
    reasons,
    timeline,
  }
}
