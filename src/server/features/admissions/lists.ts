import { sql } from 'kysely'
import {
  type AdmissionStatus,
  admissionTurn,
  isAdmitted,
  isAsked,
  VERIFIABLE,
} from '../../../domain/admission/life.ts'
import { verificationAt } from '../../../domain/admission/verification.ts'
import { dayInChina } from '../../../domain/day.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains, numberBeginsWith } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { readProfile, readSettings } from '../../db/stored.ts'
import type { Reading } from '../../http/doing.ts'
import { findNeighbours, type Place } from '../reviews/neighbours.ts'
import { hasWaitedLong, orderOf } from '../reviews/queue.ts'
import { barringOf } from './queries.ts'

/** Of an employer that is admitted: until when its verification holds, and whether that is soon or over. */
export const verificationOf = (
  { status, verifyDue }: { readonly status: string; readonly verifyDue: string | null },
  at: Date,
) => (isAdmitted(status) ? { verifyDue, verification: verificationAt(verifyDue, at) } : NOT_VERIFIED)
const NOT_VERIFIED = { verifyDue: null, verification: 'fresh' as const }

type Asked = Parameters<typeof barringOf>[0] & { readonly status: string; readonly confirmedAt: Date | null }
const turnOf = ({ status, confirmedAt, ...barred }: Asked) =>
  admissionTurn({
    status: status as AdmissionStatus,
    isAsked: isAsked({ confirmedAt, barring: barringOf(barred) }),
  })

export type AdmissionFilter = Paging & {
  readonly q?: string
  readonly status?: AdmissionStatus | undefined
  readonly queue: 'mine' | 'all'
  readonly waited?: 'long' | undefined
  readonly verification?: 'overdue' | undefined
}

/** Of admitted employers: the last day of the verification is over, as `verificationAt` has it. */
export const verificationOver = (table: string, at: Date) =>
  sql<boolean>`(${statusIn(`${table}.status`, VERIFIABLE)} and ${sql.ref(`${table}.verify_due`)} < ${dayInChina(at)})`

type Narrowed = Omit<AdmissionFilter, keyof Paging>
/** Employers that have asked a school, as far as the filter goes. */
function narrowed(db: Db, school: string, of: Narrowed, at: Date) {
  const { q, status, queue, waited, verification } = of
  let query = db
    .selectFrom('admissions as ad')
    .innerJoin('employers as e', 'e.id', 'ad.employerId')
    .where('ad.schoolId', '=', school)
  if (queue === 'mine') query = query.where('ad.waitingFor', '=', 'school')
  if (status) query = query.where('ad.status', '=', status)
  if (waited) query = query.where(hasWaitedLong('ad', at))
  if (verification) query = query.where(verificationOver('ad', at))
  if (q)
    query = query.where((or) =>
      or.or([
        or('e.nameFolded', 'like', contains(q)),
        or(sql`lower(e.credit_code)`, 'like', numberBeginsWith(q)),
      ]),
    )
  return query
}
const orderBy = ({ queue }: Narrowed) =>
  orderOf('ad', queue === 'mine' ? 'school' : undefined, 'waiting_since', 'employer_id')

/** What stands before and after an employer in a school's queue. */
export const findAdmissionNeighbours = (read: Reading, place: Place, filter: Narrowed) =>
  findNeighbours(read, 'admissions', place, {
    rows: narrowed(read.db, place.school, filter, read.acting.at),
    order: orderBy(filter),
    student: sql.ref<string>('e.name'),
  })

/** What waits for the school, the longest first; or all, the latest first. */
export async function listAdmissions(
  db: Db,
  school: string,
  { page: asked, pageSize, ...filter }: AdmissionFilter,
  at: Date,
) {
  const query = narrowed(db, school, filter, at)
  const { by, id, direction } = orderBy(filter)
  const paging = { page: asked, pageSize }
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      query
        .select(['e.id', 'e.name', 'e.creditCode', 'e.profile', 'ad.status', 'ad.waitingSince', 'ad.version'])
        .select(['ad.verifyDue', 'ad.confirmedAt', 'ad.barredUntil', 'ad.appeal', 'ad.appealAnswer'])
        .orderBy(by, direction)
        .orderBy(id, direction)
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map(
    ({ profile, waitingSince, verifyDue, confirmedAt, barredUntil, appeal, appealAnswer, ...row }) => ({
      ...row,
      status: row.status as AdmissionStatus,
      ...verificationOf({ ...row, verifyDue }, at),
      kind: readProfile(profile).kind,
      turn: turnOf({ status: row.status, confirmedAt, barredUntil, appeal, appealAnswer }),
      waitingSince: waitingSince.toISOString(),
    }),
  )
  return { items, ...page }
}

/** How many of a school's employers stand how. */
export async function countAdmissions(db: Db, school: string): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('admissions')
    .where('schoolId', '=', school)
    .select((of) => ['status', of.fn.countAll<number>().as('n')])
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
}

/** Every school, with where the employer stands there; null where it has not asked. `asked`: only where it has. */
export async function listStandings(db: Db, employerId: string, at: Date, { asked = false } = {}) {
  const rows = await db
    .selectFrom('schools as s')
    .leftJoin('admissions as ad', (on) =>
      on.onRef('ad.schoolId', '=', 's.id').on('ad.employerId', '=', employerId),
    )
    .select([
      's.id as code',
      's.name',
      's.nameEn',
      's.host',
      's.settings',
      's.suspendedAt',
      'ad.status',
      'ad.reason',
      'ad.waitingSince',
    ])
    .select(['ad.verifyDue', 'ad.confirmedAt', 'ad.barredUntil', 'ad.appeal', 'ad.appealAnswer'])
    .$if(asked, (query) => query.where('ad.status', 'is not', null))
    .orderBy('s.id')
    .modifyEnd(acrossSchools.employers)
    .execute()
  return rows.map(
    ({
      status,
      reason,
      waitingSince,
      settings,
      verifyDue,
      confirmedAt,
      barredUntil,
      appeal,
      appealAnswer,
      suspendedAt,
      ...school
    }) => ({
      school,
      /** The platform has suspended the school itself. */
      isShut: suspendedAt !== null,
      settings: readSettings(settings),
      admission:
        status === null || waitingSince === null
          ? null
          : {
              status: status as AdmissionStatus,
              reason,
              waitingSince: waitingSince.toISOString(),
              turn: turnOf({ status, confirmedAt, barredUntil, appeal, appealAnswer }),
              ...verificationOf({ status, verifyDue }, at),
            },
    }),
  )
}

/** The schools that the employer works with or has asked, and between which days it may invite there. */
export async function listSchoolsOf(db: Db, employerId: string, at: Date) {
  const standings = await listStandings(db, employerId, at, { asked: true })
  return standings.flatMap(({ school, isShut, settings, admission }) => {
    if (!admission) return []
    const { defaultDays, minDays, maxDays } = settings
    return [{ ...school, admitted: isAdmitted(admission.status) && !isShut, defaultDays, minDays, maxDays }]
  })
}

const MOST_DECISIONS = 50

/** What other schools have decided on an employer, newest first, as they said it (AT-22). */
export async function listDecisionsElsewhere(db: Db, school: string, employerId: string) {
  const rows = await db
    .selectFrom('admissionDecisions as d')
    .innerJoin('schools as s', 's.id', 'd.schoolId')
    .where('d.employerId', '=', employerId)
    .where('d.schoolId', '<>', school)
    .select(['s.id as code', 's.name', 's.nameEn', 'd.decision', 'd.reason', 'd.at'])
    .orderBy('d.at', 'desc')
    .orderBy('d.schoolId')
    .limit(MOST_DECISIONS)
    .modifyEnd(acrossSchools.employers)
    .execute()
  return rows.map(({ code, name, nameEn, at, ...row }) => ({
    ...row,
    school: { code, name, nameEn },
    at: at.toISOString(),
  }))
}
