import type { AbsenceView } from '../../../contracts/absences.ts'
import { absenceOffers } from '../../../domain/absence/acts.ts'
import { subjectOf } from '../../../domain/case.ts'
import { addDays, dayInChina, endOfDayInChina } from '../../../domain/day.ts'
import type { Reading } from '../../http/doing.ts'
import { listTimeline } from '../journal/queries.ts'
import { rowOf } from './lists.ts'
import type { FoundAbsence } from './queries.ts'
import { countKept, findKept } from './standing.ts'

/** An absence's page, for whose it is or for who decides. */
export async function presentAbsence(
  { db, person, acting }: Reading,
  of: FoundAbsence,
): Promise<AbsenceView> {
  const student = { school: of.schoolId, id: of.studentId }
  const [{ rules }, timeline] = await Promise.all([
    findKept(db, student),
    listTimeline(db, of.schoolId, { subject: subjectOf({ kind: 'absence', id: of.id }) }),
  ])
  const since = endOfDayInChina(addDays(dayInChina(acting.at), -rules.absenceDays))
  return {
    ...rowOf(of, acting.at),
    // Only people of the school itself get this far.
    school: person.school!,
    studentId: of.studentId,
    said: of.said,
    answer: of.answer,
    counted: { n: await countKept(db, student, since), days: rules.absenceDays, limit: rules.absenceLimit },
    actions: absenceOffers(of, acting),
    timeline,
  }
}
