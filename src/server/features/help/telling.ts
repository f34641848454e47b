import { sql } from 'kysely'
import { inTransaction } from '../../db/database.ts'
import type { Services } from '../../services/services.ts'
import { tell } from '../notifications/tell.ts'

const AT_ONCE = 500

/**
 * Tells those to whom a notice goes, piece by piece. Several instances may run it at once, and it may be broken off anywhere.
 * Answers how many it has told.
 */
export async function tellOfHelp({ db, jobs, now }: Pick<Services, 'db' | 'jobs' | 'now'>): Promise<number> {
  const at = now()
  let all = 0
  let told: number
  do {
    told = await inTransaction(db, async (tx) => {
      const { rows } = await sql<{ school: string; notice: string; student: string }>`
        update help_notice_students s set sent_at = ${at}
        from (select school_id, notice_id, student_id from help_notice_students where sent_at is null
          order by school_id, notice_id, student_id limit ${AT_ONCE} for update skip locked) due
        where (s.school_id, s.notice_id, s.student_id) = (due.school_id, due.notice_id, due.student_id)
        returning s.school_id as school, s.notice_id as notice, s.student_id as student`.execute(tx)
      await tell(
        tx,
        jobs,
        rows.map(({ school, notice, student }) => ({
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
    all += told
  } while (told === AT_ONCE)
  return all
}
