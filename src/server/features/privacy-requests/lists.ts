import { sql } from 'kysely'
import { isOver } from '../../../domain/day.ts'
import {
  isToAnswer,
  type RequestKind,
  type RequestStatus,
  TO_ANSWER,
} from '../../../domain/privacy-request/life.ts'
import type { StudentSnapshot } from '../../../domain/snapshot.ts'
import type { Db } from '../../db/database.ts'
import { type Paging, readPage } from '../../db/page.ts'
import { beginsWith, numberBeginsWith } from '../../db/search-pattern.ts'
import { statusIn } from '../../db/status-in.ts'
import { readStudent } from '../../db/stored.ts'

type Row = {
  readonly id: string
  readonly snapshot: StudentSnapshot
  readonly kind: RequestKind
  readonly status: RequestStatus
  readonly version: number
  readonly askedAt: Date
  readonly answerBy: string
}

/** A request as lists show it. */
export const rowOf = ({ id, snapshot, kind, status, version, askedAt, answerBy }: Row, at: Date) => ({
  id,
  student: snapshot,
  kind,
  status,
  version,
  askedAt: askedAt.toISOString(),
  answerBy,
  overdue: isToAnswer(status) && isOver(answerBy, at),
})

export type RequestFilter = Paging & {
  readonly q?: string
  readonly queue?: 'mine' | 'all'
  readonly studentId?: string
}

/** A student's newest first; what waits for the school by the day on which it answers. */
export async function listRequests(
  db: Db,
  school: string,
  { q, queue = 'all', studentId, ...paging }: RequestFilter,
  at: Date,
) {
  const query = db
    .selectFrom('privacyRequests as r')
    .where('r.schoolId', '=', school)
    .$if(studentId !== undefined, (of) => of.where('r.studentId', '=', studentId!))
    .$if(queue === 'mine', (of) => of.where(statusIn('r.status', TO_ANSWER)))
    .$if(Boolean(q), (of) =>
      of.where((or) =>
        or.or([
          or('r.studentFolded', 'like', beginsWith(q!)),
          or(sql`lower(r.snapshot->>'studentNumber')`, 'like', numberBeginsWith(q!)),
        ]),
      ),
    )
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      query
        .select(['r.id', 'r.snapshot', 'r.kind', 'r.status', 'r.version', 'r.askedAt', 'r.answerBy'])
        .orderBy(queue === 'mine' ? 'r.answerBy' : 'r.askedAt', queue === 'mine' ? 'asc' : 'desc')
        .orderBy('r.id', queue === 'mine' ? 'asc' : 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  const items = rows.map((row) =>
    rowOf(
      {
        ...row,
        snapshot: readStudent(row.snapshot),
        kind: row.kind as RequestKind,
        status: row.status as RequestStatus,
      },
      at,
    ),
  )
  return { items, ...page }
}
