import type { DestinationCase, DestinationChange } from '../../../domain/destination/case.ts'
import { DECLARED, type Destination, type DestinationStatus } from '../../../domain/destination/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Holder, ReviewLevel } from '../../../domain/review.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type ColumnsOf, differing } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import { readBy } from '../../db/read-by.ts'
import { statusIn } from '../../db/status-in.ts'
import { readAnswers, readForm, readNames, readStudent } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { keepReplaced } from './revisions.ts'

/** Reads take the person: a stranger's, one outside a college reviewer's scope, and for an employer any, does not exist. */
function selectDestination(db: Db, { school, id }: Key, person: Person) {
  if (person.portal === 'employer') throw new Refusal('not-found')
  const query = db
    .selectFrom('destinations as t')
    .where('t.schoolId', '=', school)
    .where('t.id', '=', id)
    .selectAll('t')
  if (person.portal === 'student') return query.where('t.studentId', '=', person.studentId!)
  return person.collegeId ? query.where(readBy('t', person.collegeId)) : query
}

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectDestination>['executeTakeFirst']>>>

/** The row as it is read; names, form, answers and student are what they were when it was declared or corrected. */
const parse = (row: Found): DestinationCase => ({
  ...row,
  route: row.route as Destination['route'],
  status: row.status as DestinationStatus,
  levels: row.levels as ReviewLevel[],
  waitingFor: row.waitingFor as Holder,
  categoryNames: readNames(row.categoryNames),
  form: readForm(row.form),
  details: readAnswers(row.details),
  snapshot: readStudent(row.snapshot),
})

export async function findDestination(db: Db, key: Key, person: Person): Promise<DestinationCase> {
  const row = await selectDestination(db, key, person).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** For work that nobody asks for; an Error where there is none. */
export async function findAnyDestination(db: Db, { school, id }: Key): Promise<DestinationCase> {
  const query = db.selectFrom('destinations').where('schoolId', '=', school).where('id', '=', id)
  return parse(await query.selectAll().executeTakeFirstOrThrow())
}

export async function lockDestination(tx: Tx, key: Key, person: Person): Promise<DestinationCase> {
  const row = await selectDestination(tx, key, person).forUpdate('t').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** All that the student has registered or declared. */
export async function lockDestinationsOf(tx: Tx, { school, id }: Key): Promise<DestinationCase[]> {
  const rows = await tx
    .selectFrom('destinations')
    .where('schoolId', '=', school)
    .where('studentId', '=', id)
    .selectAll()
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(parse)
}

/** The student's declaration that stands, if any: there is one at most. */
export async function lockDeclaration(tx: Tx, school: string, studentId: string) {
  const row = await tx
    .selectFrom('destinations')
    .where('schoolId', '=', school)
    .where('studentId', '=', studentId)
    .where(statusIn('status', DECLARED))
    .selectAll()
    .forUpdate()
    .executeTakeFirst()
  return row ? parse(row) : null
}

const rowOf = (of: DestinationCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    studentId: of.studentId,
    collegeId: of.collegeId,
    decidedBy: [...of.decidedBy],
    route: of.route,
    category: of.category,
    categoryNames: JSON.stringify(of.categoryNames),
    headline: of.headline,
    headlineFolded: foldText(of.headline),
    form: JSON.stringify(of.form),
    details: JSON.stringify(of.details),
    status: of.status,
    version: of.version,
    levels: [...of.levels],
    level: of.level,
    voiding: of.voiding,
    waitingFor: of.waitingFor,
    waitingSince: of.waitingSince,
    snapshot: JSON.stringify(of.snapshot),
    studentFolded: foldText(of.snapshot.name),
    declaredAt: of.declaredAt,
    registeredAt: of.registeredAt,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<DestinationCase, never, 'studentFolded' | 'headlineFolded'>

/** The new state, or a new destination; answers that are replaced are kept. The caller journals it. */
export async function saveDestination(tx: Tx, { before, after, step }: DestinationChange): Promise<void> {
  if (!before) {
    await tx.insertInto('destinations').values(rowOf(after)).execute()
    return
  }
  if (step?.action === 'correct') await keepReplaced(tx, before, step.at)
  await tx
    .updateTable('destinations')
    .set(differing(rowOf(before), rowOf(after)))
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()
}

/** What staff have filled in; what stood is kept. The caller journals it. */
export async function saveFilledIn(
  tx: Tx,
  before: DestinationCase,
  after: DestinationCase,
  at: Date,
): Promise<void> {
  await keepReplaced(tx, before, at)
  await tx
    .updateTable('destinations')
    .set(differing(rowOf(before), rowOf(after)))
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()
}
