import { verifyJournal } from '../db/journal.ts'
import { saveDailyCheck } from '../features/platform/health.ts'
import { verifyTree } from '../features/transparency/verify-tree.ts'
import type { Services } from '../services/services.ts'

/** Reads all of the journal and weighs what is kept; what it finds stands in the console, a fault in the log besides. */
export async function checkDaily({ db, log, now }: Pick<Services, 'db' | 'log' | 'now'>): Promise<void> {
  const beganAt = now()
  const { lines, faults } = await verifyJournal(db)
  for (const fault of faults) log.error(fault, 'a line of the journal is not as it was written')
  const { fault } = await verifyTree(db)
  if (fault) log.error(fault, 'the tree of the journal is not as it was signed')
  const journalFaults = faults.length + (fault ? 1 : 0)
  await saveDailyCheck(db, { beganAt, endedAt: now(), journalLines: lines, journalFaults })
}
