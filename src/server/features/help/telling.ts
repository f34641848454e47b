import { sql } from 'kysely'
import type { Db } from '../../db/database.ts'
import { schoolBySchool, schoolsWith } from '../../db/school-by-school.ts'
import type { Services } from '../../services/services.ts'
import { tell } from '../notifications/tell.ts'

const AT_ONCE = 500

const untold = (db: Db) => db.selectFrom('helpNoticeStudents').where('sentAt', 'is', null)

/**
 * Tells those to whom a notice goes, piece by piece. Several instances may run it at once, and it may be broken off anywhere.
 * Answers how many it has told.
 */
export async function tellOfHelp({ db, jobs, now }: Pick<Services, 'db' | 'jobs' | 'now'>): Promise<number> {
  const at = now()
  return schoolBySchool(db, await schoolsWith(untold(db)), AT_ONCE, async (tx, school) => {
    const { rows } = await sql<{ notice: string; student: string }>`
        update help_notice_students s set sent_at = ${at}
        from (select notice_id, student_id from help_notice_students where school_id = ${school} and sent_at is null
          order by notice_id, student_id limit ${AT_ONCE} for update skip locked) due
        where s.school_id = ${school} and (s.notice_id, s.student_id) = (due.notice_id, due.student_id)
        returning s.notice_id as notice, s.student_id as student`.execute(tx)
    await tell(
      tx,
      jobs,
      rows.map(({ notice, student }) => ({
        kind: 'help.notice',
        school,
        to: { studentId: student },
        about: { kind: 'help', id: student },
        params: {},
        dedupe: `help.notice:${notice}`,
      })),
      at,
    )
    return rows.length
  })
}
