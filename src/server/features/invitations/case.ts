import { sql } from 'kysely'
import type { InvitationChange } from '../../../domain/invitation/case.ts'
import { ANSWERABLE, type Invitation } from '../../../domain/invitation/life.ts'
import type { CaseRecord, OfEmployer, OfStudent, OnDesk, ToDoRow } from '../../cases/record.ts'
import { statusIn } from '../../db/status-in.ts'
import { endOf, hasEndedLately, isAnswerable, isPlaced } from './lists.ts'
import { saveInvitation, saveMany } from './queries.ts'
import { endingInvitations } from './reminders.ts'

/** As JSON carries them. */
export type InvitationFacts = Pick<Invitation, 'status' | 'respondBy'> & { readonly isPlaced: boolean }

const answerable = statusIn('status', ANSWERABLE)

export const invitationRecord = {
  table: 'invitations',
  save: saveInvitation,
  saveMany,
  evidenceScope: null,
  // R1: whoever has a place answers no invitation.
  studentToDo: ({ school, studentId, today }: OfStudent) => sql<ToDoRow>`
    select 'signing' as counted, 'invitation' as kind, invitations.id, 'answer-invitation' as ask, e.name as who, terms->>'position' as what,
      sent_at as since, respond_by as until
    from invitations join employers e on e.id = employer_id
    where school_id = ${school} and student_id = ${studentId} and ${answerable} and respond_by >= ${today}
      and not exists (select from placements where school_id = ${school} and student_id = ${studentId})`,
  employerDesk: ({ employerId, at }: OfEmployer) => sql<OnDesk<'invitation', InvitationFacts>>`
    select 'invitation' as kind, case when ${isAnswerable('i', at)} then 'student' else 'ended' end as turn, i.school_id, i.id,
      st.name as student_name, st.student_number, i.terms->>'position' as position,
      case when ${isAnswerable('i', at)} then i.sent_at else ${endOf('i')} end as since,
      case when ${isAnswerable('i', at)} then i.respond_by end as until,
      jsonb_build_object('status', i.status, 'respondBy', i.respond_by, 'isPlaced', ${isPlaced('i')}) as facts
    from invitations i join students st on st.school_id = i.school_id and st.id = i.student_id
    where i.employer_id = ${employerId} and (${isAnswerable('i', at)} or ${hasEndedLately('i', at)})`,
  reminders: endingInvitations,
} as const satisfies CaseRecord<InvitationChange>
