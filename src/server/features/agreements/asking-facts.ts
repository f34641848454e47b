import { sql } from 'kysely'
import type { AgreementKind, AgreementStatus } from '../../../domain/agreement/life.ts'
import { type AskingFacts, rulesOf } from '../../../domain/dissolution/asking.ts'
import {
  CAME_TO_NOTHING,
  COMPLETED,
  type DissolutionKind,
  dissolutionStatusAt,
  OPEN_DISSOLUTION,
} from '../../../domain/dissolution/life.ts'
import type { Side } from '../../../domain/lifecycle.ts'
import { type NoticeText, noticeOfDissolving } from '../../../domain/notice-text.ts'
import type { Settings } from '../../../domain/settings.ts'
import { type DissolutionFacts, dissolutionFacts } from '../../cases/standing.ts'
import type { Db } from '../../db/database.ts'
import { itsSchool } from '../../db/its-school.ts'
import { statusIn } from '../../db/status-in.ts'
import { readKeptRules, readSettings } from '../../db/stored.ts'
import { latestNotice } from '../notice-texts/queries.ts'

type LatestRequest = DissolutionFacts & { readonly id: string }

type Of = {
  readonly schoolId: string
  readonly id: string
  readonly studentId: string
  readonly kind: AgreementKind
  readonly status: AgreementStatus
}

/** Of agreements `a`, of this school if of one: when a request of this side last came to nothing. */
export const cameToNothingAt = (side: Side | null, school?: string) => sql<Date | null>`(
  select max(d.ended_at) from dissolutions d where d.school_id = ${itsSchool('a', school)} and d.agreement_id = a.id
    and ${statusIn('d.status', CAME_TO_NOTHING)} and d.asked_by = ${side})`

/** The same: when this side made the request that is the last to count; null where it made fewer. */
export const nthLastAskedAt = (side: Side | null, school?: string) => sql<Date | null>`(
  select d.asked_at from dissolutions d where d.school_id = ${itsSchool('a', school)} and d.agreement_id = a.id
    and d.asked_by = ${side} and d.kind <> ${'statutory' satisfies DissolutionKind}
  order by d.asked_at desc offset (a.dissolution_rules->>'requestLimit')::int - 1 limit 1)`

/** The same: how many dissolutions of the student were completed with the fault on the student's side. */
export const breachesOfStudent = (school?: string) => sql<number>`(
  select count(*) from dissolutions d where d.school_id = ${itsSchool('a', school)} and d.student_id = a.student_id
    and ${statusIn('d.status', COMPLETED)} and d.fault = 'student')`

/** What decides whether `side` may ask to dissolve this agreement, and the latest request on it: one statement. */
export async function findAskingFacts(
  db: Db,
  agreement: Of,
  side: Side | null,
): Promise<{ facts: AskingFacts; latest: LatestRequest | null; settings: Settings; notice: NoticeText }> {
  const row = await db
    .selectFrom('agreements as a')
    .innerJoin('schools as s', 's.id', 'a.schoolId')
    .where('a.schoolId', '=', agreement.schoolId)
    .where('a.id', '=', agreement.id)
    .select([
      's.settings',
      'a.dissolutionRules',
      latestNotice(agreement.schoolId, noticeOfDissolving(agreement.kind)).as('notice'),
      cameToNothingAt(side, agreement.schoolId).as('cameToNothingAt'),
      nthLastAskedAt(side, agreement.schoolId).as('nthLastAskedAt'),
      breachesOfStudent(agreement.schoolId).as('breaches'),
      sql<LatestRequest | null>`(
        select jsonb_build_object('id', d.id) || ${dissolutionFacts('d')}
        from dissolutions d where d.school_id = ${agreement.schoolId} and d.agreement_id = a.id
        order by d.asked_at desc, d.id desc limit 1)`.as('latest'),
    ])
    .executeTakeFirstOrThrow()
  const { latest, breaches } = row
  const settings = readSettings(row.settings)
  const openRequest = latest && OPEN_DISSOLUTION.includes(latest.status) ? latest : null
  return {
    facts: {
      agreement,
      openRequest,
      cameToNothingAt: row.cameToNothingAt,
      nthLastAskedAt: row.nthLastAskedAt,
      rules: rulesOf(readKeptRules(row.dissolutionRules), settings),
      breaches: Number(breaches),
    },
    latest,
    settings,
    notice: row.notice,
  }
}

/** The latest request as it is at this instant. */
export const latestAt = (latest: LatestRequest | null, at: Date) =>
  latest && { id: latest.id, askedBy: latest.askedBy, status: dissolutionStatusAt(latest, at) }
