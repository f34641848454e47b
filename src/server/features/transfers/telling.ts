import { sql } from 'kysely'
import { dayInChina } from '../../../domain/day.ts'
import { tellOfSilence } from '../../../domain/transfer/acts.ts'
import { TRANSFER_ON_ITS_WAY } from '../../../domain/transfer/life.ts'
import { inTransaction } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'
import { readStudent } from '../../db/stored.ts'
import type { Services } from '../../services/services.ts'
import { tell } from '../notifications/tell.ts'

const AT_ONCE = 500
/** So many days the clock may have stood still; after that the post traces nothing any more. */
const DAYS_BACK = 31

/**
 * Tells both sides of what was sent eleven months ago and nobody has confirmed (AT-42), piece by piece, each once: that it was told
 * is kept with it. Several instances may run it at once, and it may be broken off anywhere. Answers of how many it has told.
 */
export async function tellOfTransfers({
  db,
  jobs,
  now,
}: Pick<Services, 'db' | 'jobs' | 'now'>): Promise<number> {
  const at = now()
  const today = dayInChina(at)
  let all = 0
  let told: number
  do {
    told = await inTransaction(db, async (tx) => {
      const { rows } = await sql<{
        schoolId: string
        id: string
        kind: 'file' | 'household'
        studentId: string
        collegeId: string
        snapshot: unknown
        receiver: string
        dispatchNumber: string
        tracking: string
        sentOn: string
      }>`
        update transfers t set told_at = ${at}
        from (select school_id, id from transfers
          where ${statusIn('status', TRANSFER_ON_ITS_WAY)} and told_at is null
            and tell_on <= ${today} and tell_on > ${today}::date - ${DAYS_BACK}::integer
          order by tell_on limit ${AT_ONCE} for update skip locked) due
        join students st on st.school_id = due.school_id
        where t.school_id = due.school_id and t.id = due.id and st.id = t.student_id
        returning t.school_id, t.id, t.kind, t.student_id, st.college_id, t.snapshot, t.receiver, t.dispatch_number,
          t.tracking_number as tracking, t.sent_on`.execute(tx)
      await tell(
        tx,
        jobs,
        rows.flatMap(({ snapshot, ...of }) => tellOfSilence({ ...of, snapshot: readStudent(snapshot) })),
        at,
      )
      return rows.length
    })
    all += told
  } while (told === AT_ONCE)
  return all
}
