import { sql } from 'kysely'
import { v7 as uuidv7 } from 'uuid'
import { type Missed, recordAbsences } from '../../../domain/absence/acts.ts'
import { PUBLIC_FAIRS } from '../../../domain/fair/life.ts'
import { PUBLIC_TALKS } from '../../../domain/talk/life.ts'
import { absentSince, EVENT_KINDS, type EventKind } from '../../../domain/visit/visit.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import { CLOCK } from '../../db/journal.ts'
import { schoolBySchool } from '../../db/school-by-school.ts'
import { statusIn } from '../../db/status-in.ts'
import type { Jobs } from '../../services/jobs.ts'
import { settle } from './settling.ts'

const AT_ONCE = 500
/** So many days the clock may have stood still, and it is recorded all the same. */
const DAYS_BACK = 30
const DAY = 24 * 3_600_000
/** Each kind's table, and the states in which an event of it was held. */
const HELD = { talk: ['talks', PUBLIC_TALKS], fair: ['fairs', PUBLIC_FAIRS] } as const

type Ended = { readonly school: string; readonly id: string; readonly title: string; readonly missedAt: Date }
/** Events whose doors take nothing more. */
const ended = (kind: EventKind, at: Date) => {
  const since = absentSince(at)
  return sql`${statusIn('e.status', HELD[kind][1])} and e.ends_at < ${since}
    and e.ends_at > ${new Date(since.getTime() - DAYS_BACK * DAY)}`
}

/** The schools that have such, of which it is not known who was missing. */
async function schoolsWithEnded(db: Db, kind: EventKind, at: Date): Promise<string[]> {
  const { rows } = await sql<{ school: string }>`
    select distinct e.school_id as school from ${sql.table(HELD[kind][0])} e where ${ended(kind, at)}
      and not exists (select from absences_counted c where c.school_id = e.school_id and c.event_id = e.id)
    ${acrossSchools.clock}`.execute(db)
  return rows.map(({ school }) => school)
}

/** The next of this school; another instance's is passed over. */
async function lockEnded(tx: Tx, kind: EventKind, school: string, at: Date): Promise<Ended | null> {
  const { rows } = await sql<Ended>`
    select e.school_id as school, e.id, e.content->>'title' as title, e.ends_at as missed_at
    from ${sql.table(HELD[kind][0])} e
    where e.school_id = ${school} and ${ended(kind, at)}
      and not exists (select from absences_counted c where c.school_id = ${school} and c.event_id = e.id)
    order by e.ends_at, e.id limit 1 for update of e skip locked`.execute(tx)
  return rows[0] ?? null
}

/** Who had signed up and was not counted, as far as it is not recorded; nobody where no door has counted anybody. */
async function findMissing(
  tx: Tx,
  kind: EventKind,
  { school, id, title, missedAt }: Ended,
): Promise<Missed[]> {
  const { rows } = await sql<{ studentId: string }>`
    select s.student_id from event_sign_ups s
    where s.school_id = ${school} and s.event_id = ${id}
      and exists (select from event_arrivals a where a.school_id = ${school} and a.event_id = ${id})
      and not exists (select from event_arrivals a
        where a.school_id = ${school} and a.event_id = s.event_id and a.student_id = s.student_id)
      and not exists (select from absences b
        where b.school_id = ${school} and b.event_id = s.event_id and b.student_id = s.student_id)
    order by s.student_id limit ${AT_ONCE}`.execute(tx)
  return rows.map(({ studentId }) => ({
    schoolId: school,
    id: uuidv7(),
    studentId,
    kind,
    eventId: id,
    title,
    missedAt,
  }))
}

/**
 * The clock records who did not come, by pieces, each whole: what breaks off is gone on with. Answers how many it recorded.
 */
export async function recordMissing(
  { db, jobs }: { readonly db: Db; readonly jobs: Jobs },
  at: Date,
): Promise<number> {
  let all = 0
  for (const kind of EVENT_KINDS)
    await schoolBySchool(db, await schoolsWithEnded(db, kind, at), 1, async (tx, school) => {
      const event = await lockEnded(tx, kind, school, at)
      if (!event) return 0
      const missing = await findMissing(tx, kind, event)
      await settle({ tx, jobs, actor: CLOCK, at }, recordAbsences(missing, at))
      all += missing.length
      if (missing.length < AT_ONCE)
        await tx
          .insertInto('absencesCounted')
          .values({
            schoolId: event.school,
            talkId: kind === 'talk' ? event.id : null,
            fairId: kind === 'fair' ? event.id : null,
            countedAt: at,
          })
          .execute()
      return 1
    })
  return all
}
