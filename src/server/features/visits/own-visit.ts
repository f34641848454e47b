import type { OwnVisitWhole } from '../../../contracts/visits.ts'
import { blockOf } from '../../../domain/absence/limit.ts'
import type { Reading } from '../../http/doing.ts'
import { findAbsenceFrom, findKept } from '../absences/standing.ts'
import { type EventKey, findVisit } from './sign-ups.ts'

type Visited = { readonly isOff: boolean; readonly reason: string | null; readonly startsAt: Date }
/** What a student's page of one event says of their own part in it. */
export async function findOwnVisit(
  { db, person, acting: { at } }: Reading,
  event: EventKey,
  { isOff, reason, startsAt }: Visited,
): Promise<OwnVisitWhole> {
  const student = person.studentId!
  const [{ ticket }, absence, kept] = await Promise.all([
    findVisit(db, { event, student }),
    findAbsenceFrom(db, event, student),
    findKept(db, { school: event.school, id: student }),
  ])
  return {
    ticket,
    reason: isOff ? reason : null,
    isOpen: !isOff && startsAt > at,
    absence,
    block: blockOf(kept, at),
    serverTime: at.toISOString(),
  }
}
