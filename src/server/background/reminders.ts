import { CASES } from '../cases/all.ts'
import type { Due } from '../cases/reminding.ts'
import { inTransaction } from '../db/database.ts'
import { verificationsDue } from '../features/admissions/reminders.ts'
import { applicationsUnanswered } from '../features/applications/reminders.ts'
import { tellOfConfirmations } from '../features/confirmations/telling.ts'
import { tellOfHelp } from '../features/help/telling.ts'
import { interviewsToRemindOf } from '../features/interviews/reminders.ts'
import { findTold } from '../features/notifications/queries.ts'
import { tell } from '../features/notifications/tell.ts'
import { tellOfTransfers } from '../features/transfers/telling.ts'
import type { Services } from '../services/services.ts'

const AT_ONCE = 500

/**
 * Reminds people of what ends soon: of each step once, by its `dedupe`, however often and on however many instances
 * this runs; one school after the other. Nothing depends on its having run. Answers how many steps were told.
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
  for (const { schools, next } of batches)
    for (const school of await schools(db)) {
      let last: Due | undefined
      do {
        const due: Due[] = await inTransaction(db, async (tx) => {
          const some = await next(tx, school, last?.id ?? null, AT_ONCE)
          const before = await findTold(
            tx,
            some.map(({ message }) => message.dedupe),
          )
          const messages = some.map(({ message }) => message).filter(({ dedupe }) => !before.has(dedupe))
          await tell(tx, jobs, messages, at)
          told += messages.length
          return some
        })
        last = due.length < AT_ONCE ? undefined : due.at(-1)
      } while (last)
    }
  for (const tellOf of [tellOfConfirmations, tellOfHelp, tellOfTransfers])
    told += await tellOf({ db, jobs, now })
  return told
}
