import { sql } from 'kysely'
import { addDays, type Day, dayInChina } from '../../../domain/day.ts'
import { tellOfSilence } from '../../../domain/transfer/acts.ts'
import { TRANSFER_ON_ITS_WAY } from '../../../domain/transfer/life.ts'
import type { Db } from '../../db/database.ts'
import { schoolBySchool, schoolsWith } from '../../db/school-by-school.ts'
import { statusIn } from '../../db/status-in.ts'
import { readStudent } from '../../db/stored.ts'
import type { Services } from '../../services/services.ts'
import { tell } from '../notifications/tell.ts'

const AT_ONCE = 500
/** So many days the clock may have stood still; after that the post traces nothing any more. */
const DAYS_BACK = 31

const silent = (db: Db, today: Day) =>
  db
    .selectFrom('transfers')
    .where(statusIn('status', TRANSFER_ON_ITS_WAY))
    .where('toldAt', 'is', null)
    .where('tellOn', '<=', today)
    .where('tellOn', '>', addDays(today, -DAYS_BACK))

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
  return schoolBySchool(db, await schoolsWith(silent(db, today)), AT_ONCE, async (tx, school) => {
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
        from (${silent(tx, today)
          .where('schoolId', '=', school)
          .select('id')
          .orderBy('tellOn')
          .limit(AT_ONCE)
          .forUpdate()
          .skipLocked()}) due, students st
        where t.school_id = ${school} and t.id = due.id and st.school_id = ${school} and st.id = t.student_id
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
}
