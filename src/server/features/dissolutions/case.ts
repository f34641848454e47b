import { sql } from 'kysely'
import type { DissolutionChange } from '../../../domain/dissolution/case.ts'
import { UNANSWERED } from '../../../domain/dissolution/life.ts'
import type { CaseRecord, OfEmployer, OfStudent, ToDoRow } from '../../cases/record.ts'
import { statusIn } from '../../db/status-in.ts'
import { saveDissolution, saveMovedOn } from './queries.ts'
import { answersDue } from './reminders.ts'

const unanswered = statusIn('status', UNANSWERED)

export const dissolutionRecord = {
  table: 'dissolutions',
  save: saveDissolution,
  saveMany: saveMovedOn,
  // The employer of a paper agreement is no party here.
  evidenceScope: (school, id) => sql`
    select d.student_id, d.read_by, case when a.kind = 'online' then a.employer_id end as employer_id
    from dissolutions d join agreements a on a.school_id = d.school_id and a.id = d.agreement_id
    where d.school_id = ${school} and d.id = ${id}`,
  studentToDo: ({ school, studentId }: OfStudent) => sql<ToDoRow>`
    select 'dissolution' as counted, 'dissolution' as kind, d.id, 'answer-dissolution' as ask, a.snapshot->'employer'->>'name' as who,
      a.terms->>'position' as what, d.asked_at as since, d.answer_by as until
    from dissolutions d join agreements a on a.school_id = d.school_id and a.id = d.agreement_id
    where d.school_id = ${school} and d.student_id = ${studentId} and d.asked_by = 'employer'
      and ${statusIn('d.status', UNANSWERED)}`,
  employerToDo: ({ employerId }: OfEmployer) => sql<{ dissolutionsToAnswer: number }>`
    select count(*) as dissolutions_to_answer from dissolutions
    where employer_id = ${employerId} and asked_by = 'student' and kind = 'consent' and ${unanswered}`,
  reminders: answersDue,
} as const satisfies CaseRecord<DissolutionChange>
