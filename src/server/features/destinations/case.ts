import { sql } from 'kysely'
import type { DestinationChange } from '../../../domain/destination/case.ts'
import type { CaseRecord, OfStudent, ToDoRow } from '../../cases/record.ts'
import { hashOf } from '../../db/journal.ts'
import { saveDestination } from './queries.ts'

export const destinationRecord = {
  table: 'destinations',
  save: saveDestination,
  contentOf: ({ details }) => ({ detailsHash: hashOf(details) }),
  evidenceScope: (school, id) => sql`
    select t.student_id, t.read_by, null::uuid as employer_id from destinations t
    where t.school_id = ${school} and t.id = ${id}`,
  studentToDo: ({ school, studentId }: OfStudent) => sql<ToDoRow>`
    select 'destination' as counted, 'destination' as kind, id, 'correct-destination' as ask, headline as who, '' as what, waiting_since as since,
      null::date as until
    from destinations where school_id = ${school} and student_id = ${studentId} and waiting_for = 'student'`,
  employerDesk: null,
  reminders: () => [],
} as const satisfies CaseRecord<DestinationChange>
