import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { type Paging, readPage } from '../../db/page.ts'
import type { RosterScope } from '../students/roster-list.ts'

type Notice = {
  readonly schoolId: string
  readonly id: string
  readonly collegeId: string | null
  readonly writerId: string
  readonly words: string
  readonly sentAt: Date
  readonly count: number
}

/** A notice and to whom it goes. The caller has held to how many, and journals it. */
export async function saveNotice(tx: Tx, notice: Notice, students: readonly string[]): Promise<void> {
  await tx.insertInto('helpNotices').values(notice).execute()
  await sql`
    insert into help_notice_students (school_id, notice_id, student_id)
    select ${notice.schoolId}, ${notice.id}, unnest(${students}::uuid[])`.execute(tx)
}

/** Whom a statement `from figure_rows f … where …` means. */
export async function listMeant(db: Db, meant: RawBuilder<unknown>): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select f.student_id as id ${meant}`.execute(db)
  return rows.map(({ id }) => id)
}

/** What was sent to groups, the latest first; a college's reviewers read their own college's. */
export async function listNotices(db: Db, { school, college }: RosterScope, paging: Paging) {
  const query = db
    .selectFrom('helpNotices as n')
    .where('n.schoolId', '=', school)
    .$if(college !== null, (of) => of.where('n.collegeId', '=', college))
  const { rows, ...page } = await readPage(
    paging,
    ({ limit, offset }) =>
      query
        .leftJoin('users as u', 'u.id', 'n.writerId')
        .select(['n.id', 'n.words', 'n.sentAt', 'n.count', 'u.name as writer'])
        .select(
          sql<number>`(select count(*) from help_notice_students s where s.school_id = ${school}
            and s.notice_id = n.id and s.sent_at is null)`.as('left'),
        )
        .orderBy('n.sentAt', 'desc')
        .orderBy('n.id', 'desc')
        .limit(limit)
        .offset(offset)
        .execute(),
    () => query.select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow(),
  )
  return {
    items: rows.map(({ sentAt, writer, ...row }) => ({
      ...row,
      writer: writer ?? '',
      sentAt: sentAt.toISOString(),
    })),
    ...page,
  }
}

const MOST_SHOWN = 100
/** What one student was sent, the latest first. */
export async function listNoticesTo(db: Db, { school, id }: Key) {
  const rows = await db
    .selectFrom('helpNoticeStudents as s')
    .innerJoin('helpNotices as n', (on) =>
      on.onRef('n.schoolId', '=', 's.schoolId').onRef('n.id', '=', 's.noticeId'),
    )
    .leftJoin('users as u', 'u.id', 'n.writerId')
    .where('s.schoolId', '=', school)
    .where('s.studentId', '=', id)
    .select(['n.id', 'n.words', 'n.sentAt', 'u.name as writer'])
    .orderBy('n.sentAt', 'desc')
    .orderBy('n.id', 'desc')
    .limit(MOST_SHOWN)
    .execute()
  return rows.map(({ sentAt, writer, ...row }) => ({
    ...row,
    writer: writer ?? '',
    sentAt: sentAt.toISOString(),
  }))
}
