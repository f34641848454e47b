import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { MOST_PREPARED, type prepareTransfers } from '../../../contracts/transfers.ts'
import { dayInChina } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { actOnTransfer, prepareTransfer, type TransferCommand } from '../../../domain/transfer/acts.ts'
import { dispatchNumber } from '../../../domain/transfer/numbering.ts'
import { filledFrom } from '../../../domain/transfer/source.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { yearMeant } from '../help/list.ts'
import { lockCandidates } from './candidates.ts'
import { addTransfers, allotSerials, type FoundTransfer, lockTransfer, saveTransfer } from './queries.ts'
import { holdAll, type Seen, settleAll, tellOf } from './settling.ts'

type Preparing = z.output<typeof prepareTransfers.schema.body>

/** Records for as many as were shown, or for nobody. Answers for how many. */
export async function prepare(of: Doing, school: string, asked: Preparing): Promise<number> {
  const { tx, person, acting } = of
  const { transferKind: kind, transferWay, transferWhom, seenTotal } = asked
  const { year } = await yearMeant(tx, school, transferWhom.year, acting.at)
  const scope = { school, college: person.collegeId }
  const candidates = await lockCandidates(tx, scope, { kind, ...transferWhom, year }, MOST_PREPARED + 1)
  if (candidates.length !== seenTotal)
    throw new Refusal('transfer-group-changed', { count: candidates.length })
  const thisYear = Number(dayInChina(acting.at).slice(0, 4))
  const first = await allotSerials(tx, school, thisYear, candidates.length)
  const outcomes = candidates.map(({ tries, ...candidate }, nth) =>
    prepareTransfer(
      {
        ...candidate,
        ...filledFrom(kind, candidate.source),
        ...transferWay,
        ...{ remark: '', schoolId: school, id: uuidv7(), kind, nth: tries + 1 },
        dispatchNumber: dispatchNumber(kind, thisYear, first + nth),
      },
      acting,
    ),
  )
  await addTransfers(
    tx,
    outcomes.map(({ after }) => after),
  )
  await tellOf(
    of,
    outcomes.map((outcome) => [outcome]),
  )
  return outcomes.length
}

/** What a person does to a record, before what is said of its student's place is added. */
export type AskedOfTransfer =
  | Exclude<TransferCommand, { readonly action: 'change' }>
  | Omit<Extract<TransferCommand, { readonly action: 'change' }>, 'source'>

/** One act on one record. Who changes where it goes has seen what is said by now. */
export async function act(of: Doing, key: Key, asked: AskedOfTransfer): Promise<FoundTransfer> {
  const before = await lockTransfer(of.tx, key, of.person)
  const command = asked.action === 'change' ? { ...asked, source: before.said } : asked
  const { said, nature } = before
  const outcome = actOnTransfer(before, command, of.acting)
  await saveTransfer(of.tx, before, outcome.after)
  await tellOf(of, [[outcome]])
  return { ...outcome.after, said, nature }
}

/** A batch is handed over on one day. */
export async function handOver(
  of: Doing,
  school: string,
  seen: readonly Seen[],
  on: string,
): Promise<number> {
  const held = await holdAll(of, school, seen)
  const outcomes = seen.flatMap(({ id, seenVersion }) => {
    const before = held.get(id)
    return before ? [[actOnTransfer(before, { action: 'send', seenVersion, on }, of.acting)]] : []
  })
  await settleAll(of, school, outcomes)
  return outcomes.length
}
