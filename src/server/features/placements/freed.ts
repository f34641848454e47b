import { dayInChina } from '../../../domain/day.ts'
import type { Tx } from '../../db/database.ts'
import type { Message } from '../notifications/tell.ts'
import { leavePlacement, type Slot } from './queries.ts'

const AT_MOST = 20

/** Frees the place, and says which of the student's invitations can be answered again (R18): for the act's own `tell`. */
export async function freePlacement(tx: Tx, slot: Slot, at: Date): Promise<Message[]> {
  await leavePlacement(tx, slot)
  const valid = await tx
    .selectFrom('invitations as i')
    .innerJoin('employers as e', 'e.id', 'i.employerId')
    .where('i.schoolId', '=', slot.school)
    .where('i.studentId', '=', slot.studentId)
    .where('i.status', '=', 'pending')
    .where('i.respondBy', '>=', dayInChina(at))
    .select(['i.id', 'i.respondBy', 'e.name'])
    .orderBy('i.respondBy')
    .limit(AT_MOST)
    .execute()
  return valid.map(({ id, respondBy, name }) => ({
    kind: 'invitation.answerable-again',
    to: { studentId: slot.studentId },
    subject: `invitation:${id}`,
    params: { employer: name, day: respondBy },
  }))
}
