import { sql } from 'kysely'
import type { DissolvableRow } from '../../../contracts/dissolutions.ts'
import { type AgreementKind, type AgreementStatus, IN_FORCE } from '../../../domain/agreement/life.ts'
import { reasonsAgainstAsking, rulesOf } from '../../../domain/dissolution/asking.ts'
import { dissolutionAt } from '../../../domain/dissolution/case.ts'
import {
  type DissolutionKind,
  type DissolutionStatus,
  OPEN_DISSOLUTION,
} from '../../../domain/dissolution/life.ts'
import { dissolutionStanding } from '../../../domain/dissolution/standing.ts'
import type { Side } from '../../../domain/lifecycle.ts'
import type { Holder } from '../../../domain/review.ts'
import { agreementFacts, standingOfAgreement } from '../../cases/standing.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { itsSchool } from '../../db/its-school.ts'
import { readPage } from '../../db/page.ts'
import { statusIn } from '../../db/status-in.ts'
import { readKeptRules, readSettings, readSnapshot } from '../../db/stored.ts'
import { breachesOfStudent, cameToNothingAt, nthLastAskedAt } from '../agreements/asking-facts.ts'
import { agreementMatches } from '../agreements/lists.ts'

type Of = { readonly school: string; readonly studentId: string } | { readonly employerId: string }
type Filter = {
  readonly q: string
  /** Only these agreements, by their ids and commas between them. */
  readonly of?: string | undefined
  readonly page: number
  readonly pageSize: number
}

/** The request that is open or came last, as the lateral join below selects it. */
type Latest = {
  readonly dissolutionId: string | null
  readonly dissolutionStatus: string | null
  readonly dissolutionKind: string | null
  readonly askedBy: string | null
  readonly answerBy: string | null
  readonly waitingFor: string | null
  readonly waitingSince: Date | null
  readonly answeredAt: Date | null
}

const latestOf = (row: Latest, at: Date) => {
  if (!row.dissolutionId || !row.waitingSince) return null
  const status = row.dissolutionStatus as DissolutionStatus
  const { answerBy, waitingFor, waitingSince, answeredAt } = row
  const request = {
    ...{ status, answerBy, waitingFor: waitingFor as Holder, waitingSince, answeredAt },
    askedBy: row.askedBy as Side,
    kind: row.dissolutionKind as DissolutionKind,
  }
  const state = dissolutionAt(request, at)
  return {
    id: row.dissolutionId,
    status: state.status,
    standing: dissolutionStanding(request, at),
    agreed: state.agreed,
    waitingFor: state.waitingFor,
    answerBy,
    askedBy: request.askedBy,
    kind: request.kind,
    isOpen: OPEN_DISSOLUTION.includes(status),
  }
}

/**
 * A student's certified agreements, whatever became of them; or an employer's that are in force and that the student
 * has not asked to dissolve (R17). Each with its latest request, and all that stands in the way of asking now.
 */
export async function listDissolvable(db: Db, of: Of, filter: Filter, at: Date) {
  const side: Side = 'studentId' in of ? 'student' : 'employer'
  const school = 'school' in of ? of.school : undefined
  let query = db
    .selectFrom('agreements as a')
    .innerJoin('schools as s', 's.id', 'a.schoolId')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('dissolutions as x')
          .where('x.schoolId', '=', itsSchool('a', school))
          .whereRef('x.agreementId', '=', 'a.id')
          .select(['x.id', 'x.status', 'x.kind', 'x.askedBy', 'x.answerBy', 'x.answeredAt'])
          .select(['x.waitingFor', 'x.waitingSince'])
          .orderBy('x.askedAt', 'desc')
          .orderBy('x.id', 'desc')
          .limit(1)
          .as('d'),
      (join) => join.onTrue(),
    )
  query =
    'studentId' in of
      ? query
          .where('a.schoolId', '=', of.school)
          .where('a.studentId', '=', of.studentId)
          .where('a.effectiveAt', 'is not', null)
      : query
          .where('a.employerId', '=', of.employerId)
          .where('a.kind', '=', 'online')
          .where(statusIn('a.status', IN_FORCE))
          .where((or) => or.or([or('a.dissolutionId', 'is', null), or('d.askedBy', '=', 'employer')]))
          .modifyEnd(acrossSchools.employers)
  if (filter.of) query = query.where('a.id', 'in', filter.of.split(','))
  if (filter.q) query = query.where(agreementMatches(filter.q))
  const { rows, ...page } = await readPage(
    filter,
    ({ limit, offset }) =>
      query
        .select([
          'a.schoolId',
          's.name as schoolName',
          's.nameEn as schoolNameEn',
          's.settings',
          'a.dissolutionRules',
          'a.id',
          'a.number',
          'a.kind',
          'a.status',
        ])
        .select(agreementFacts('a', school).as('facts'))
        .select([
          'a.version',
          'a.snapshot',
          'a.effectiveAt',
          sql<string>`a.terms->>'position'`.as('position'),
        ])
        .select(['d.id as dissolutionId', 'd.status as dissolutionStatus', 'd.kind as dissolutionKind'])
        .select(['d.askedBy', 'd.answerBy', 'd.answeredAt', 'd.waitingFor', 'd.waitingSince'])
        .select([
          cameToNothingAt(side, school).as('cameToNothingAt'),
          nthLastAskedAt(side, school).as('nthLastAskedAt'),
          breachesOfStudent(school).as('breaches'),
        ])
        .orderBy('a.effectiveAt', 'desc')
        .orderBy('a.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map((row): DissolvableRow => {
    const { student, employer } = readSnapshot(row.snapshot)
    const latest = latestOf(row, at)
    const agreement = { kind: row.kind as AgreementKind, status: row.status as AgreementStatus }
    const reasons = reasonsAgainstAsking(
      {
        agreement,
        openRequest: latest?.isOpen ? latest : null,
        cameToNothingAt: row.cameToNothingAt,
        nthLastAskedAt: row.nthLastAskedAt,
        rules: rulesOf(readKeptRules(row.dissolutionRules), readSettings(row.settings)),
        breaches: Number(row.breaches),
      },
      side,
      null,
      at,
    )
    return {
      id: row.id,
      school: { code: row.schoolId, name: row.schoolName, nameEn: row.schoolNameEn },
      agreement: { ...agreement, id: row.id, number: row.number, version: row.version },
      employerName: employer.name,
      student,
      position: row.position,
      effectiveAt: row.effectiveAt!.toISOString(),
      standing: standingOfAgreement(row.facts!, at),
      dissolution: latest,
      mayAsk: reasons.length === 0,
      reasons,
    }
  })
  return { items, ...page }
}
