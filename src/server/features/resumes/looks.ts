import { dayInChina } from '../../../domain/day.ts'
import type { ResumeSnapshot } from '../../../domain/resume/snapshot.ts'
import type { Db, Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { behind, type Mark, pageByTime } from '../../db/mark.ts'

/** A member of an employer that reads a résumé. */
export type Viewer = { readonly userId: string; readonly employerId: string }

/** What is looked at: a version of a student's of a school. */
export type LookedAt = Pick<ResumeSnapshot, 'student' | 'resumeName' | 'version'> & {
  readonly school: string
}

/** 谁看过我: the student reads who has looked at which version; once per viewer and day in China. In one statement. */
export async function recordLooks(
  tx: Tx,
  those: readonly LookedAt[],
  { userId, employerId }: Viewer,
  at: Date,
): Promise<void> {
  if (those.length === 0) return
  await tx
    .insertInto('resumeLooks')
    .values(
      those.map(({ school, student, resumeName, version }) => ({
        schoolId: school,
        studentId: student.id,
        userId,
        day: dayInChina(at),
        employerId,
        resumeName,
        version,
        lookedAt: at,
      })),
    )
    .onConflict((same) => same.doNothing())
    .execute()
}
/** At one. */
export const recordLook = (
  tx: Tx,
  school: string,
  of: Omit<LookedAt, 'school'>,
  viewer: Viewer,
  at: Date,
): Promise<void> => recordLooks(tx, [{ ...of, school }], viewer, at)

/** A page of who has looked at a student's résumés, the latest first, and the mark at which the next one begins. */
export async function listLooksAt(db: Db, student: Key, after: Mark | null, most: number) {
  const rows = await db
    .selectFrom('resumeLooks as l')
    .innerJoin('employers as e', 'e.id', 'l.employerId')
    .where('l.schoolId', '=', student.school)
    .where('l.studentId', '=', student.id)
    .$if(after !== null, (query) => query.where(behind('l.lookedAt', 'l.userId', after!)))
    .select(['l.userId', 'e.name as employer', 'l.resumeName', 'l.version', 'l.lookedAt'])
    .orderBy('l.lookedAt', 'desc')
    .orderBy('l.userId', 'desc')
    .limit(most + 1)
    .execute()
  return pageByTime(rows, most, ({ lookedAt, userId }) => ({ at: lookedAt, id: userId }))
}
