import { sql } from 'kysely'
import {
  type AgreementKind,
  type AgreementStatus,
  agreementWaitsAt,
  IN_FORCE,
} from '../../../domain/agreement/life.ts'
import { dayInChina } from '../../../domain/day.ts'
import { type DissolutionStatus, dissolutionStatusAt } from '../../../domain/dissolution/life.ts'
import type { Side } from '../../../domain/lifecycle.ts'
import type { PlaceTag } from '../../../domain/place/fact.ts'
import type { Holder, ReviewLevel } from '../../../domain/review.ts'
import { agreementFacts, standingOfAgreement } from '../../cases/standing.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { beginsWith, contains, numberBeginsWith } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { readSnapshot } from '../../db/stored.ts'
import type { Reading } from '../../http/doing.ts'
import { listTagged } from '../places/queries.ts'
import { findNeighbours, type Place } from '../reviews/neighbours.ts'
import { hasWaitedLong, orderOf, type WithinColleges, withinColleges } from '../reviews/queue.ts'
import { fulfilmentOf } from './queries.ts'

export type AgreementFilter = WithinColleges & {
  readonly q: string
  readonly status?: AgreementStatus | undefined
  /** Only what waits for this holder, oldest first. */
  readonly waitingFor?: ReviewLevel | undefined
  /** Only where it is this side's turn, or the school's, at whatever level. */
  readonly turn?: Turn | undefined
  readonly waited?: 'long' | undefined
  readonly tag?: PlaceTag | undefined
}
type Asked = {
  readonly at: Date
  /** Those that the filter's tag means. */
  readonly regions: readonly string[] | null
}
type Of =
  | { readonly school: string; readonly studentId?: string; readonly kind?: AgreementKind }
  | { readonly employerId: string }

/** Of agreements `a`: the student, the number or the employer is what was typed. */
export const agreementMatches = (q: string) => sql<boolean>`(
  a.student_folded like ${beginsWith(q)} or lower(a.snapshot->'student'->>'studentNumber') like ${numberBeginsWith(q)}
  or lower(a.number) like ${numberBeginsWith(q)} or a.employer_folded like ${contains(q)})`

/** Waits for this level: what no side has done in time waits for the school, whether or not a sweep has been there. */
export const waitsFor = (level: ReviewLevel, table: string, at: Date) => {
  const asRecorded = sql<boolean>`${sql.ref(`${table}.waiting_for`)} = ${level}`
  return level === 'school'
    ? // Said as the index of what is due is, so that both halves are found by indexes.
      sql<boolean>`(${asRecorded} or (${sql.ref(`${table}.answer_by`)} is not null
        and ${sql.ref(`${table}.answer_by`)} < ${dayInChina(at)}))`
    : asRecorded
}

export type Turn = Side | 'school'
/** Of those that wait for somebody, whose turn it is: the school's levels are one, and so is what nobody answered in time. */
export const turnOf = (table: string, at: Date) => sql<Turn>`case
  when ${sql.ref(`${table}.answer_by`)} < ${dayInChina(at)} or ${sql.ref(`${table}.waiting_for`)} = 'college' then 'school'
  else ${sql.ref(`${table}.waiting_for`)} end`

/** How many of an employer's agreements are in force. */
export async function countInForce(db: Db, employerId: string): Promise<number> {
  const { n } = await db
    .selectFrom('agreements')
    .where('employerId', '=', employerId)
    .where('kind', '=', 'online')
    .where(statusIn('status', IN_FORCE))
    .select(sql<number>`count(*)`.as('n'))
    .modifyEnd(acrossSchools.employers)
    .executeTakeFirstOrThrow()
  return n
}

/** Agreements of a school, of one student or of an employer across schools, as far as the filter goes. */
function narrowed(db: Db, of: Of, filter: AgreementFilter, { at, regions }: Asked) {
  let query = db.selectFrom('agreements as a').innerJoin('schools as s', 's.id', 'a.schoolId')
  query =
    'school' in of
      ? query.where('a.schoolId', '=', of.school)
      : query
          .where('a.employerId', '=', of.employerId)
          .where('a.kind', '=', 'online')
          .modifyEnd(acrossSchools.employers)
  if ('studentId' in of && of.studentId) query = query.where('a.studentId', '=', of.studentId)
  if ('kind' in of && of.kind) query = query.where('a.kind', '=', of.kind)
  query = query.where(withinColleges('a', filter))
  if (filter.status) query = query.where('a.status', '=', filter.status)
  const { waitingFor } = filter
  // What no side has done in time is the school's.
  if (waitingFor) query = query.where(waitsFor(waitingFor, 'a', at))
  if (filter.turn)
    query = query.where('a.waitingFor', 'is not', null).where(turnOf('a', at), '=', filter.turn)
  if (filter.waited) query = query.where(hasWaitedLong('a', at))
  if (regions) query = query.where(sql<boolean>`a.region_code = any(${regions}::text[])`)
  if (filter.q) query = query.where(agreementMatches(filter.q))
  return query
}
const orderBy = ({ waitingFor }: AgreementFilter) => orderOf('a', waitingFor, 'formed_at')

/** What stands before and after an agreement of a school in a queue. */
export async function findAgreementNeighbours(read: Reading, place: Place, filter: AgreementFilter) {
  const { db, acting } = read
  const regions = await listTagged(db, filter.tag, acting.at)
  return findNeighbours(read, 'agreements', place, {
    rows: narrowed(db, { school: place.school }, filter, { at: acting.at, regions }),
    order: orderBy(filter),
    student: sql<string>`a.snapshot->'student'->>'name'`,
  })
}

export async function listAgreements(db: Db, of: Of, filter: AgreementFilter & Paging, at: Date) {
  const query = narrowed(db, of, filter, { at, regions: await listTagged(db, filter.tag, at) })
  const { by, id, direction } = orderBy(filter)
  const rowsQuery = query
    .leftJoin('dissolutions as d', (on) =>
      on.onRef('d.schoolId', '=', 'a.schoolId').onRef('d.id', '=', 'a.dissolutionId'),
    )
    .select(['a.id', 'a.number', 'a.kind', 'a.schoolId', 'a.snapshot', 'a.status', 'a.version'])
    .select(['a.waitingFor', 'a.waitingSince', 'a.signedOn', 'a.formedAt', 'a.dissolutionId'])
    .select([
      'a.fulfilmentBy',
      'a.fulfilmentAnswerBy',
      'a.sealBy',
      agreementFacts('a', 'school' in of ? of.school : undefined).as('facts'),
    ])
    .select([
      's.name as schoolName',
      's.nameEn as schoolNameEn',
      'd.status as dissolutionStatus',
      'd.answerBy',
    ])
    .select(sql<string>`a.terms->>'position'`.as('position'))
    .orderBy(by, direction)
    .orderBy(id, direction)
  const { rows, ...page } = await readPage(
    filter,
    ({ limit, offset }) => rowsQuery.limit(limit).offset(offset).execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map((row) => {
    const { student, employer } = readSnapshot(row.snapshot)
    const { name, studentNumber, college, major } = student
    const { dissolutionId, answerBy } = row
    const status = row.dissolutionStatus as DissolutionStatus | null
    const fulfilment = fulfilmentOf(row)
    const turn = agreementWaitsAt(
      {
        fulfilment,
        sealBy: row.sealBy,
        waitingFor: row.waitingFor as Holder,
        waitingSince: row.waitingSince,
      },
      at,
    )
    return {
      id: row.id,
      number: row.number,
      kind: row.kind as AgreementKind,
      school: { code: row.schoolId, name: row.schoolName, nameEn: row.schoolNameEn },
      student: { name, studentNumber, college, major },
      employerName: employer.name,
      position: row.position,
      status: row.status as AgreementStatus,
      standing: standingOfAgreement(row.facts!, at),
      dissolution:
        dissolutionId && status
          ? { id: dissolutionId, status: dissolutionStatusAt({ status, answerBy }, at) }
          : null,
      version: row.version,
      fulfilment,
      sealBy: row.sealBy,
      waitingFor: turn.waitingFor,
      waitingSince: turn.waitingSince.toISOString(),
      signedOn: row.signedOn,
      formedAt: row.formedAt.toISOString(),
    }
  })
  return { items, ...page }
}
