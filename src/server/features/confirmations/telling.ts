import { sql } from 'kysely'
import { OCCASIONS, type Occasion, type Round, roundsDue } from '../../../domain/confirmation/period.ts'
import { type Day, dayInChina } from '../../../domain/day.ts'
import { COUNTED } from '../../../domain/figures/parts.ts'
import type { Message } from '../../../domain/notification.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import { type Db, inTransaction, type Tx } from '../../db/database.ts'
import { schoolBySchool, schoolsWith } from '../../db/school-by-school.ts'
import { statusIn } from '../../db/status-in.ts'
import type { Services } from '../../services/services.ts'
import { tell } from '../notifications/tell.ts'
import { oneOf } from '../posts/queries.ts'
import { isToConfirm } from './queries.ts'

const AT_ONCE = 500

/** A telling of all who have not confirmed begins; of the same one only once. Answers how many have. */
export async function beginRounds(
  tx: Tx,
  of: readonly (Round & { readonly schoolId: string; readonly graduationYear: number })[],
): Promise<number> {
  if (of.length === 0) return 0
  const begun = await tx
    .insertInto('confirmationRounds')
    .values(
      of.map(({ schoolId, graduationYear, occasion, day }) => ({ schoolId, graduationYear, occasion, day })),
    )
    .onConflict((same) => same.doNothing())
    .returning('schoolId')
    .execute()
  return begun.length
}

type Asked = {
  readonly school: string
  readonly year: number
  readonly student: string
  readonly closesOn: Day
}
const messageOf = (
  occasion: Occasion | 'changed',
  { school, year, student, closesOn }: Asked,
  dedupe?: string,
) =>
  ({
    kind: `confirmation.${occasion}`,
    school,
    to: { studentId: student },
    about: { kind: 'confirmation', id: student },
    params: { year: String(year), day: closesOn },
    ...(dedupe && { dedupe }),
  }) as const satisfies Message

type Told = { readonly tx: Tx; readonly jobs: Services['jobs']; readonly school: string; readonly at: Date }
const undone = (db: Db) => db.selectFrom('confirmationRounds as r').where('r.doneAt', 'is', null)

/** The next of a round's: where it has come to is kept beside, so that it goes on where it was broken off. */
async function goOn({ tx, jobs, school, at }: Told): Promise<number> {
  const round = await undone(tx)
    .innerJoin('confirmationPeriods as p', (on) =>
      on.onRef('p.schoolId', '=', 'r.schoolId').onRef('p.graduationYear', '=', 'r.graduationYear'),
    )
    .where('r.schoolId', '=', school)
    .select(['r.graduationYear', 'r.occasion', 'r.day', 'r.toldUntil', 'p.closesOn'])
    .orderBy('r.graduationYear')
    .limit(1)
    .forUpdate('r')
    .skipLocked()
    .executeTakeFirst()
  if (!round) return 0
  const { graduationYear: year, day, toldUntil, closesOn } = round
  const { rows } = await sql<{ student: string; isAsked: boolean }>`
      select f.student_id as student, ${isToConfirm(school)} as is_asked
      from figure_rows f
      where f.school_id = ${school} and f.graduation_year = ${year} and ${statusIn('f.enrolment', COUNTED)}
        ${toldUntil === null ? sql`` : sql`and f.student_id > ${toldUntil}`}
      order by f.student_id limit ${AT_ONCE}`.execute(tx)
  const asked = rows.filter(({ isAsked }) => isAsked)
  const occasion = oneOf(OCCASIONS, round.occasion)
  await tell(
    tx,
    jobs,
    asked.map(({ student }) => messageOf(occasion, { school, year, student, closesOn })),
    at,
  )
  const isDone = rows.length < AT_ONCE
  await tx
    .updateTable('confirmationRounds')
    .set({ toldUntil: rows[rows.length - 1]?.student ?? toldUntil, doneAt: isDone ? at : null })
    .where('schoolId', '=', school)
    .where('graduationYear', '=', year)
    .where('occasion', '=', occasion)
    .where('day', '=', day)
    .execute()
  return 1
}

const outdated = (db: Db) =>
  db.selectFrom('confirmations').where('isOutdated', '=', true).where('isTold', '=', false)

/** Who has confirmed what is another by now is told so, once, while their year is asked. */
async function tellOfChanges({ tx, jobs, school, at }: Told): Promise<number> {
  const today = dayInChina(at)
  const { rows } = await sql<Asked>`
      update confirmations c set is_told = true
      from (select c.student_id, f.graduation_year, p.closes_on
        from confirmations c
        join figure_rows f on f.school_id = ${school} and f.student_id = c.student_id and ${statusIn('f.enrolment', COUNTED)}
        join confirmation_periods p on p.school_id = ${school} and p.graduation_year = f.graduation_year
          and ${today} between p.opens_on and p.closes_on
        where c.school_id = ${school} and c.is_outdated and not c.is_told
        order by c.student_id limit ${AT_ONCE} for update of c skip locked) due
      where c.school_id = ${school} and c.student_id = due.student_id
      returning c.school_id as school, c.student_id as student, due.graduation_year as year, due.closes_on`.execute(
    tx,
  )
  await tell(
    tx,
    jobs,
    rows.map((one) => messageOf('changed', one)),
    at,
  )
  return rows.length
}

/** The rounds that the clock begins: of the periods that are open, of which there are few. */
async function beginDue(db: Db, at: Date): Promise<number> {
  const today = dayInChina(at)
  return inTransaction(db, async (tx) => {
    const periods = await tx
      .selectFrom('confirmationPeriods')
      .where('opensOn', '<=', today)
      .where('closesOn', '>=', today)
      .select(['schoolId', 'graduationYear', 'opensOn', 'closesOn'])
      .modifyEnd(acrossSchools.clock)
      .execute()
    return beginRounds(
      tx,
      periods.flatMap(({ schoolId, graduationYear, ...of }) =>
        roundsDue(of, today).map((round) => ({ ...round, schoolId, graduationYear })),
      ),
    )
  })
}

/**
 * Tells graduates what they are asked to confirm: as a period begins, as it ends, at their school's word, and when what they have
 * confirmed is another. Any number of instances may run it, and it may be broken off anywhere. Answers how much there was to do.
 */
export async function tellOfConfirmations({
  db,
  jobs,
  now,
}: Pick<Services, 'db' | 'jobs' | 'now'>): Promise<number> {
  const at = now()
  const begun = await beginDue(db, at)
  const goneOn = await schoolBySchool(db, await schoolsWith(undone(db)), 1, (tx, school) =>
    goOn({ tx, jobs, school, at }),
  )
  const changed = await schoolBySchool(db, await schoolsWith(outdated(db)), AT_ONCE, (tx, school) =>
    tellOfChanges({ tx, jobs, school, at }),
  )
  return begun + goneOn + changed
}
