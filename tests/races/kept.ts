import { expect } from 'vitest'
import { verifyJournal } from '../../src/server/db/journal.ts'
import type { Scenario } from '../../src/server/testing/scenario.ts'
import { listContradictions } from './contradictions.ts'

/** What holds after every race, whichever ran before it: no two tables contradict, no number is shared, the journal verifies. */
export async function expectKept({ db }: Scenario): Promise<void> {
  expect(await listContradictions(db)).toEqual([])
  const numbers = await db.selectFrom('agreements').select(['schoolId', 'number']).execute()
  expect(new Set(numbers.map(({ schoolId, number }) => `${schoolId} ${number}`)).size).toBe(numbers.length)
  expect((await verifyJournal(db)).faults).toEqual([])
}
