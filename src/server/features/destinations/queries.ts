import type { FormField } from '../../../contracts/destinations.ts'
import type { ReviewLevel } from '../../../domain/agreement.ts'
import {
  type DestinationAction,
  type DestinationStatus,
  destinationWaitsFor,
} from '../../../domain/destination.ts'
import type { Step } from '../../../domain/lifecycle.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Person } from '../accounts/sessions.ts'
import type { Key } from '../invitations/queries.ts'
import type { Registrant } from '../students/registrant.ts'
import type { Answers, FilledForm, Names } from './forms.ts'
import { keepReplaced } from './revisions.ts'

/** Reads take the person: a stranger's, one outside a college reviewer's scope, and for an employer any, does not exist. */
function selectDestination(db: Db, { school, id }: Key, person: Person) {
  if (person.portal === 'employer') throw new Refusal('not-found')
  const query = db.selectFrom('destinations').where('schoolId', '=', school).where('id', '=', id).selectAll()
  if (person.portal === 'student') return query.where('studentId', '=', person.studentId!)
  return person.collegeId ? query.where('collegeId', '=', person.collegeId) : query
}

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectDestination>['executeTakeFirst']>>>

/** The row as it is read; names, form, answers and student are what they were when it was declared or corrected. */
const parse = (row: Found) => ({
  ...row,
  route: row.route as FilledForm['route'],
  categoryNames: row.categoryNames as Names,
  form: row.form as unknown as FormField[],
  details: row.details as unknown as Answers,
  status: row.status as DestinationStatus,
  levels: row.levels as ReviewLevel[],
  snapshot: row.snapshot as unknown as Registrant['snapshot'],
})
export type DestinationRecord = ReturnType<typeof parse>

export async function findDestination(db: Db, key: Key, person: Person): Promise<DestinationRecord> {
  const row = await selectDestination(db, key, person).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

export async function lockDestination(tx: Tx, key: Key, person: Person): Promise<DestinationRecord> {
  const row = await selectDestination(tx, key, person).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** The student's declaration that stands, if any: there is one at most. */
export async function lockDeclaration(tx: Tx, school: string, studentId: string) {
  const row = await tx
    .selectFrom('destinations')
    .where('schoolId', '=', school)
    .where('studentId', '=', studentId)
    .where('status', '=', 'declared')
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  return row && parse(row)
}

const columnsOf = ({ category, categoryNames, form, answers, headline, route }: FilledForm) => ({
  route,
  category,
  categoryNames: JSON.stringify(categoryNames),
  headline,
  form: JSON.stringify(form),
  details: JSON.stringify(answers),
})

/** A destination waits for its first review; a declaration stands at once. The caller journals it. */
export async function addDestination(
  tx: Tx,
  { school, id }: Key,
  student: Registrant,
  filled: FilledForm,
  at: Date,
) {
  const levels = student.settings.destinationLevels
  const isDeclaration = filled.route === 'declaration'
  const row = await tx
    .insertInto('destinations')
    .values({
      ...columnsOf(filled),
      schoolId: school,
      id,
      studentId: student.id,
      collegeId: student.collegeId,
      status: isDeclaration ? 'declared' : 'in_review',
      levels: [...levels],
      waitingFor: isDeclaration ? null : levels[0],
      waitingSince: at,
      snapshot: JSON.stringify(student.snapshot),
      declaredAt: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return parse(row)
}

const ENDS: readonly DestinationStatus[] = ['rejected', 'withdrawn', 'voided']

/** The new state, with the answers where they were corrected (what stood is kept); the caller journals it. */
export async function saveDestination(
  tx: Tx,
  before: DestinationRecord,
  after: DestinationRecord,
  step: Step<DestinationAction, DestinationStatus>,
  corrected?: FilledForm,
): Promise<DestinationRecord> {
  if (corrected) await keepReplaced(tx, before, step.at)
  const waitingFor = destinationWaitsFor(after)
  const row = await tx
    .updateTable('destinations')
    .set({
      status: after.status,
      version: after.version,
      level: after.level,
      voiding: after.voiding,
      waitingFor,
      ...(waitingFor !== before.waitingFor && { waitingSince: step.at }),
      ...(after.status === 'registered' && before.status !== 'registered' && { registeredAt: step.at }),
      ...(ENDS.includes(after.status) && { endedAt: step.at }),
      ...(corrected && columnsOf(corrected)),
    })
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .returningAll()
    .executeTakeFirstOrThrow()
  return parse(row)
}
