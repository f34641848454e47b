import { sql } from 'kysely'
import type { AgreementChange } from '../../../domain/agreement/case.ts'
import { BEING_REVIEWED, IN_FORCE, SENT_BACK } from '../../../domain/agreement/life.ts'
import type { CaseRecord, OfEmployer, OfStudent, ToDoRow } from '../../cases/record.ts'
import { statusIn } from '../../db/status-in.ts'
import { saveAgreement } from './queries.ts'
import { fulfilmentsDue } from './reminders.ts'

export const agreementRecord = {
  table: 'agreements',
  save: saveAgreement,
  // The scans of a paper are the student's and the school's.
  evidenceScope: (school, id) => sql`
    select a.student_id, a.read_by, null::uuid as employer_id from agreements a
    where a.school_id = ${school} and a.id = ${id}`,
  studentToDo: ({ school, studentId }: OfStudent) => sql<ToDoRow>`
    select case kind when 'paper' then 'paper' else 'agreement' end as counted, 'agreement' as kind, id,
      case when ${statusIn('status', IN_FORCE)} then 'answer-fulfilment' when kind = 'paper' then 'correct-paper'
        when cancellation_by is null then 'answer-amendment' else 'answer-cancellation' end as ask,
      snapshot->'employer'->>'name' as who, terms->>'position' as what, waiting_since as since,
      fulfilment_answer_by as until
    from agreements where school_id = ${school} and student_id = ${studentId} and waiting_for = 'student'`,
  employerToDo: ({ employerId }: OfEmployer) => sql<
    Record<'returnedAgreements' | 'toAnswer' | 'inReview' | 'effective', number>
  >`
    select count(*) filter (where ${statusIn('status', SENT_BACK)}) as returned_agreements,
      count(*) filter (where waiting_for = 'employer' and cancellation_by is not null) as to_answer,
      count(*) filter (where ${statusIn('status', BEING_REVIEWED)}) as in_review,
      count(*) filter (where ${statusIn('status', IN_FORCE)}) as effective
    from agreements where employer_id = ${employerId} and kind = 'online'`,
  reminders: fulfilmentsDue,
} as const satisfies CaseRecord<AgreementChange>
