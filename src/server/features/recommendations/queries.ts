import { z } from 'zod'
import {
  type Edition,
  OWN_WORDS,
  type OwnWords,
  type RecommendationCase,
  SHEET_FACTS,
  type SheetFacts,
} from '../../../domain/recommendation/case.ts'
import type { RecommendationStatus } from '../../../domain/recommendation/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Holder, ReviewLevel } from '../../../domain/review.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type ColumnsOf, differing } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import { readBy } from '../../db/read-by.ts'
import { readStudent } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'

/** Reads take the person: a stranger's, one outside a college reviewer's scope, and for an employer any, does not exist. */
function selectRecommendation(db: Db, { school, id }: Key, person: Person) {
  if (person.portal === 'employer') throw new Refusal('not-found')
  const query = db
    .selectFrom('recommendations as m')
    .where('m.schoolId', '=', school)
    .where('m.id', '=', id)
    .selectAll('m')
  if (person.portal === 'student') return query.where('m.studentId', '=', person.studentId!)
  return person.collegeId ? query.where(readBy('m', person.collegeId)) : query
}
type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectRecommendation>['executeTakeFirst']>>>

const names = z.object({ name: z.string(), nameEn: z.string() })
const facts = z.partialRecord(z.enum(SHEET_FACTS), names)
const own = z.record(z.enum(OWN_WORDS), z.string())
const word = z.object({ text: z.string(), by: z.string(), at: z.coerce.date() }).nullable()
const content = z.object({ facts, own, word: z.object({ text: z.string(), by: z.string() }) })

const parse = ({ studentFolded: _, readBy: __, ...row }: Found): RecommendationCase => ({
  ...row,
  status: row.status as RecommendationStatus,
  levels: row.levels as ReviewLevel[],
  waitingFor: row.waitingFor as Holder,
  snapshot: readStudent(row.snapshot),
  facts: facts.parse(row.facts),
  own: own.parse(row.own),
  word: word.parse(row.word),
})

export async function findRecommendation(db: Db, key: Key, person: Person): Promise<RecommendationCase> {
  const row = await selectRecommendation(db, key, person).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** Whoever acts holds the student's row first, as whoever asks does. */
export async function lockRecommendation(tx: Tx, key: Key, person: Person): Promise<RecommendationCase> {
  const row = await selectRecommendation(tx, key, person).forUpdate('m').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** The student's own; null where they have never asked. */
export async function findOfStudent(
  db: Db,
  school: string,
  studentId: string,
): Promise<RecommendationCase | null> {
  const row = await db
    .selectFrom('recommendations')
    .where('schoolId', '=', school)
    .where('studentId', '=', studentId)
    .selectAll()
    .executeTakeFirst()
  return row ? parse(row) : null
}

const rowOf = (of: RecommendationCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    studentId: of.studentId,
    collegeId: of.collegeId,
    decidedBy: [...of.decidedBy],
    status: of.status,
    version: of.version,
    levels: [...of.levels],
    level: of.level,
    editions: of.editions,
    inForce: of.inForce,
    facts: JSON.stringify(of.facts),
    own: JSON.stringify(of.own),
    word: of.word && JSON.stringify(of.word),
    waitingFor: of.waitingFor,
    waitingSince: of.waitingSince,
    snapshot: JSON.stringify(of.snapshot),
    studentFolded: foldText(of.snapshot.name),
    askedAt: of.askedAt,
    revokedAt: of.revokedAt,
  }) satisfies ColumnsOf<RecommendationCase, never, 'studentFolded'>

/** The new state, or a new recommendation, with the edition that it has issued. The caller journals it. */
export async function saveRecommendation(
  tx: Tx,
  {
    before,
    after,
    edition,
  }: {
    readonly before: RecommendationCase | null
    readonly after: RecommendationCase
    readonly edition: Edition | null
  },
): Promise<void> {
  const row = rowOf(after)
  if (!before) await tx.insertInto('recommendations').values(row).execute()
  else
    await tx
      .updateTable('recommendations')
      .set(differing(rowOf(before), row))
      .where('schoolId', '=', before.schoolId)
      .where('id', '=', before.id)
      .execute()
  if (!edition) return
  const { facts: said, own: words, word: written, ...columns } = edition
  await tx
    .insertInto('recommendationEditions')
    .values({
      ...columns,
      schoolId: after.schoolId,
      recommendationId: after.id,
      content: JSON.stringify({ facts: said, own: words, word: written }),
    })
    .execute()
}

/** The edition of this version of a recommendation, or its latest; null where none was issued, or says nothing any more. */
export async function findEdition(
  db: Db,
  { school, id }: Key,
  version: number | null = null,
): Promise<Edition | null> {
  const row = await db
    .selectFrom('recommendationEditions')
    .where('schoolId', '=', school)
    .where('recommendationId', '=', id)
    .$if(version !== null, (query) => query.where('version', '=', version!))
    .select(['edition', 'number', 'version', 'content', 'askedAt', 'issuedAt'])
    .orderBy('edition', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row?.content) return null
  const { content: json, ...columns } = row
  const said: { facts: SheetFacts; own: OwnWords; word: Edition['word'] } = content.parse(json)
  return { ...columns, ...said }
}

/** For what is made of it by nobody: whoever has it. */
export async function findAnyRecommendation(db: Db, { school, id }: Key): Promise<RecommendationCase> {
  const row = await db
    .selectFrom('recommendations')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .selectAll()
    .executeTakeFirstOrThrow()
  return parse(row)
}
