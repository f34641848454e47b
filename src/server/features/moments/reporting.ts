import type { MomentReport } from '../../../contracts/moments.ts'
import { atInChina, dayInChina, timeInChina } from '../../../domain/day.ts'
import { type Dimension, REPORTED_BY } from '../../../domain/figures/dimensions.ts'
import { type FigureStanding, tallyOf } from '../../../domain/figures/parts.ts'
import { yearShown, yearsBefore } from '../../../domain/figures/season.ts'
import type { Db } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { findSchoolNamed, nameGroups } from '../figures/naming.ts'
import { type Asked, countByGroup } from '../figures/queries.ts'
import { countTotal } from '../figures/views.ts'
import { sideBySide } from './comparing.ts'
import { briefOf } from './present.ts'
import { findDefinitions, findKept, findKeptBefore, isRecorded, type MomentRow } from './queries.ts'

type Wanted = Key & { readonly college: string | null; readonly year: number | undefined }

/**
 * 就业周报 of a moment and a class. All of it is kept, the moment before too, since whatever was due earlier is kept first: made
 * again it is the same (AT-30).
 */
export async function findReport(db: Db, { college, ...wanted }: Wanted): Promise<MomentReport> {
  const { school } = wanted
  const moment = await findKept(db, wanted)
  const year = wanted.year ?? yearShown(moment.years, dayInChina(moment.at))
  const before = await findKeptBefore(db, school, moment.exactly)
  const asked: Asked = { school, college, year, filter: {}, kept: moment }
  const [named, definitions, yearBefore, ...divided] = await Promise.all([
    findSchoolNamed(db, asked),
    findDefinitions(db, wanted),
    countYearBefore(db, asked, moment),
    ...REPORTED_BY.map((by) => divide(db, asked, before, by)),
  ])
  return {
    ...{ school: named, moment: briefOf(moment), year, years: [...moment.years], definitions },
    before: before && briefOf(before),
    total: divided[0]!.total,
    yearBefore,
    sections: divided.map(({ by, groups }) => ({ by, groups })),
  }
}

type Counted = { readonly standing: FigureStanding; readonly n: number }
/** A class by one dimension, with all of it together: each graduate is in one group. */
async function divide(db: Db, asked: Asked, before: MomentRow | null, by: (typeof REPORTED_BY)[number]) {
  const then = before && { ...asked, kept: before }
  const named = async (of: Asked, rows: readonly (Counted & { key: string })[]) =>
    (await nameGroups(db, of, { by: by satisfies Dimension, filter: {}, rows })).groups
  const [isRows, wasRows] = await Promise.all([
    countByGroup(db, asked, by),
    then ? countByGroup(db, then, by) : [],
  ])
  const [is, was] = await Promise.all([named(asked, isRows), then ? named(then, wasRows) : []])
  return {
    by,
    total: { is: tallyOf(isRows), was: then && tallyOf(wasRows) },
    groups: sideBySide(was, is).map((group) => ({ ...group, was: then && group.was })),
  }
}

/** The class before on the same day of its year, at the same time; null where no record reaches back so far. */
async function countYearBefore(db: Db, asked: Asked, moment: MomentRow) {
  const at = atInChina(yearsBefore(dayInChina(moment.at), 1), timeInChina(moment.at))
  if (!(await isRecorded(db, asked.school, at))) return null
  const kept = { id: moment.id, exactly: at.toISOString() }
  const year = asked.year - 1
  return { year, at: at.toISOString(), tally: await countTotal(db, { ...asked, year, kept }) }
}
