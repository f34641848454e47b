import { sql } from 'kysely'
import { addDays } from '../../../domain/day.ts'
import type { InvitationChange } from '../../../domain/invitation/case.ts'
import { ANSWERABLE } from '../../../domain/invitation/life.ts'
import type { CaseRecord, OfEmployer, OfStudent, ToDoRow } from '../../cases/record.ts'
import { statusIn } from '../../db/status-in.ts'
import { saveEnded, saveInvitation } from './queries.ts'
import { endingInvitations } from './reminders.ts'

const answerable = statusIn('status', ANSWERABLE)

export const invitationRecord = {
  table: 'invitations',
  save: saveInvitation,
  saveMany: saveEnded,
  evidenceScope: null,
  // R1: whoever has a place answers no invitation.
  studentToDo: ({ school, studentId, today }: OfStudent) => sql<ToDoRow>`
    select 'signing' as counted, 'invitation' as kind, invitations.id, 'answer-invitation' as ask, e.name as who, terms->>'position' as what,
      sent_at as since, respond_by as until
    from invitations join employers e on e.id = employer_id
    where school_id = ${school} and student_id = ${studentId} and ${answerable} and respond_by >= ${today}
      and not exists (select from placements where school_id = ${school} and student_id = ${studentId})`,
  employerToDo: ({ employerId, today }: OfEmployer) => sql<
    Record<'pendingInvitations' | 'endingSoon', number>
  >`
    select count(*) as pending_invitations,
      count(*) filter (where respond_by <= ${addDays(today, 1)}) as ending_soon
    from invitations where employer_id = ${employerId} and ${answerable} and respond_by >= ${today}`,
  reminders: endingInvitations,
} as const satisfies CaseRecord<InvitationChange>
