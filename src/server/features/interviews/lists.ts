import type { InterviewRow } from '../../../contracts/interviews.ts'
import { addDays, type Day, endOfDayInChina } from '../../../domain/day.ts'
import { OPEN_INTERVIEWS, TAKES_SLOT, WITH_EMPLOYER, WITH_STUDENT } from '../../../domain/interview/life.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { ahead, behind, type Mark, pageByTime } from '../../db/mark.ts'
import { statusIn } from '../../db/status-in.ts'
import { rowOf } from './present.ts'
import { type InterviewRecord, parseInterview, selectInterviews } from './queries.ts'
import { readByEmployer } from './readable.ts'

type Selected = ReturnType<typeof selectInterviews>
type Page = { readonly items: InterviewRow[]; readonly next: Mark | null }
type Shown = { readonly after: Mark | null; readonly most: number; readonly at: Date }

function pageOf(
  rows: readonly InterviewRecord[],
  { most, at }: Shown,
  timeOf: (row: InterviewRecord) => Date,
) {
  const { page, next } = pageByTime(rows, most, (row) => ({ at: timeOf(row), id: row.id }))
  return { items: page.map((row) => rowOf(row, at)), next }
}

/** A page of these, what was changed last first. */
async function newestOf(of: Selected, shown: Shown): Promise<Page> {
  const { after, most } = shown
  const rows = await of
    .$if(after !== null, (narrowed) => narrowed.where(behind('i.changedAt', 'i.id', after!)))
    .orderBy('i.changedAt', 'desc')
    .orderBy('i.id', 'desc')
    .limit(most + 1)
    .execute()
  return pageOf(rows.map(parseInterview), shown, ({ changedAt }) => changedAt)
}

/** A student's. */
export const listOfStudent = (db: Db, { school, id }: Key, shown: Shown): Promise<Page> =>
  newestOf(selectInterviews(db).where('i.schoolId', '=', school).where('i.studentId', '=', id), shown)

/** An employer's that wait for the student to choose, or for itself to give other times. */
export const listWaitingOf = (
  db: Db,
  employerId: string,
  which: 'asked' | 'waiting',
  shown: Shown,
): Promise<Page> =>
  newestOf(
    selectInterviews(db)
      .where(readByEmployer('i', employerId))
      .where(statusIn('i.status', OPEN_INTERVIEWS))
      .where(statusIn('i.status', which === 'asked' ? WITH_EMPLOYER : WITH_STUDENT))
      .modifyEnd(acrossSchools.employers),
    shown,
  )

/** Those whose time is fixed, from a day in China on, as they come. */
export async function listFixedOf(db: Db, employerId: string, from: Day, shown: Shown): Promise<Page> {
  const { after, most } = shown
  const rows = await selectInterviews(db)
    .where(readByEmployer('i', employerId))
    .where(statusIn('i.status', TAKES_SLOT))
    .where('i.beginsAt', '>=', endOfDayInChina(addDays(from, -1)))
    .$if(after !== null, (of) => of.where(ahead('i.beginsAt', 'i.id', after!)))
    .orderBy('i.beginsAt')
    .orderBy('i.id')
    .limit(most + 1)
    .modifyEnd(acrossSchools.employers)
    .execute()
  return pageOf(rows.map(parseInterview), shown, ({ beginsAt, changedAt }) => beginsAt ?? changedAt)
}

/** Those whose students wait for other times. */
export const askedOf = (db: Db, employerId: string) =>
  db
    .selectFrom('interviews')
    .where('employerId', '=', employerId)
    .where(statusIn('status', OPEN_INTERVIEWS))
    .where(statusIn('status', WITH_EMPLOYER))

/** How many these are. */
export async function countAsked(db: Db, employerId: string): Promise<number> {
  const { n } = await askedOf(db, employerId)
    .select((of) => of.fn.countAll<number>().as('n'))
    .modifyEnd(acrossSchools.employers)
    .executeTakeFirstOrThrow()
  return n
}
