import type { RawBuilder } from 'kysely'
import type { ToDo } from '../../contracts/students.ts'
import type { Change, JournalData } from '../../domain/outcome.ts'
import type { Tx } from '../db/database.ts'
import type { Secrets } from '../services/secrets.ts'
import type { Batch } from './reminding.ts'

/** One student's cases, or one employer's across schools, on a day. */
export type OfStudent = { readonly school: string; readonly studentId: string; readonly today: string }
export type OfEmployer = { readonly employerId: string; readonly at: Date }
/** What waits for a student: who asks what, since when and until which day, and where it is counted. */
export type ToDoRow = Omit<ToDo, 'since'> & {
  readonly since: Date
  readonly counted: 'signing' | 'agreement' | 'paper' | 'destination' | 'dissolution' | 'correction'
}
/** What stands on an employer's desk: whose turn it is (`ended` where nothing follows of itself), and what tells where it stands. */
export type OnDesk<Kind extends string = string, Facts = unknown> = {
  readonly kind: Kind
  readonly turn: 'employer' | 'student' | 'school' | 'ended'
  readonly schoolId: string
  readonly id: string
  readonly studentName: string
  readonly studentNumber: string
  readonly position: string
  readonly since: Date
  readonly until: string | null
  readonly facts: Facts
}

/**
 * What is asked of every kind of case, answered by its own slice (`features/<slice>/case.ts`) and collected in `all.ts`.
 * A record that the compiler checks, nothing more.
 */
export type CaseRecord<C extends Change> = {
  /** Its table, with `school_id`, `student_id` and `id`. */
  readonly table: string
  /** The new state, or what has come into being; the caller journals it. */
  save(tx: Tx, change: C, secrets: Secrets): Promise<void>
  /** What has come into being or ended, of many: one statement for each. */
  saveMany?(tx: Tx, changes: readonly C[]): Promise<void>
  /** What the journal keeps of its content beside what the rules say. */
  contentOf?(after: C['after']): JournalData
  /** Who sees its files: `student_id`, `read_by` (colleges) and `employer_id` of the case whose id is given; null where it has none. */
  readonly evidenceScope: ((school: RawBuilder<string>, id: RawBuilder<string>) => RawBuilder<unknown>) | null
  /** What waits for the student: rows of `ToDoRow`. */
  studentToDo(of: OfStudent): RawBuilder<ToDoRow>
  /** What stands on the employer's desk: rows of `OnDesk`; null where the employer knows of none. */
  readonly employerDesk: ((of: OfEmployer) => RawBuilder<OnDesk>) | null
  /** Whom to remind of what at this instant. */
  reminders(at: Date): readonly Batch[]
}
