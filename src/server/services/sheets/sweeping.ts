import { sql } from 'kysely'
import { BROKEN_OFF, goneSince, keptSince, LEFT } from '../../../domain/sheet-work.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import { statusIn } from '../../db/status-in.ts'

/** Where one kind of work on sheets is kept: itself with `status`, `heard_at`, `ended_at`, `about_cipher`, `refusal`, and its rows. */
export type SheetWork = {
  readonly works: string
  readonly rows: string
  /** The column of the rows that names the work. */
  readonly of: string
  readonly reading: string
  /** What waits for a person, and since which column says. */
  readonly waiting: readonly string[]
  readonly since: 'heard_at' | 'begun_at'
  /** Of what ended so the rows go at once, of all else after its days. */
  readonly lost: readonly string[]
}

/**
 * What is read by nobody any more is told as broken off; what has waited too long for its people is cancelled; rows of what
 * is over go after their days, and what was said of the whole with them. Answers how many there were.
 */
export async function sweepSheetWork(db: Db, of: SheetWork, at: Date): Promise<number> {
  const works = sql.table(of.works)
  const gone = await sql`
    update ${works} set status = ${LEFT.unread}, ended_at = ${at}, refusal = ${BROKEN_OFF}
    where status = ${of.reading} and heard_at < ${goneSince(at)}
    ${acrossSchools.clock}`.execute(db)
  const stale = await sql`
    update ${works} set status = ${LEFT.unwanted}, ended_at = ${at}
    where ${statusIn('status', of.waiting)} and ${sql.ref(of.since)} < ${keptSince(at)}
    ${acrossSchools.clock}`.execute(db)
  const over = await sql`
    delete from ${sql.table(of.rows)} r using ${works} w
    where w.school_id = r.school_id and w.id = r.${sql.ref(of.of)}
      and (${statusIn('w.status', of.lost)} or w.ended_at < ${keptSince(at)})
    ${acrossSchools.clock}`.execute(db)
  await sql`
    update ${works} set about_cipher = null where about_cipher is not null and ended_at < ${keptSince(at)}
    ${acrossSchools.clock}`.execute(db)
  return [gone, stale, over].reduce((sum, one) => sum + Number(one.numAffectedRows ?? 0n), 0)
}
