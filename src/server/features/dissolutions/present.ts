import type { DissolutionView } from '../../../contracts/dissolutions.ts'
import { subjectOf } from '../../../domain/case.ts'
import { decidesFault, dissolutionOffers } from '../../../domain/dissolution/acts.ts'
import { dissolutionAt } from '../../../domain/dissolution/case.ts'
import { dissolutionStanding } from '../../../domain/dissolution/standing.ts'
import { actingOn } from '../../../domain/review.ts'
import { wordingOfRequest } from '../../../domain/signing/bound.ts'
import { hashOf } from '../../db/journal.ts'
import type { Reading } from '../../http/doing.ts'
import { sealIn } from '../documents/queries.ts'
import { listEvidence } from '../evidence/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { countEarlierRequests, type DissolutionRecord, type findDissolution } from './queries.ts'

/** Status, answer and turn as they are at this instant. */
function stateAt(row: Parameters<typeof dissolutionAt>[0], at: Date) {
  const { waitingSince, ...state } = dissolutionAt(row, at)
  return { ...state, waitingSince: waitingSince.toISOString() }
}

/** A request as lists show it. */
export const rowOf = (row: DissolutionRecord, at: Date) => ({
  id: row.id,
  school: { code: row.schoolId, name: row.schoolName, nameEn: row.schoolNameEn },
  agreement: {
    id: row.agreementId,
    number: row.number,
    kind: row.agreementKind,
    status: row.agreementStatus,
    version: row.agreementVersion,
  },
  employerName: row.snapshot.employer.name,
  student: row.snapshot.student,
  kind: row.kind,
  askedBy: row.askedBy,
  ground: row.ground,
  reason: row.reason,
  fingerprint: hashOf(wordingOfRequest(row)),
  fault: row.fault,
  version: row.version,
  standing: dissolutionStanding(row, at),
  ...stateAt(row, at),
  answerBy: row.answerBy,
  askedAt: row.askedAt.toISOString(),
})

/** The request's page for this reader, and what the reader may do now. */
export async function presentDissolution(
  { db, person, acting }: Reading,
  row: Awaited<ReturnType<typeof findDissolution>>,
): Promise<DissolutionView> {
  const subject = subjectOf({ kind: 'dissolution', id: row.id })
  const timeline = await listTimeline(db, row.schoolId, { subject })
  const evidence = await listEvidence({ db, person }, row.schoolId, subject)
  return {
    ...rowOf(row, acting.at),
    levels: [...row.levels],
    answer: row.answer,
    decision: row.decision,
    evidence,
    proofCode: person.portal === 'student' ? row.proofCode : null,
    creditCode: row.snapshot.employer.creditCode,
    effectiveAt: row.agreementEffectiveAt.toISOString(),
    certificates: {
      dissolving: sealIn(row.seals, 'dissolving'),
      dissolved: sealIn(row.seals, 'dissolved'),
    },
    earlierRequests: await countEarlierRequests(db, row),
    decidesFault: decidesFault(row),
    endedAt: row.endedAt?.toISOString() ?? null,
    serverTime: acting.at.toISOString(),
    actions: dissolutionOffers(row, actingOn(acting, person.collegeId, row)),
    timeline,
  }
}
