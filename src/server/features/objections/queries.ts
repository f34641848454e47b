import { sql } from 'kysely'
import type { ObjectionCase } from '../../../domain/objection/acts.ts'
import { SPOKEN_OF } from '../../../domain/objection/answerer.ts'
import { isRaised, OBJECTION_STATUSES } from '../../../domain/objection/life.ts'
import { OBJECTIONS_COUNTED, oftenOf } from '../../../domain/often.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { ColumnsOf } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import { readReported, readStudent } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { oneOf } from '../posts/queries.ts'

const select = (db: Db, school: string) =>
  db.selectFrom('objections').where('schoolId', '=', school).selectAll()
type Found = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
function parse(row: Found | undefined): ObjectionCase {
  if (!row) throw new Refusal('not-found')
  const { studentFolded: _, ...of } = row
  return {
    ...of,
    status: oneOf(OBJECTION_STATUSES, of.status),
    snapshot: readStudent(of.snapshot),
    seen: readReported(of.seen),
  }
}

/** Reads take the person: a stranger's, and for a college and an employer any, does not exist. */
function selectFor(db: Db, { school, id }: Key, { portal, studentId, collegeId }: Person) {
  const query = select(db, school).where('id', '=', id)
  if (portal === 'student') return query.where('studentId', '=', studentId!)
  if (portal !== 'school' || collegeId !== null) throw new Refusal('not-found')
  return query
}
export const findObjection = async (db: Db, key: Key, person: Person) =>
  parse(await selectFor(db, key, person).executeTakeFirst())
export const lockObjection = async (tx: Tx, key: Key, person: Person) =>
  parse(await selectFor(tx, key, person).forUpdate().executeTakeFirst())

/** The staff who have passed, registered or entered this agreement or destination until now, by their accounts. */
export async function listSpokenOf(db: Db, school: string, subject: string | null): Promise<string[]> {
  if (subject === null) return []
  const { rows } = await sql<{ id: string }>`
    select distinct u.id from journal j join users u on u.id = (j.entry->'actor'->>'id')::uuid and u.portal = 'school'
    where j.school_id = ${school} and j.subject = ${subject} and j.entry->>'action' = any(${SPOKEN_OF}::text[])
    order by u.id`.execute(db)
  return rows.map(({ id }) => id)
}

/** What would be reported stands in which case, as the journal names it; null where nothing does. */
export async function findSpokenOf(db: Db, { school, id }: Key): Promise<string | null> {
  const found = await db
    .selectFrom('figureRows')
    .where('schoolId', '=', school)
    .where('studentId', '=', id)
    .select(
      sql<string | null>`coalesce('agreement:' || agreement_id, 'destination:' || destination_id)`.as(
        'subject',
      ),
    )
    .executeTakeFirst()
  return found?.subject ?? null
}

/** What stands in the way of a student's objecting. */
export async function findRaising(db: Db, student: Key) {
  const rows = await db
    .selectFrom('objections')
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .select(['status', 'raisedAt'])
    .orderBy('raisedAt', 'desc')
    .limit(OBJECTIONS_COUNTED)
    .execute()
  return {
    isObjecting: rows.some(({ status }) => isRaised(oneOf(OBJECTION_STATUSES, status))),
    often: oftenOf(
      OBJECTIONS_COUNTED,
      rows.map(({ raisedAt }) => raisedAt),
    ),
  }
}

const rowOf = (of: ObjectionCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    studentId: of.studentId,
    receipt: of.receipt,
    snapshot: JSON.stringify(of.snapshot),
    studentFolded: foldText(of.snapshot.name),
    seen: JSON.stringify(of.seen),
    seenHash: of.seenHash,
    said: of.said,
    spokenOf: of.spokenOf,
    speaksAbout: [...of.speaksAbout],
    status: of.status,
    version: of.version,
    raisedAt: of.raisedAt,
    answerBy: of.answerBy,
    answer: of.answer,
    decidedBy: of.decidedBy,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<ObjectionCase, never, 'studentFolded'>

/** A new one, or what has become of one. The caller journals it. */
export const saveObjection = (tx: Tx, after: ObjectionCase) =>
  tx
    .insertInto('objections')
    .values(rowOf(after))
    .onConflict((same) =>
      same.columns(['schoolId', 'id']).doUpdateSet((to) => ({
        speaksAbout: to.ref('excluded.speaksAbout'),
        status: to.ref('excluded.status'),
        version: to.ref('excluded.version'),
        answer: to.ref('excluded.answer'),
        decidedBy: to.ref('excluded.decidedBy'),
        endedAt: to.ref('excluded.endedAt'),
      })),
    )
    .execute()

/** What these accounts are called. */
export async function listNames(db: Db, school: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('users')
    .where('schoolId', '=', school)
    .where('id', 'in', ids)
    .select('name')
    .orderBy('name')
    .execute()
  return rows.map(({ name }) => name)
}
