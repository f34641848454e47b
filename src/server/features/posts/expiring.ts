import { subjectOf } from '../../../domain/case.ts'
import { expirePosts } from '../../../domain/post/acts.ts'
import type { Db, Tx } from '../../db/database.ts'
import { CLOCK, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { schoolBySchool } from '../../db/school-by-school.ts'
import type { Jobs } from '../../services/jobs.ts'
import { tell } from '../notifications/tell.ts'
import { lockOverPosts, savePosts, schoolsWithOverPosts } from './queries.ts'

const AT_ONCE = 200

/**
 * Journals and tells what is over; visitors have not read it since its last day, whether this has run or not. Who has applied
 * is told by `tellApplicants`, in the same transaction.
 */
export async function expireOver(
  { db, jobs }: { readonly db: Db; readonly jobs: Jobs },
  at: Date,
  tellApplicants: (tx: Tx, posts: readonly Key[]) => Promise<void>,
): Promise<number> {
  return schoolBySchool(db, await schoolsWithOverPosts(db, at), AT_ONCE, async (tx, school) => {
    const { changes, told } = expirePosts(await lockOverPosts(tx, school, at, AT_ONCE), at)
    if (changes.length === 0) return 0
    await savePosts(tx, changes)
    const lines = changes.map(({ after, step, data }) => ({
      ...step,
      school: after.schoolId,
      subject: subjectOf({ kind: 'post', id: after.id }),
      action: `post.${step.action}`,
      actor: CLOCK,
      data,
    }))
    await record(tx, lines)
    await tell(tx, jobs, told, at)
    await tellApplicants(
      tx,
      changes.map(({ after }) => ({ school: after.schoolId, id: after.id })),
    )
    return changes.length
  })
}
