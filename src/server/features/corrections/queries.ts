import { z } from 'zod'
import type { CorrectionCase, CorrectionChange } from '../../../domain/correction/case.ts'
import { CORRECTABLE } from '../../../domain/correction/correctable.ts'
import { type OpenCorrection, openCorrection } from '../../../domain/correction/eligibility.ts'
import type { CorrectionStatus } from '../../../domain/correction/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Holder, ReviewLevel } from '../../../domain/review.ts'
import { SETTING_BOUNDS } from '../../../domain/settings.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import { type ColumnsOf, differing } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import { readBy } from '../../db/read-by.ts'
import { readStudent } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import type { Secrets } from '../../services/secrets.ts'
import { renameStudent } from '../accounts/queries.ts'
import { saveRoster } from '../students/roster-values.ts'

/** Reads take the person: a stranger's, one outside a college reviewer's scope, and for an employer any, does not exist. */
function selectCorrection(db: Db, { school, id }: Key, person: Person) {
  if (person.portal === 'employer') throw new Refusal('not-found')
  const query = db
    .selectFrom('corrections as k')
    .where('k.schoolId', '=', school)
    .where('k.id', '=', id)
    .selectAll('k')
  if (person.portal === 'student') return query.where('k.studentId', '=', person.studentId!)
  return person.collegeId ? query.where(readBy('k', person.collegeId)) : query
}

type Found = NonNullable<Awaited<ReturnType<ReturnType<typeof selectCorrection>['executeTakeFirst']>>>

const said = z.object({ value: z.string(), shown: z.object({ name: z.string(), nameEn: z.string() }) })
const changes = z.array(z.object({ field: z.enum(CORRECTABLE), from: said, to: said }))

const parse = ({ fields: _, changesCipher, ...row }: Found, secrets: Secrets): CorrectionCase => ({
  ...row,
  changes: changes.parse(JSON.parse(secrets.open(changesCipher))),
  status: row.status as CorrectionStatus,
  levels: row.levels as ReviewLevel[],
  waitingFor: row.waitingFor as Holder,
  snapshot: readStudent(row.snapshot),
})

export async function findCorrection(
  db: Db,
  key: Key,
  person: Person,
  secrets: Secrets,
): Promise<CorrectionCase> {
  const row = await selectCorrection(db, key, person).executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row, secrets)
}

/** Whoever acts holds the student's row first, as whoever asks does: of two, one waits and none for the other. */
export async function lockCorrection(
  tx: Tx,
  key: Key,
  person: Person,
  secrets: Secrets,
): Promise<CorrectionCase> {
  const row = await selectCorrection(tx, key, person).forUpdate('k').executeTakeFirst()
  if (!row) throw new Refusal('not-found')
  return parse(row, secrets)
}

/** All that the student has asked for. */
export async function lockCorrectionsOf(
  tx: Tx,
  { school, id }: Key,
  secrets: Secrets,
): Promise<CorrectionCase[]> {
  const rows = await tx
    .selectFrom('corrections')
    .where('schoolId', '=', school)
    .where('studentId', '=', id)
    .selectAll()
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => parse(row, secrets))
}

export type Standing = {
  readonly open: OpenCorrection
  /** When they have asked, the latest first, as many as a school may count. */
  readonly submittedAt: readonly Date[]
}

/** What stands in the way of asking anew: the student's open correction, and how often they have asked. */
export async function findStanding(db: Db, school: string, studentId: string): Promise<Standing> {
  const rows = await db
    .selectFrom('corrections')
    .where('schoolId', '=', school)
    .where('studentId', '=', studentId)
    .select(['waitingFor', 'submittedAt'])
    .orderBy('submittedAt', 'desc')
    .limit(SETTING_BOUNDS.correctionLimit.most)
    .execute()
  const open = rows.find(({ waitingFor }) => waitingFor !== null)
  return {
    open: openCorrection(open?.waitingFor ?? null),
    submittedAt: rows.map(({ submittedAt }) => submittedAt),
  }
}

const rowOf = (of: CorrectionCase, secrets: Secrets) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    studentId: of.studentId,
    collegeId: of.collegeId,
    decidedBy: [...of.decidedBy],
    fields: of.changes.map(({ field }) => field),
    changesCipher: secrets.seal(JSON.stringify(of.changes)),
    reason: of.reason,
    status: of.status,
    version: of.version,
    levels: [...of.levels],
    level: of.level,
    waitingFor: of.waitingFor,
    waitingSince: of.waitingSince,
    snapshot: JSON.stringify(of.snapshot),
    studentFolded: foldText(of.snapshot.name),
    submittedAt: of.submittedAt,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<CorrectionCase, 'changes', 'fields' | 'changesCipher' | 'studentFolded'>

/** The new state, or a new correction; what was granted the roster says from now on, and the account. The caller journals it. */
export async function saveCorrection(
  tx: Tx,
  { before, after, roster }: CorrectionChange,
  secrets: Secrets,
): Promise<void> {
  const row = rowOf(after, secrets)
  if (!before) {
    await tx.insertInto('corrections').values(row).execute()
    return
  }
  const was = rowOf(before, secrets)
  const sealed = before.changes === after.changes ? { changesCipher: was.changesCipher } : {}
  await tx
    .updateTable('corrections')
    .set(differing(was, { ...row, ...sealed }))
    .where('schoolId', '=', before.schoolId)
    .where('id', '=', before.id)
    .execute()
  if (!roster) return
  const student = { school: after.schoolId, id: after.studentId }
  await saveRoster(tx, student, roster, secrets)
  if (roster.fields.includes('name')) await renameStudent(tx, student, roster.values.name ?? '')
}
