import type { DestinationView } from '../../../contracts/destinations.ts'
import { subjectOf } from '../../../domain/case.ts'
import { destinationOffers } from '../../../domain/destination/acts.ts'
import { type DestinationCase, destinationRef } from '../../../domain/destination/case.ts'
import { isFilledIn, shownTo } from '../../../domain/destination/filling-in.ts'
import { isStudents } from '../../../domain/destination/sheet.ts'
import { destinationStanding } from '../../../domain/destination/standing.ts'
import { placeIn } from '../../../domain/form.ts'
import { actingOn } from '../../../domain/review.ts'
import type { Reading } from '../../http/doing.ts'
import { findSeal } from '../documents/queries.ts'
import { listEvidence } from '../evidence/queries.ts'
import { listTimeline } from '../journal/queries.ts'
import { findTags } from '../places/queries.ts'
import { findOwnAsked } from './forms.ts'
import { listHistory } from './revisions.ts'

type Row = Pick<
  DestinationCase,
  | 'id'
  | 'snapshot'
  | 'categoryNames'
  | 'headline'
  | 'route'
  | 'status'
  | 'voiding'
  | 'levels'
  | 'level'
  | 'version'
  | 'waitingFor'
  | 'waitingSince'
  | 'declaredAt'
>

/** A destination as lists show it. */
export const rowOf = ({ id, snapshot, categoryNames, headline, route, status, ...row }: Row) => ({
  id,
  student: snapshot,
  category: categoryNames,
  headline,
  route,
  status,
  standing: destinationStanding({ ...row, status, route }),
  voiding: row.voiding,
  version: row.version,
  waitingFor: row.waitingFor,
  waitingSince: row.waitingSince.toISOString(),
  declaredAt: row.declaredAt.toISOString(),
})

/** The destination's page for this reader: the form as it was asked, and what the reader may do now. */
export async function presentDestination(
  { db, person, acting }: Reading,
  row: DestinationCase,
): Promise<DestinationView> {
  const isShown = shownTo(person.portal)
  const mayFill = person.portal === 'school' && isFilledIn(row)
  const place = person.portal === 'school' ? placeIn(row.form, row.details) : null
  const subject = subjectOf(destinationRef(row))
  const timeline = await listTimeline(db, row.schoolId, { subject })
  const evidence = await listEvidence({ db, person }, row.schoolId, subject)
  return {
    ...rowOf(row),
    // Only people of the school itself get this far.
    school: person.school!,
    code: row.category,
    levels: [...row.levels],
    answers: row.form.filter(isShown).flatMap(({ key, name, nameEn, own }) => {
      const answer = row.details[key]
      return answer ? [{ key, name, nameEn, ...answer, byStaff: !isStudents({ own }) }] : []
    }),
    placeTags: place === null ? [] : await findTags(db, place, acting.at),
    fills: mayFill ? (await findOwnAsked(db, row.schoolId))('staff', row.category) : [],
    evidence,
    // At its first version nothing can have been corrected.
    history: row.version === 1 ? [] : await listHistory(db, row, { evidence, isShown }),
    registeredAt: row.registeredAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    sheet:
      row.registeredAt && (await findSeal(db, { school: row.schoolId, kind: 'registration', id: row.id })),
    serverTime: acting.at.toISOString(),
    actions: destinationOffers(row, actingOn(acting, person.collegeId, row)),
    timeline,
  }
}
