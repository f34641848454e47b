import { escalateDissolution } from '../../domain/dissolution/acts.ts'
import { expireInvitation } from '../../domain/invitation/acts.ts'
import type { Outcome } from '../../domain/outcome.ts'
import type { AnyChange } from '../cases/all.ts'
import { carryOutByClock } from '../cases/carry-out.ts'
import type { Db, Tx } from '../db/database.ts'
import { schoolBySchool } from '../db/school-by-school.ts'
import { recordMissing } from '../features/absences/recording.ts'
import { sweepAttempts } from '../features/accounts/attempts.ts'
import { sweepLinks } from '../features/accounts/links.ts'
import { sweepChallenges } from '../features/accounts/passkey-challenges.ts'
import { sweepSessions } from '../features/accounts/sessions.ts'
import { tellOfClosing } from '../features/applications/settling.ts'
import { runChecks } from '../features/checks/running.ts'
import { lockOverdue, schoolsWithOverdue } from '../features/dissolutions/queries.ts'
import { removeFilesLeft } from '../features/documents/removal.ts'
import { removeUnused } from '../features/evidence/removal.ts'
import { sweepBatches } from '../features/invitation-batches/sweeping.ts'
import { lockOver, schoolsWithOver } from '../features/invitations/queries.ts'
import { sweepCodes } from '../features/messages/phone-codes.ts'
import { keepDue } from '../features/moments/keeping.ts'
import { sweepAddresses } from '../features/notifications/addresses.ts'
import { sweepInstances } from '../features/platform/health.ts'
import { removeUnusedOfPosts } from '../features/post-files/removal.ts'
import { expireOver } from '../features/posts/expiring.ts'
import { sweepRecoveries } from '../features/recoveries/queries.ts'
import { sweepRetention } from '../features/retention/letting-go.ts'
import { sweepImports } from '../features/roster-imports/sweeping.ts'
import { sweepRounds } from '../features/school-sign-in/queries.ts'
import { sweepSignatures } from '../features/signing/signatures.ts'
import { sweepActivationCodes } from '../features/students/first-login.ts'
import { readSealed } from '../features/students/read-sealed.ts'
import { sweepDeliveries } from '../features/webhooks/queries.ts'
import { removeOldAnswers } from '../http/kept-answers.ts'
import type { Services } from '../services/services.ts'

const AT_ONCE = 200

type Step = {
  readonly schools: (db: Db, at: Date) => Promise<string[]>
  readonly outcomes: (tx: Tx, school: string, at: Date) => Promise<Outcome<AnyChange>[]>
}
/** The clock's steps: where something is due; that locked, the oldest first, and what the rules say becomes of it. */
const DUE: readonly Step[] = [
  {
    schools: schoolsWithOver,
    outcomes: async (tx, school, at) =>
      (await lockOver(tx, school, at, AT_ONCE)).map((one) => expireInvitation(one, at)),
  },
  {
    schools: schoolsWithOverdue,
    outcomes: async (tx, school, at) =>
      (await lockOverdue(tx, school, at, AT_ONCE)).map((one) => escalateDissolution(one, at)),
  },
]

/** What is not kept for ever, and for how long it is: docs/security.md. */
const KEPT_A_WHILE: readonly ((db: Db, at: Date) => Promise<number>)[] = [
  sweepAttempts,
  sweepSessions,
  sweepLinks,
  sweepChallenges,
  sweepSignatures,
  sweepActivationCodes,
  sweepRecoveries,
  sweepRounds,
  sweepImports,
  sweepBatches,
  sweepAddresses,
  sweepCodes,
  removeOldAnswers,
  sweepDeliveries,
  sweepInstances,
]

/**
 * Journals and tells what the clock has ended or moved on, and removes what is kept for a while only. Nothing depends on its
 * having run (R4), and any number of instances may run it. Answers how much there was to do.
 */
export async function sweep({
  db,
  now,
  jobs,
  files,
  secrets,
}: Pick<Services, 'db' | 'now' | 'jobs' | 'files' | 'secrets'>): Promise<number> {
  const at = now()
  let all = 0
  for (const { schools, outcomes } of DUE)
    all += await schoolBySchool(db, await schools(db, at), AT_ONCE, async (tx, school) => {
      const due = await outcomes(tx, school, at)
      await carryOutByClock({ tx, jobs, at }, due)
      return due.length
    })
  all += await expireOver({ db, jobs }, at, (tx, posts) => tellOfClosing({ tx, jobs }, posts, at))
  all += await recordMissing({ db, jobs }, at)
  for (const removeOver of KEPT_A_WHILE) all += await removeOver(db, at)
  all += await sweepRetention({ db, jobs }, at)
  all += await keepDue({ db, jobs }, at)
  all += await readSealed({ db, secrets })
  all += await runChecks({ db }, at)
  all += await removeFilesLeft({ db, files })
  all += await removeUnusedOfPosts({ db, files }, at)
  return all + (await removeUnused({ db, files }, at))
}
