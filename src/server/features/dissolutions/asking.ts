import { sql } from 'kysely'
import type { Settings } from '../../../contracts/schools.ts'
import type { AgreementKind, AgreementStatus } from '../../../domain/agreement.ts'
import {
  type AskingFacts,
  type DissolutionStatus,
  dissolutionStatusAt,
  OPEN_DISSOLUTION,
} from '../../../domain/dissolution.ts'
import type { Side } from '../../../domain/lifecycle.ts'
import type { Db } from '../../db/database.ts'
import { rulesOf } from '../schools/queries.ts'

export type LatestRequest = {
  readonly id: string
  readonly status: DissolutionStatus
  readonly askedBy: Side
  readonly answerBy: string | null
}

type Of = {
  readonly schoolId: string
  readonly id: string
  readonly studentId: string
  readonly kind: AgreementKind
  readonly status: AgreementStatus
}

/** What decides whether `side` may ask to dissolve this agreement, and the latest request on it: one statement. */
export async function findAskingFacts(
  db: Db,
  agreement: Of,
  side: Side | null,
): Promise<{ facts: AskingFacts; latest: LatestRequest | null; settings: Settings }> {
  const { rows } = await sql<{
    settings: Settings
    latest: LatestRequest | null
    lastRefusedAt: Date | null
    breaches: number
  }>`
    select s.settings,
      (select jsonb_build_object('id', d.id, 'status', d.status, 'askedBy', d.asked_by, 'answerBy', d.answer_by)
       from dissolutions d where d.school_id = s.id and d.agreement_id = ${agreement.id}
       order by d.asked_at desc, d.id desc limit 1) as latest,
      (select max(d.ended_at) from dissolutions d where d.school_id = s.id and d.agreement_id = ${agreement.id}
       and d.status = 'refused' and d.asked_by = ${side}) as last_refused_at,
      (select count(*) from dissolutions d where d.school_id = s.id and d.student_id = ${agreement.studentId}
       and d.status = 'completed' and d.fault = 'student') as breaches
    from schools s where s.id = ${agreement.schoolId}
  `.execute(db)
  const { settings, latest, lastRefusedAt, breaches } = rows[0]!
  const openRequest = latest && OPEN_DISSOLUTION.includes(latest.status) ? latest : null
  return {
    facts: { agreement, openRequest, lastRefusedAt, rules: rulesOf(settings), breaches: Number(breaches) },
    latest,
    settings,
  }
}

/** The latest request as it is at this instant. */
export const latestAt = (latest: LatestRequest | null, at: Date) =>
  latest && { id: latest.id, askedBy: latest.askedBy, status: dissolutionStatusAt(latest, at) }
