import { sql } from 'kysely'
import type { AbsenceRow } from '../../../contracts/absences.ts'
import { APPEALED, isAppealed } from '../../../domain/absence/life.ts'
import { dayInChina, isOver } from '../../../domain/day.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { contains } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { type FoundAbsence, parseAbsence, readAbsences, selectAbsences } from './queries.ts'

/** An absence as lists show it. */
export const rowOf = (of: FoundAbsence, at: Date): AbsenceRow => ({
  id: of.id,
  student: of.student,
  event: { kind: of.kind, id: of.eventId, title: of.title },
  missedAt: of.missedAt.toISOString(),
  status: of.status,
  version: of.version,
  recordedAt: of.recordedAt.toISOString(),
  answerBy: of.answerBy,
  overdue: isAppealed(of.status) && of.answerBy !== null && isOver(of.answerBy, at),
})

type Filter = Paging & { readonly q?: string; readonly queue?: 'mine' | 'all' }
type Narrowed = ReturnType<typeof selectAbsences>
const narrow =
  ({ q, queue }: Filter) =>
  <Q extends Pick<Narrowed, 'where'>>(query: Q): Q => {
    const ofQueue = queue === 'mine' ? query.where(statusIn('a.status', APPEALED)) : query
    return (
      q
        ? ofQueue.where(
            sql<boolean>`(st.name_folded like ${contains(q)} or st.student_number like ${contains(q)}
              or coalesce(t.title_folded, f.title_folded) like ${contains(q)})`,
          )
        : ofQueue
    ) as Q
  }

/** What waits for the school by the day on which it answers; all of it, the newest first. */
export async function listAbsences(db: Db, school: string, filter: Filter, at: Date) {
  const isMine = filter.queue === 'mine'
  const { rows, ...page } = await readPage(
    filter,
    ({ limit, offset }) =>
      narrow(filter)(readAbsences(db, school))
        .orderBy(isMine ? 'a.answerBy' : 'a.recordedAt', isMine ? 'asc' : 'desc')
        .orderBy('a.id', isMine ? 'asc' : 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () =>
      narrow(filter)(selectAbsences(db, school))
        .select(sql<number>`count(*)`.as('total'))
        .executeTakeFirstOrThrow(),
  )
  return { items: rows.map((row) => rowOf(parseAbsence(row), at)), ...page }
}

/** How many appeals wait for a school, and how many of them have waited too long. */
export async function countAppeals(db: Db, school: string, at: Date) {
  const { rows } = await sql<{ waiting: number; overdue: number }>`
    select count(*) as waiting, count(*) filter (where answer_by < ${dayInChina(at)}) as overdue
    from absences where school_id = ${school} and ${statusIn('status', APPEALED)}`.execute(db)
  return rows[0]!
}
