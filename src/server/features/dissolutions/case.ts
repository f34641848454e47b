import { sql } from 'kysely'
import type { DissolutionChange } from '../../../domain/dissolution/case.ts'
import { UNANSWERED } from '../../../domain/dissolution/life.ts'
import type { CaseRecord, OfEmployer, OfStudent, OnDesk, ToDoRow } from '../../cases/record.ts'
import { type DissolutionFacts, dissolutionFacts } from '../../cases/standing.ts'
import { statusIn } from '../../db/status-in.ts'
import { turnForEmployer } from './lists.ts'
import { saveDissolution, saveMovedOn } from './queries.ts'
import { answersDue } from './reminders.ts'

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
  employerDesk: ({ employerId, at }: OfEmployer) => sql<OnDesk<'dissolution', DissolutionFacts>>`
    select 'dissolution' as kind, ${turnForEmployer('d', at)} as turn, d.school_id, d.id,
      a.snapshot->'student'->>'name' as student_name, a.snapshot->'student'->>'studentNumber' as student_number,
      a.terms->>'position' as position, d.asked_at as since,
      case when ${statusIn('d.status', UNANSWERED)} then d.answer_by end as until, ${dissolutionFacts('d')} as facts
    from dissolutions d join agreements a on a.school_id = d.school_id and a.id = d.agreement_id
    where d.employer_id = ${employerId} and a.kind = 'online' and d.waiting_for is not null`,
  reminders: answersDue,
} as const satisfies CaseRecord<DissolutionChange>
