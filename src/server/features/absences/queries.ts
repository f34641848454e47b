import { sql } from 'kysely'
import type { AbsenceCase, AbsenceChange } from '../../../domain/absence/acts.ts'
import { ABSENCE_STATUSES } from '../../../domain/absence/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import type { Person } from '../../http/person.ts'
import { oneOf } from '../posts/queries.ts'

/** Absences of a school, each with its event and its student as they are called now. */
export const selectAbsences = (db: Db, school: string) =>
  db
    .selectFrom('absences as a')
    .innerJoin('students as st', (on) =>
      on.onRef('st.schoolId', '=', 'a.schoolId').onRef('st.id', '=', 'a.studentId'),
    )
    .leftJoin('colleges as c', (on) =>
      on.onRef('c.schoolId', '=', 'st.schoolId').onRef('c.id', '=', 'st.collegeId'),
    )
    .leftJoin('talks as t', (on) => on.onRef('t.schoolId', '=', 'a.schoolId').onRef('t.id', '=', 'a.talkId'))
    .leftJoin('fairs as f', (on) => on.onRef('f.schoolId', '=', 'a.schoolId').onRef('f.id', '=', 'a.fairId'))
    .where('a.schoolId', '=', school)
const COLUMNS = [
  'a.schoolId',
  'a.id',
  'a.studentId',
  'a.talkId',
  'a.fairId',
  'a.status',
  'a.version',
  'a.missedAt',
  'a.recordedAt',
  'a.said',
  'a.answer',
  'a.answerBy',
  'st.name',
  'st.studentNumber',
  'st.majorName',
  'c.name as college',
] as const
export const readAbsences = (db: Db, school: string) =>
  selectAbsences(db, school)
    .select(COLUMNS)
    .select([
      sql<string>`a.event_id`.as('eventId'),
      sql<string>`coalesce(t.content, f.content)->>'title'`.as('title'),
    ])
type Row = Awaited<ReturnType<ReturnType<typeof readAbsences>['executeTakeFirstOrThrow']>>

/** An absence, and whose it is. */
export type FoundAbsence = AbsenceCase & {
  readonly student: {
    readonly name: string
    readonly studentNumber: string
    readonly college: string
    readonly major: string
  }
}
export const parseAbsence = ({
  status,
  talkId,
  fairId: _,
  name,
  studentNumber,
  majorName,
  college,
  ...row
}: Row): FoundAbsence => ({
  ...row,
  kind: talkId === null ? 'fair' : 'talk',
  status: oneOf(ABSENCE_STATUSES, status),
  student: { name, studentNumber, major: majorName, college: college ?? '' },
})

/** Reads take the person: a stranger's, and for a college any, does not exist. */
function readFor(db: Db, { school, id }: Key, { portal, studentId, collegeId }: Person) {
  const query = readAbsences(db, school).where('a.id', '=', id)
  if (portal === 'student') return query.where('a.studentId', '=', studentId!)
  if (portal !== 'school' || collegeId !== null) throw new Refusal('not-found')
  return query
}
function one(row: Row | undefined): FoundAbsence {
  if (!row) throw new Refusal('not-found')
  return parseAbsence(row)
}
export const findAbsence = async (db: Db, key: Key, person: Person) =>
  one(await readFor(db, key, person).executeTakeFirst())
export const lockAbsence = async (tx: Tx, key: Key, person: Person) =>
  one(await readFor(tx, key, person).forUpdate('a').executeTakeFirst())

/** What becomes of absences, new ones among them, in one statement. The caller journals it. */
export const saveAbsences = (tx: Tx, changes: readonly AbsenceChange[]) =>
  tx
    .insertInto('absences')
    .values(
      changes.map(({ after: { kind, eventId, title: _, ...of } }) => ({
        schoolId: of.schoolId,
        id: of.id,
        studentId: of.studentId,
        talkId: kind === 'talk' ? eventId : null,
        fairId: kind === 'fair' ? eventId : null,
        status: of.status,
        version: of.version,
        missedAt: of.missedAt,
        recordedAt: of.recordedAt,
        said: of.said,
        answer: of.answer,
        answerBy: of.answerBy,
      })),
    )
    .onConflict((same) =>
      same.columns(['schoolId', 'id']).doUpdateSet((to) => ({
        status: to.ref('excluded.status'),
        version: to.ref('excluded.version'),
        said: to.ref('excluded.said'),
        answer: to.ref('excluded.answer'),
        answerBy: to.ref('excluded.answerBy'),
      })),
    )
    .execute()
