import { CASES } from '../cases/all.ts'
import type { Due } from '../cases/reminding.ts'
import { inTransaction } from '../db/database.ts'
import { verificationsDue } from '../features/admissions/reminders.ts'
import { applicationsUnanswered } from '../features/applications/reminders.ts'
import { tellOfConfirmations } from '../features/confirmations/telling.ts'
import { tellOfHelp } from '../features/help/telling.ts'
import { interviewsToRemindOf } from '../features/interviews/reminders.ts'
import { tell } from '../features/notifications/tell.ts'
import { tellOfTransfers } from '../features/transfers/telling.ts'
import type { Services } from '../services/services.ts'

const AT_ONCE = 500

/**
 * Reminds people of what ends soon: of each step once, by its `dedupe`, however often and on however many instances
 * this runs. Nothing depends on its having run.
 */
export async function remind({ db, jobs, now }: Pick<Services, 'db' | 'jobs' | 'now'>): Promise<number> {
  const at = now()
  let told = 0
  const batches = [
    ...Object.values(CASES).flatMap(({ reminders }) => reminders(at)),
    ...verificationsDue(at),
    ...interviewsToRemindOf(at),
    ...applicationsUnanswered(at),
  ]
  for (const batch of batches) {
    let last: Due | null = null
    do {
      const due: Due[] = await inTransaction(db, async (tx) => {
        const some = await batch(tx, last, AT_ONCE)
        await tell(
          tx,
          jobs,
          some.map(({ message }) => message),
          at,
        )
        return some
      })
      told += due.length
      last = due.length < AT_ONCE ? null : due.at(-1)!
    } while (last)
  }
  for (const tellOf of [tellOfConfirmations, tellOfHelp, tellOfTransfers])
    told += await tellOf({ db, jobs, now })
  return told
}
