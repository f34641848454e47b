import { oftenOf, POST_REPORTS_COUNTED } from '../../../domain/often.ts'
import type { ReportCase, ReportChange } from '../../../domain/post-report/acts.ts'
import { isToLookAt, REPORT_GROUNDS, REPORT_STATUSES, TO_LOOK_AT } from '../../../domain/post-report/life.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { foldText } from '../../../domain/text.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { ColumnsOf } from '../../db/differing.ts'
import type { Key } from '../../db/key.ts'
import { statusIn } from '../../db/status-in.ts'
import { readPost, readStudent } from '../../db/stored.ts'
import type { Person } from '../../http/person.ts'
import { oneOf } from '../posts/queries.ts'

const select = (db: Db, school: string) =>
  db.selectFrom('postReports').where('schoolId', '=', school).selectAll()
type Found = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>
const parse = ({ studentFolded: _, titleFolded: __, ...row }: Found): ReportCase => ({
  ...row,
  status: oneOf(REPORT_STATUSES, row.status),
  ground: oneOf(REPORT_GROUNDS, row.ground),
  snapshot: readStudent(row.snapshot),
  content: readPost(row.content),
})

/** Reads take the person: a stranger's, and for a college and an employer any, does not exist. */
function selectFor(db: Db, { school, id }: Key, { portal, studentId, collegeId }: Person) {
  const query = select(db, school).where('id', '=', id)
  if (portal === 'student') return query.where('studentId', '=', studentId!)
  if (portal !== 'school' || collegeId !== null) throw new Refusal('not-found')
  return query
}
function one(row: Found | undefined): ReportCase {
  if (!row) throw new Refusal('not-found')
  return parse(row)
}
export const findReport = async (db: Db, key: Key, person: Person) =>
  one(await selectFor(db, key, person).executeTakeFirst())
export const lockReport = async (tx: Tx, key: Key, person: Person) =>
  one(await selectFor(tx, key, person).forUpdate().executeTakeFirst())

/** All that wait for the school about one post, locked in one order; whoever calls holds the post. */
export async function lockOpenOf(tx: Tx, { school, id }: Key): Promise<ReportCase[]> {
  const rows = await select(tx, school)
    .where('postId', '=', id)
    .where(statusIn('status', TO_LOOK_AT))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map(parse)
}

/** The id of a student's report of this post that waits for the school; null where there is none. */
export async function findOpenReport(db: Db, student: Key, post: string): Promise<string | null> {
  const found = await db
    .selectFrom('postReports')
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .where('postId', '=', post)
    .where(statusIn('status', TO_LOOK_AT))
    .select('id')
    .executeTakeFirst()
  return found?.id ?? null
}

/** What stands in the way of a student's reporting this post. */
export async function findReporting(db: Db, student: Key, post: string) {
  const rows = await db
    .selectFrom('postReports')
    .where('schoolId', '=', student.school)
    .where('studentId', '=', student.id)
    .select(['postId', 'status', 'reportedAt'])
    .orderBy('reportedAt', 'desc')
    .limit(POST_REPORTS_COUNTED)
    .execute()
  const isOpen = rows.some(
    ({ postId, status }) => postId === post && isToLookAt(oneOf(REPORT_STATUSES, status)),
  )
  const often = oftenOf(
    POST_REPORTS_COUNTED,
    rows.map(({ reportedAt }) => reportedAt),
  )
  return { isOpen, often }
}

const rowOf = (of: ReportCase) =>
  ({
    schoolId: of.schoolId,
    id: of.id,
    studentId: of.studentId,
    postId: of.postId,
    ground: of.ground,
    said: of.said,
    snapshot: JSON.stringify(of.snapshot),
    studentFolded: foldText(of.snapshot.name),
    postVersion: of.postVersion,
    content: JSON.stringify(of.content),
    contentHash: of.contentHash,
    employerName: of.employerName,
    titleFolded: foldText(`${of.content.title} ${of.employerName}`),
    status: of.status,
    version: of.version,
    reportedAt: of.reportedAt,
    answerBy: of.answerBy,
    answer: of.answer,
    endedAt: of.endedAt,
  }) satisfies ColumnsOf<ReportCase, never, 'studentFolded' | 'titleFolded'>

/** What becomes of reports, new ones among them, in one statement. The caller journals it. */
export const saveReports = (tx: Tx, changes: readonly ReportChange[]) =>
  tx
    .insertInto('postReports')
    .values(changes.map(({ after }) => rowOf(after)))
    .onConflict((same) =>
      same.columns(['schoolId', 'id']).doUpdateSet((to) => ({
        status: to.ref('excluded.status'),
        version: to.ref('excluded.version'),
        answer: to.ref('excluded.answer'),
        endedAt: to.ref('excluded.endedAt'),
      })),
    )
    .execute()
