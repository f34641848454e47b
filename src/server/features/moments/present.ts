import type { MomentBrief, MomentView } from '../../../contracts/moments.ts'
import { subjectOf } from '../../../domain/case.ts'
import { isKept, momentLife } from '../../../domain/moment/life.ts'
import type { Key } from '../../db/key.ts'
import type { Reading } from '../../http/doing.ts'
import { listTimeline } from '../journal/queries.ts'
import { findKeptBefore, findMoment, type MomentRow } from './queries.ts'

export const briefOf = ({ id, name, status, at, planner, plannedAt }: Brief): MomentBrief => ({
  ...{ id, name, status, planner },
  at: at.toISOString(),
  plannedAt: plannedAt.toISOString(),
})
type Brief = Pick<MomentRow, 'id' | 'name' | 'status' | 'at' | 'planner' | 'plannedAt'>

/** As the school's staff see it; a college's may change nothing of it. */
export async function presentMoment({ db, person, acting }: Reading, key: Key): Promise<MomentView> {
  const of = await findMoment(db, key)
  const [previous, timeline] = await Promise.all([
    isKept(of.status) ? findKeptBefore(db, of.school, of.exactly) : null,
    listTimeline(db, of.school, { subject: subjectOf({ kind: 'moment', id: of.id }) }),
  ])
  return {
    ...briefOf(of),
    version: of.version,
    keptAt: of.keptAt?.toISOString() ?? null,
    years: [...of.years].sort((one, other) => other - one),
    previous: previous && briefOf(previous),
    actions: person.collegeId === null ? momentLife.actionsFor(of, acting.role, acting.at) : [],
    timeline,
  }
}
