import { sql } from 'kysely'
import type { AgreementStatus, Holder } from '../../../domain/agreement.ts'
import type { Db } from '../../db/database.ts'
import { beginsWith, contains } from '../../db/search-pattern.ts'

export type AgreementFilter = {
  readonly q: string
  readonly status?: AgreementStatus | undefined
  readonly college?: string | null | undefined
  /** Only what waits for this holder, oldest first. */
  readonly waitingFor?: 'college' | 'school' | undefined
  readonly page: number
  readonly pageSize: number
}
type Of = { readonly school: string; readonly studentId?: string } | { readonly employerId: string }

/** Agreements of a school, of one student or of an employer across schools. */
export async function listAgreements(db: Db, of: Of, filter: AgreementFilter) {
  let query = db
    .selectFrom('agreements as a')
    .innerJoin('schools as s', 's.id', 'a.schoolId')
    .innerJoin('employers as e', 'e.id', 'a.employerId')
  query =
    'school' in of
      ? query.where('a.schoolId', '=', of.school)
      : query.where('a.employerId', '=', of.employerId)
  if ('studentId' in of && of.studentId) query = query.where('a.studentId', '=', of.studentId)
  if (filter.college) query = query.where('a.collegeId', '=', filter.college)
  if (filter.status) query = query.where('a.status', '=', filter.status)
  if (filter.waitingFor) query = query.where('a.waitingFor', '=', filter.waitingFor)
  if (filter.q) {
    const like = beginsWith(filter.q)
    query = query.where((or) =>
      or.or([
        or(sql`a.snapshot->'student'->>'name'`, 'like', like),
        or(sql`a.snapshot->'student'->>'studentNumber'`, 'like', like),
        or('a.number', 'like', like),
        or('e.name', 'like', contains(filter.q)),
      ]),
    )
  }
  const rowsQuery = query
    .selectAll('a')
    .select(['s.name as schoolName'])
    .orderBy(filter.waitingFor ? 'a.waitingSince' : 'a.formedAt', filter.waitingFor ? 'asc' : 'desc')
    .orderBy('a.id', 'desc')
    .limit(filter.pageSize)
    .offset((filter.page - 1) * filter.pageSize)
  const [rows, { total }] = await Promise.all([
    rowsQuery.execute(),
    query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  ])
  const items = rows.map((row) => {
    const { student, employer } = row.snapshot as unknown as {
      student: { name: string; studentNumber: string; college: string; major: string }
      employer: { name: string }
    }
    return {
      id: row.id,
      number: row.number,
      school: { code: row.schoolId, name: row.schoolName },
      studentName: student.name,
      studentNumber: student.studentNumber,
      college: student.college,
      major: student.major,
      employerName: employer.name,
      position: (row.terms as unknown as { position: string }).position,
      status: row.status as AgreementStatus,
      version: row.version,
      waitingFor: row.waitingFor as Holder,
      waitingSince: row.waitingSince.toISOString(),
      formedAt: row.formedAt.toISOString(),
    }
  })
  return { items, page: filter.page, pageSize: filter.pageSize, total }
}

/** How many of the school's agreements (in one college's scope) have each status. */
export async function countByStatus(
  db: Db,
  school: string,
  college: string | null,
): Promise<Record<string, number>> {
  let query = db.selectFrom('agreements').where('schoolId', '=', school)
  if (college) query = query.where('collegeId', '=', college)
  const rows = await query
    .select(['status', sql<number>`count(*)`.as('n')])
    .groupBy('status')
    .execute()
  return Object.fromEntries(rows.map(({ status, n }) => [status, n]))
}
