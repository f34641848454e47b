import { sql } from 'kysely'
import type { AgreementChange } from '../../../domain/agreement/case.ts'
import { IN_FORCE } from '../../../domain/agreement/life.ts'
import type { CaseRecord, OfEmployer, OfStudent, OnDesk, ToDoRow } from '../../cases/record.ts'
import { type AgreementFacts, agreementFacts } from '../../cases/standing.ts'
import { statusIn } from '../../db/status-in.ts'
import { turnOf } from './lists.ts'
import { saveAgreement } from './queries.ts'
import { agreementsDue } from './reminders.ts'

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
      answer_by as until
    from agreements where school_id = ${school} and student_id = ${studentId} and waiting_for = 'student'`,
  employerDesk: ({ employerId, at }: OfEmployer) => sql<OnDesk<'agreement', AgreementFacts>>`
    select 'agreement' as kind, ${turnOf('a', at)} as turn, a.school_id, a.id,
      a.snapshot->'student'->>'name' as student_name, a.snapshot->'student'->>'studentNumber' as student_number,
      a.terms->>'position' as position, a.waiting_since as since, a.answer_by as until,
      ${agreementFacts('a')} as facts
    from agreements a where a.employer_id = ${employerId} and a.kind = 'online' and a.waiting_for is not null`,
  reminders: agreementsDue,
} as const satisfies CaseRecord<AgreementChange>
