import type { BroughtTransfer } from '../../../contracts/transfer-sheets.ts'
import { dayInChina } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { followRow } from '../../../domain/transfer/judge-sheet.ts'
import type { TransferNumbers } from '../../../domain/transfer/record.ts'
import type { Doing } from '../../http/doing.ts'
import { holdAll, settleAll } from './settling.ts'

const saidNumbers = ({ tracking, transfer, verification, migration }: BroughtTransfer['numbers']) =>
  ({
    ...(tracking && { tracking }),
    ...(transfer && { transfer }),
    ...(verification && { verification }),
    ...(migration && { migration }),
  }) satisfies Partial<TransferNumbers>

/**
 * What a sheet was found to say, whole or not at all. Refuses `content-changed` where a record is no longer as it was when the
 * sheet was checked. Answers of how many records it was.
 */
export async function enter(of: Doing, school: string, brought: readonly BroughtTransfer[]): Promise<number> {
  const held = await holdAll(of, school, brought)
  const today = dayInChina(of.acting.at)
  const outcomes = brought.map(({ id, seenVersion, numbers, ...said }) => {
    const before = held.get(id)
    if (before?.version !== seenVersion) throw new Refusal('content-changed', { field: 'transferRows' })
    return followRow(before, { ...said, numbers: saidNumbers(numbers) }, today, of.acting)
  })
  if (outcomes.every(({ length }) => length === 0))
    throw new Refusal('nothing-changed', { field: 'transferRows' })
  await settleAll(of, school, outcomes)
  return held.size
}
