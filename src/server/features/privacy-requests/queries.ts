import { sql } from 'kysely'
import { z } from 'zod'
import { PRIVACY_REQUESTS_COUNTED } from '../../../domain/often.ts'
import type { AskingFacts, RequestCase } from '../../../domain/privacy-request/acts.ts'
import { mayAnswer, type RequestActing } from '../../../domain/privacy-request/answerer.ts'
import {
  ASKER_SIDES,
  isToAnswer,
  type RefusalGround,
  type RequestKind,
  type RequestStatus,
} from '../../../domain/privacy-request/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { StaffRole } from '../../../domain/staff.ts'
import { foldText } from '../../../domain/text.ts'
import * as acrossSchools from '../../db/across-schools.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type ColumnsOf, differing } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import { levelOf } from '../../http/doing.ts'
import type { Person } from '../../http/person.ts'

const called = { name: z.string(), number: z.string(), unit: z.string() }
const asker = z.union([
  z.object({ side: z.literal('student'), studentId: z.string(), userId: z.null(), ...called }),
  z.object({ side: z.enum(['staff', 'member']), studentId: z.null(), userId: z.string(), ...called }),
])
export const ASKER = ['askerSide', 'askerName', 'askerNumber', 'askerUnit', 'studentId', 'userId'] as const
type AskerColumns = Readonly<Record<(typeof ASKER)[number], string | null>>
/** Of a row's columns; fails for what `privacy_requests_of_one` lets nobody write. */
export const readAsker = ({
  askerSide,
  askerName,
  askerNumber,
  askerUnit,
  studentId,
  userId,
}: AskerColumns) =>
  asker.parse({ side: askerSide, name: askerName, number: askerNumber, unit: askerUnit, studentId, userId })

/** Whose requests: a student's are theirs whatever account they have. */
export type AskerKey = { readonly school: string; readonly studentId: string } | { readonly userId: string }

export const askerKeyOf = ({ studentId, school, userId }: Person): AskerKey =>
  studentId === null ? { userId } : { school: school!.code, studentId }

export const isOf = (asker: AskerKey) =>
  'userId' in asker
    ? sql<boolean>`r.user_id = ${asker.userId}`
    : sql<boolean>`r.school_id = ${asker.school} and r.student_id = ${asker.studentId}`

/** Those that wait for this person's answer, or did: a request of a colleague is the administrators' alone. */
export const isAnsweredBy = (person: Person) => {
  const { level, isAdministrator } = standpointOf(person, null)
  const sides = ASKER_SIDES.filter((side) => mayAnswer(side, { level, isAdministrator, isAsker: false }))
  return sql<boolean>`r.asker_side = any(${sides}::text[])`
}

/** Where a person stands to a request, or, none named, to those of others. */
export const standpointOf = (
  person: Person,
  of: Pick<RequestCase, 'asker'> | null,
): Pick<RequestActing, 'userId' | 'level' | 'isAsker' | 'isAdministrator'> => ({
  userId: person.userId,
  level: levelOf(person),
  isAsker: of !== null && (of.asker.userId ?? of.asker.studentId) === (person.studentId ?? person.userId),
  isAdministrator: person.staffRole === ('administrator' satisfies StaffRole),
})

/** Reads take the person: a stranger's, and what somebody else answers, does not exist. */
const selectRequest = (db: Db, { school, id }: Key, person: Person) =>
  db
    .selectFrom('privacyRequests as r')
    .where('r.schoolId', '=', school)
    .where('r.id', '=', id)
    .where(({ or }) =>
      or(
        person.portal === 'school'
          ? [isOf(askerKeyOf(person)), isAnsweredBy(person)]
          : [isOf(askerKeyOf(person))],
      ),
    )
    .selectAll()

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectRequest>['executeTakeFirst']>>>
const parse = ({
  askerSide,
  askerName,
  askerFolded: _,
  askerNumber,
  askerUnit,
  studentId,
  userId,
  ...row
}: Found): RequestCase => ({
  ...row,
  asker: readAsker({ askerSide, askerName, askerNumber, askerUnit, studentId, userId }),
  kind: row.kind as RequestKind,
  status: row.status as RequestStatus,
  ground: row.ground as RefusalGround | null,
})

export async function findRequest(db: Db, key: Key, person: Person): Promise<RequestCase> {
  const row = await selectRequest(db, key, person).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

export async function lockRequest(tx: Tx, key: Key, person: Person): Promise<RequestCase> {
  const row = await selectRequest(tx, key, person).forUpdate('r').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row)
}

/** How often, and whether one waits, of whoever asks. */
export async function findAsked(db: Db, asker: AskerKey): Promise<Omit<AskingFacts, 'hasAnswerer'>> {
  const rows = await db
    .selectFrom('privacyRequests as r')
    .where(isOf(asker))
    .select(['r.status', 'r.askedAt'])
    .orderBy('r.askedAt', 'desc')
    .limit(PRIVACY_REQUESTS_COUNTED)
    .$if('userId' in asker, (of) => of.modifyEnd(acrossSchools.accounts))
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
    askerSide: of.asker.side,
    studentId: of.asker.studentId,
    userId: of.asker.userId,
    askerName: of.asker.name,
    askerFolded: foldText(of.asker.name),
    askerNumber: of.asker.number,
    askerUnit: of.asker.unit,
    kind: of.kind,
    reason: of.reason,
    status: of.status,
    version: of.version,
    askedAt: of.askedAt,
    answerBy: of.answerBy,
    answer: of.answer,
    answeredBy: of.answeredBy,
    ground: of.ground,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<RequestCase, 'asker', (typeof ASKER)[number] | 'askerFolded'>

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
