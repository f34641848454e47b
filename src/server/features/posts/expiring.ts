import { subjectOf } from '../../../domain/case.ts'
import { expirePosts } from '../../../domain/post/acts.ts'
import { type Db, inTransaction, type Tx } from '../../db/database.ts'
import { CLOCK, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Jobs } from '../../services/jobs.ts'
import { tell } from '../notifications/tell.ts'
import { lockOverPosts, savePosts } from './queries.ts'

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
  let all = 0
  let done: number
  do {
    done = await inTransaction(db, async (tx) => {
      const { changes, told } = expirePosts(await lockOverPosts(tx, at, AT_ONCE), at)
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
    all += done
  } while (done === AT_ONCE)
  return all
}
