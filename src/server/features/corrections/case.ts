import { sql } from 'kysely'
import type { CorrectionChange } from '../../../domain/correction/case.ts'
import type { CaseRecord, OfStudent, ToDoRow } from '../../cases/record.ts'
import { saveCorrection } from './queries.ts'

export const correctionRecord = {
  table: 'corrections',
  save: saveCorrection,
  evidenceScope: (school, id) => sql`
    select k.student_id, k.read_by, null::uuid as employer_id from corrections k
    where k.school_id = ${school} and k.id = ${id}`,
  studentToDo: ({ school, studentId }: OfStudent) => sql<ToDoRow>`
    select 'correction' as counted, 'correction' as kind, id, 'resubmit-correction' as ask, '' as who, '' as what,
      waiting_since as since, null::date as until
    from corrections where school_id = ${school} and student_id = ${studentId} and waiting_for = 'student'`,
  employerDesk: null,
  reminders: () => [],
} as const satisfies CaseRecord<CorrectionChange>
