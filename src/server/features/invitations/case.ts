import { sql } from 'kysely'
import { addDays } from '../../../domain/day.ts'
import type { InvitationChange } from '../../../domain/invitation/case.ts'
import { ANSWERABLE } from '../../../domain/invitation/life.ts'
import type { CaseRecord, OfEmployer, OfStudent } from '../../cases/record.ts'
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
  studentToDo: ({ school, studentId, today }: OfStudent) => sql<{ signingToDo: number }>`
    select count(*) as signing_to_do from invitations where school_id = ${school} and student_id = ${studentId}
      and ${answerable} and respond_by >= ${today}
      and not exists (select from placements where school_id = ${school} and student_id = ${studentId})`,
  employerToDo: ({ employerId, today }: OfEmployer) => sql<
    Record<'pendingInvitations' | 'endingSoon', number>
  >`
    select count(*) as pending_invitations,
      count(*) filter (where respond_by <= ${addDays(today, 1)}) as ending_soon
    from invitations where employer_id = ${employerId} and ${answerable} and respond_by >= ${today}`,
  reminders: endingInvitations,
} as const satisfies CaseRecord<InvitationChange>
