import { sql } from 'kysely'
import type { RequestRow } from '../../../contracts/privacy-requests.ts'
import { dayInChina, isOver } from '../../../domain/day.ts'
import type { RequestCase } from '../../../domain/privacy-request/acts.ts'
import {
  isToAnswer,
  type RequestKind,
  type RequestStatus,
  TO_ANSWER,
} from '../../../domain/privacy-request/life.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { beginsWith, numberBeginsWith } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import type { Person } from '../../http/person.ts'
import { ASKER, askerKeyOf, isAnsweredBy, isOf, readAsker } from './queries.ts'

type Row = Pick<RequestCase, 'id' | 'kind' | 'status' | 'version' | 'askedAt' | 'answerBy' | 'asker'> &
  Pick<RequestRow, 'school'>

/** A request as lists show it. */
export const rowOf = (
  { id, school, asker: { side, name, number, unit }, kind, status, version, askedAt, answerBy }: Row,
  at: Date,
): RequestRow => ({
  id,
  school,
  asker: { side, name, number, unit },
  kind,
  status,
  version,
  askedAt: askedAt.toISOString(),
  answerBy,
  overdue: isToAnswer(status) && isOver(answerBy, at),
})

const select = (db: Db) =>
  db.selectFrom('privacyRequests as r').innerJoin('schools as s', 's.id', 'r.schoolId')
type Selected = ReturnType<typeof select>

async function read(query: Selected, paging: Paging, order: 'askedAt' | 'answerBy', at: Date) {
  const direction = order === 'answerBy' ? 'asc' : 'desc'
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      query
        .select(['r.id', 'r.kind', 'r.status', 'r.version', 'r.askedAt', 'r.answerBy'])
        .select(ASKER.map((column) => `r.${column}` as const))
        .select(['s.id as code', 's.name as schoolName', 's.nameEn'])
        .orderBy(`r.${order}`, direction)
        .orderBy('r.id', direction)
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map(({ code, schoolName, nameEn, ...row }) =>
    rowOf(
      {
        ...row,
        school: { code, name: schoolName, nameEn },
        asker: readAsker(row),
        kind: row.kind as RequestKind,
        status: row.status as RequestStatus,
      },
      at,
    ),
  )
  return { items, ...page }
}

export type RequestFilter = Paging & { readonly q?: string; readonly queue: 'mine' | 'all' }

/** What waits for the school by the day on which it answers, or all, newest first: as far as this person answers them. */
export const listRequests = (
  db: Db,
  person: Person,
  { q, queue, ...paging }: RequestFilter & { readonly school: string },
  at: Date,
) =>
  read(
    select(db)
      .where('r.schoolId', '=', paging.school)
      .where(isAnsweredBy(person))
      .$if(queue === 'mine', (of) => of.where(statusIn('r.status', TO_ANSWER)))
      .$if(Boolean(q), (of) =>
        of.where((or) =>
          or.or([
            or('r.askerFolded', 'like', beginsWith(q!)),
            or(sql`lower(r.asker_number)`, 'like', numberBeginsWith(q!)),
          ]),
        ),
      ),
    paging,
    queue === 'mine' ? 'answerBy' : 'askedAt',
    at,
  )

/** One's own, of whatever school, newest first. */
export const listOwn = (db: Db, person: Person, paging: Paging, at: Date) =>
  read(
    select(db)
      .where(isOf(askerKeyOf(person)))
      .$if(person.studentId === null, (of) => of.modifyEnd(acrossSchools.accounts)),
    paging,
    'askedAt',
    at,
  )

/** How many wait for this person's answer, and how many of them have waited too long. */
export async function countRequests(db: Db, school: string, person: Person, at: Date) {
  const { rows } = await sql<{ waiting: number; overdue: number }>`
    select count(*) as waiting, count(*) filter (where answer_by < ${dayInChina(at)}) as overdue
    from privacy_requests r
    where school_id = ${school} and ${isAnsweredBy(person)} and ${statusIn('status', TO_ANSWER)}`.execute(db)
  return rows[0]!
}
