import { PRIVACY_REQUESTS_COUNTED } from '../../../domain/often.ts'
import type { AskingFacts, RequestCase } from '../../../domain/privacy-request/acts.ts'
import {
  isToAnswer,
  type RefusalGround,
  type RequestKind,
  type RequestStatus,
} from '../../../domain/privacy-request/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type ColumnsOf, differing } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import { readStudent } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'

/** Reads take the person: a stranger's, and for a college and an employer any, does not exist. */
function selectRequest(db: Db, { school, id }: Key, { portal, studentId, collegeId }: Person) {
  const query = db
    .selectFrom('privacyRequests')
    .where('schoolId', '=', school)
    .where('id', '=', id)
    .selectAll()
  if (portal === 'student') return query.where('studentId', '=', studentId!)
  if (portal !== 'school' || collegeId !== null) throw new Refusal('not-found')
  return query
}

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectRequest>['executeTakeFirst']>>>
const parse = ({ studentFolded: _, ...row }: Found): RequestCase => ({
  ...row,
  kind: row.kind as RequestKind,
  status: row.status as RequestStatus,
  ground: row.ground as RefusalGround | null,
  snapshot: readStudent(row.snapshot),
})

export async function findRequest(db: Db, key: Key, person: Person): Promise<RequestCase> {
  const row = await selectRequest(db, key, person).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

export async function lockRequest(tx: Tx, key: Key, person: Person): Promise<RequestCase> {
  const row = await selectRequest(tx, key, person).forUpdate().executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** What stands in the way of asking anew. */
export async function findAsking(db: Db, school: string, studentId: string): Promise<AskingFacts> {
  const rows = await db
    .selectFrom('privacyRequests')
    .where('schoolId', '=', school)
    .where('studentId', '=', studentId)
    .select(['status', 'askedAt'])
    .orderBy('askedAt', 'desc')
    .limit(PRIVACY_REQUESTS_COUNTED)
    .execute()
  return {
    isOpen: rows.some(({ status }) => isToAnswer(status as RequestStatus)),
    nthLastAt: rows[PRIVACY_REQUESTS_COUNTED - 1]?.askedAt ?? null,
  }
}

const rowOf = (of: RequestCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    studentId: of.studentId,
    kind: of.kind,
    reason: of.reason,
    status: of.status,
    version: of.version,
    snapshot: JSON.stringify(of.snapshot),
    studentFolded: foldText(of.snapshot.name),
    askedAt: of.askedAt,
    answerBy: of.answerBy,
    answer: of.answer,
    ground: of.ground,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<RequestCase, never, 'studentFolded'>

/** The new state, or a new request. The caller journals it. */
export async function saveRequest(tx: Tx, before: RequestCase | null, after: RequestCase): Promise<void> {
  const row = rowOf(after)
  if (!before) {
    await tx.insertInto('privacyRequests').values(row).execute()
    return
  }
  await tx
    .updateTable('privacyRequests')
    .set(differing(rowOf(before), row))
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()
}
