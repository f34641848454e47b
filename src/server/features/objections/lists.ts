import { type SqlBool, sql } from 'kysely'
import { dayInChina, isOver } from '../../../domain/day.ts'
import type { ObjectionCase } from '../../../domain/objection/acts.ts'
import { isRaised, OBJECTION_STATUSES, TO_ANSWER_OBJECTION } from '../../../domain/objection/life.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { readStudent } from '../../db/stored.ts'
import { oneOf } from '../posts/queries.ts'

type Row = Pick<ObjectionCase, 'id' | 'receipt' | 'snapshot' | 'status' | 'version' | 'raisedAt' | 'answerBy'>
/** An objection as lists show it. */
export const rowOf = ({ id, receipt, snapshot, status, version, raisedAt, answerBy }: Row, at: Date) => ({
  id,
  receipt,
  student: snapshot,
  status,
  version,
  raisedAt: raisedAt.toISOString(),
  answerBy,
  overdue: isRaised(status) && isOver(answerBy, at),
})

export type ObjectionFilter = Paging & {
  readonly q?: string
  readonly queue?: 'mine' | 'all'
  readonly studentId?: string
}
/** A student's newest first; what waits for the school by the day on which it answers. */
export async function listObjections(
  db: Db,
  school: string,
  { q, queue = 'all', studentId, ...paging }: ObjectionFilter,
  at: Date,
) {
  const waits = queue === 'mine'
  const query = db
    .selectFrom('objections as o')
    .where('o.schoolId', '=', school)
    .$if(studentId !== undefined, (of) => of.where('o.studentId', '=', studentId!))
    .$if(waits, (of) => of.where(statusIn('o.status', TO_ANSWER_OBJECTION)))
    .$if(Boolean(q), (of) =>
      of.where(
        sql<SqlBool>`(o.student_folded like ${contains(q!)} or lower(o.receipt) = lower(${q!})
          or o.snapshot->>'studentNumber' = ${q!})`,
      ),
    )
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      query
        .select(['o.id', 'o.receipt', 'o.snapshot', 'o.status', 'o.version', 'o.raisedAt', 'o.answerBy'])
        .orderBy(waits ? 'o.answerBy' : 'o.raisedAt', waits ? 'asc' : 'desc')
        .orderBy('o.id', waits ? 'asc' : 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map(({ snapshot, status, ...row }) =>
    rowOf({ ...row, snapshot: readStudent(snapshot), status: oneOf(OBJECTION_STATUSES, status) }, at),
  )
  return { items, ...page }
}

/** How many wait for a school, and how many of them have waited too long. */
export async function countObjections(db: Db, school: string, at: Date) {
  const { rows } = await sql<{ waiting: number; overdue: number }>`
    select count(*) as waiting, count(*) filter (where answer_by < ${dayInChina(at)}) as overdue
    from objections where school_id = ${school} and ${statusIn('status', TO_ANSWER_OBJECTION)}`.execute(db)
  return rows[0]!
}
