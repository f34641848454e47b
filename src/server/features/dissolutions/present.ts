import type { DissolutionView } from '../../../contracts/dissolutions.ts'
import { endOfDayInChina } from '../../../domain/day.ts'
import { type DissolutionStatus, dissolutionLife, dissolutionStatusAt } from '../../../domain/dissolution.ts'
import type { Db } from '../../db/database.ts'
import { roleOf } from '../../http/person.ts'
import type { Person } from '../accounts/sessions.ts'
import { listEvidence } from '../evidence/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { isReviewersTurn } from './acts.ts'
import { countEarlierRequests, type DissolutionRecord } from './queries.ts'

type Waiting = {
  readonly status: DissolutionStatus
  readonly answerBy: string | null
  readonly waitingFor: string | null
  readonly waitingSince: Date
  /** When the other side itself answered. */
  readonly answeredAt: Date | null
}

/** Status, answer and turn as they are at this instant: what nobody answered is the school's since the last day ended. */
export function stateAt(row: Waiting, at: Date) {
  const status = dissolutionStatusAt(row, at)
  const isOverdue = status !== row.status && row.answerBy !== null
  return {
    status,
    agreed: row.answeredAt !== null && status !== 'refused',
    waitingFor: (isOverdue ? 'school' : row.waitingFor) as DissolutionView['waitingFor'],
    waitingSince: (isOverdue ? endOfDayInChina(row.answerBy!) : row.waitingSince).toISOString(),
  }
}

/** A request as lists show it. */
export const rowOf = (row: DissolutionRecord, at: Date) => ({
  id: row.id,
  school: { code: row.schoolId, name: row.schoolName },
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
  fault: row.fault,
  version: row.version,
  ...stateAt(row, at),
  answerBy: row.answerBy,
  askedAt: row.askedAt.toISOString(),
})

/** The request's page for this reader, and what the reader may do now. */
export async function presentDissolution(
  db: Db,
  row: DissolutionRecord,
  person: Person,
  at: Date,
): Promise<DissolutionView> {
  const subject = `dissolution:${row.id}`
  const timeline = await listTimeline(db, row.schoolId, { subject })
  const evidence = await listEvidence(db, row.schoolId, subject)
  return {
    ...rowOf(row, at),
    levels: row.levels,
    answer: row.answer,
    decision: row.decision,
    evidence,
    proofCode: person.portal === 'student' ? row.proofCode : null,
    earlierRequests: await countEarlierRequests(db, row),
    endedAt: row.endedAt?.toISOString() ?? null,
    serverTime: at.toISOString(),
    actions: dissolutionLife
      .actionsFor(row, roleOf(person), at)
      .filter((action) => isReviewersTurn(action, row, person)) as DissolutionView['actions'],
    timeline,
  }
}
