import { sql } from 'kysely'
import type { AgreementStatus } from '../../../domain/agreement/life.ts'
import { addDays, dayInChina, endOfDayInChina } from '../../../domain/day.ts'
import { endedLatelyFrom, isOverForPair } from '../../../domain/invitation/again.ts'
import {
  ANSWERABLE,
  DECLINED,
  type InvitationStatus,
  invitationStatusAt,
  LAPSED,
} from '../../../domain/invitation/life.ts'
import { invitationStanding } from '../../../domain/invitation/standing.ts'
import { agreementFacts, standingOfAgreement } from '../../cases/standing.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { itsSchool, type SchoolValue } from '../../db/its-school.ts'
import { type Part, readPage, readShort } from '../../db/page.ts'
import { firstOf, formsOf, prepared, type Slots } from '../../db/prepared.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { studentMatches } from '../students/roster-list.ts'

export type InvitationFilter = {
  readonly q: string
  readonly status?: InvitationStatus | undefined
  /** Only what can be answered until tomorrow at the latest. */
  readonly ending?: 'soon' | undefined
  /** Only what came to nothing in the last days, and of which nothing has followed. */
  readonly ended?: 'lately' | undefined
  readonly page: number
  readonly pageSize: number
}
type Of = { readonly school: string; readonly studentId: string } | { readonly employerId: string }

/** Can still be answered, whatever a sweep has done. */
export const isAnswerable = (table: string, at: Date) =>
  sql<boolean>`(${statusIn(`${table}.status`, ANSWERABLE)} and ${sql.ref(`${table}.respond_by`)} >= ${dayInChina(at)})`

/** Its student has a place, and can accept nothing for now (R1). */
export const isPlaced = (table: string, school?: SchoolValue) =>
  sql<boolean>`exists (select from placements p where p.school_id = ${itsSchool(table, school)} and p.student_id = ${sql.ref(`${table}.student_id`)})`

/** When it ended: with an answer, or with the last day on which one was waited for. */
export const endOf = (table: string) =>
  sql<Date>`least(${sql.ref(`${table}.ended_at`)},
    (${sql.ref(`${table}.respond_by`)} + 1)::timestamp at time zone interval '8 hours')`

/**
 * The student declined it or left it unanswered in the last days, and the employer has sent the student nothing since.
 * A student answers on the last day at the latest, so that one bound on that day holds for both.
 */
export const hasEndedLately = (table: string, at: Date) => {
  const of = (column: string) => sql.ref(`${table}.${column}`)
  const from = endedLatelyFrom(at)
  return sql<boolean>`(${of('respond_by')} >= ${from} and ${endOf(table)} >= ${endOfDayInChina(addDays(from, -1))}
    and (${statusIn(`${table}.status`, DECLINED)} or (${statusIn(`${table}.status`, [...ANSWERABLE, ...LAPSED])} and ${of('respond_by')} < ${dayInChina(at)}))
    and not exists (select from invitations next where next.school_id = ${of('school_id')} and next.student_id = ${of('student_id')}
      and next.employer_id = ${of('employer_id')} and next.sent_at > ${of('sent_at')}))`
}

const selectJoined = (db: Db) =>
  db
    .selectFrom('invitations as i')
    .innerJoin('schools as s', 's.id', 'i.schoolId')
    .innerJoin('employers as e', 'e.id', 'i.employerId')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'i.schoolId').onRef('st.id', '=', 'i.studentId'),
    )
    .leftJoin('agreements as a', (on) =>
      on.onRef('a.schoolId', '=', 'i.schoolId').onRef('a.invitationId', '=', 'i.id'),
    )
type Joined = ReturnType<typeof selectJoined>

/** What a list shows, newest first. */
const shown = (query: Joined, school?: SchoolValue) =>
  query
    .select([
      'i.id',
      'i.schoolId',
      's.name as schoolName',
      's.nameEn as schoolNameEn',
      'e.name as employerName',
      'st.name as studentName',
    ])
    .select([
      'st.studentNumber',
      'i.sentAt',
      'i.respondBy',
      'i.status',
      sql<string>`i.terms->>'position'`.as('position'),
    ])
    .select(['a.id as agreementId', 'a.number', 'a.status as agreementStatus'])
    .select([agreementFacts('a', school).as('facts'), isPlaced('i', school).as('isPlaced')])
    .orderBy('i.sentAt', 'desc')
    .orderBy('i.id', 'desc')

const counted = (query: Joined) => query.select(sql<number>`count(*)`.as('total'))

type OfStudent = { readonly school: string; readonly studentId: string; readonly pattern: string }
const narrowedToStudent =
  (which: 'all' | 'of employers') =>
  (db: Db, { school, studentId, pattern }: Slots<OfStudent>) => {
    const query = selectJoined(db).where('i.schoolId', '=', school).where('i.studentId', '=', studentId)
    return which === 'all' ? query : query.where('e.nameFolded', 'like', pattern)
  }
const pageOfStudent = formsOf((which: 'all' | 'of employers') =>
  prepared((db, of: Slots<OfStudent & Part>) =>
    shown(narrowedToStudent(which)(db, of), of.school).limit(of.limit).offset(of.offset),
  ),
)
const countOfStudent = formsOf((which: 'all' | 'of employers') =>
  prepared((db, of: Slots<OfStudent>) => counted(narrowedToStudent(which)(db, of))),
)

function readOfStudent(db: Db, { school, studentId }: Omit<OfStudent, 'pattern'>, filter: InvitationFilter) {
  const which = filter.q ? 'of employers' : 'all'
  const of = { school, studentId, pattern: contains(filter.q) }
  return readShort(
    filter,
    async (part) => (await db.executeQuery(pageOfStudent(which)({ ...of, ...part }))).rows,
    async () => (await firstOf(db, countOfStudent(which)(of)))!,
  )
}

function readOfEmployer(db: Db, employerId: string, filter: InvitationFilter, at: Date) {
  const today = dayInChina(at)
  const { status } = filter
  const answerable = statusIn('i.status', ANSWERABLE)
  let query = selectJoined(db).where('i.employerId', '=', employerId).modifyEnd(acrossSchools.employers)
  if (filter.q) query = query.where(studentMatches(filter.q))
  if (status && ANSWERABLE.includes(status)) query = query.where(answerable).where('i.respondBy', '>=', today)
  else if (status && LAPSED.includes(status))
    query = query.where((or) =>
      or.or([or('i.status', '=', status), or.and([answerable, or('i.respondBy', '<', today)])]),
    )
  else if (status) query = query.where('i.status', '=', status)
  if (filter.ending) query = query.where(isAnswerable('i', at)).where('i.respondBy', '<=', addDays(today, 1))
  if (filter.ended) query = query.where(hasEndedLately('i', at))
  return readPage(
    filter,
    ({ limit, offset }) => shown(query).limit(limit).offset(offset).execute(),
    () => counted(query).executeTakeFirstOrThrow(),
  )
}

/** A student's or an employer's invitations, newest first; statuses as they are at `at`, whatever a sweep has done (R4). */
export async function listInvitations(db: Db, of: Of, filter: InvitationFilter, at: Date) {
  const { rows, ...page } =
    'studentId' in of
      ? await readOfStudent(db, of, filter)
      : await readOfEmployer(db, of.employerId, filter, at)
  const items = rows.map((row) => ({
    id: row.id,
    again:
      'employerId' in of &&
      isOverForPair(
        { status: row.status as InvitationStatus, respondBy: row.respondBy },
        row.agreementStatus as AgreementStatus | null,
        at,
      ),
    school: { code: row.schoolId, name: row.schoolName, nameEn: row.schoolNameEn },
    employerName: row.employerName,
    studentName: row.studentName,
    studentNumber: row.studentNumber,
    position: row.position,
    sentAt: row.sentAt.toISOString(),
    respondBy: row.respondBy,
    status: invitationStatusAt({ status: row.status as InvitationStatus, respondBy: row.respondBy }, at),
    standing: invitationStanding(
      { status: row.status as InvitationStatus, respondBy: row.respondBy },
      row.isPlaced,
      at,
    ),
    agreement:
      row.agreementId && row.number && row.facts
        ? {
            id: row.agreementId,
            number: row.number,
            status: row.agreementStatus as AgreementStatus,
            standing: standingOfAgreement(row.facts, at),
          }
        : null,
  }))
  return { items, ...page }
}
