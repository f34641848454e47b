import { dayInChina } from '../../../domain/day.ts'
import type { Dimension, FigureFilter } from '../../../domain/figures/dimensions.ts'
import { STANDINGS, type Tally, tallyOf } from '../../../domain/figures/parts.ts'
import { daysLookedAt, standingOn, yearShown, yearsBefore } from '../../../domain/figures/season.ts'
import type { Db } from '../../db/database.ts'
import type { RosterScope } from '../students/roster-list.ts'
import { nameGroups } from './naming.ts'
import {
  countByGroup,
  countGraduates,
  countWaiting,
  type KeptMoment,
  listSteps,
  listYears,
} from './queries.ts'

type Wanted = RosterScope & { readonly year: number | undefined; readonly filter: FigureFilter }
type OfMoment = KeptMoment & { readonly at: Date; readonly years: readonly number[] }

/** What became of a year's graduates, all together and by one dimension, at this instant or as a moment has kept it. */
export async function findFigures(
  db: Db,
  { by, ...wanted }: Wanted & { readonly by: Dimension },
  moment: OfMoment | null,
  now: Date,
) {
  const at = moment?.at ?? now
  const years = moment?.years ?? (await listYears(db, wanted.school))
  const year = wanted.year ?? yearShown(years, dayInChina(at))
  const asked = { ...wanted, year, kept: moment }
  const [rows, waiting] = await Promise.all([
    countByGroup(db, asked, by),
    moment ? null : countWaiting(db, asked),
  ])
  const { groups, chosen } = await nameGroups(db, asked, { by, filter: wanted.filter, rows })
  return { year, years: [...years], at: at.toISOString(), total: tallyOf(rows), groups, waiting, chosen }
}

/** Graduates are of one sex each, known or not: grouped by it they are all there are. */
export const countTotal = async (db: Db, asked: Parameters<typeof countByGroup>[1]): Promise<Tally> =>
  tallyOf(await countByGroup(db, asked, 'gender'))

/** Earlier years beside the one that is asked for. */
const BESIDE = 3

/**
 * How a year and those before it grew, on the same days of each. Of a day that is still to come nothing is said; who is a graduate
 * at all, and of which college, is as the roster has it now.
 */
export async function findDevelopment(db: Db, wanted: Wanted, at: Date) {
  const today = dayInChina(at)
  const all = await listYears(db, wanted.school)
  const year = wanted.year ?? yearShown(all, today)
  const years = all.filter((one) => one <= year && one > year - 1 - BESIDE)
  const days = daysLookedAt(year, today)
  const asked = { ...wanted, years }
  const [steps, graduates] = await Promise.all([listSteps(db, asked), countGraduates(db, asked)])
  return {
    year,
    at: at.toISOString(),
    days,
    years: years.map((one) => {
      const on = days.map((day) => yearsBefore(day, year - one))
      const own = steps.filter((step) => step.year === one)
      const n = graduates.get(one) ?? 0
      return {
        year: one,
        graduates: n,
        points: standingOn(on, own, STANDINGS).map((point) => withRest(point, n)),
      }
    }),
  }
}

/** Of whom nothing counted on that day: the rest of all. */
const withRest = (point: Tally, graduates: number): Tally => {
  const known = STANDINGS.reduce((sum, one) => sum + (one === 'nothing' ? 0 : point[one]), 0)
  return { ...point, nothing: graduates - known }
}
