import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import { MOST_PREPARED, type prepareTransfers } from '../../../contracts/transfers.ts'
import { subjectOf } from '../../../domain/case.ts'
import { dayInChina } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import {
  actOnTransfer,
  prepareTransfer,
  type TransferCommand,
  type TransferOutcome,
} from '../../../domain/transfer/acts.ts'
import { dispatchNumber } from '../../../domain/transfer/numbering.ts'
import { filledFrom } from '../../../domain/transfer/source.ts'
import { type Line, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import type { Doing } from '../../http/doing.ts'
import { yearMeant } from '../help/list.ts'
import { tell } from '../notifications/tell.ts'
import { lockCandidates } from './candidates.ts'
import {
  addTransfers,
  allotSerials,
  type FoundTransfer,
  lockTransfer,
  lockTransfers,
  saveTransfer,
  saveTransfers,
} from './queries.ts'

/** What was decided of each record, act by act, is journaled and told; the caller has saved it. */
async function tellOf(
  { tx, jobs, actor, acting: { at } }: Doing,
  outcomes: readonly (readonly TransferOutcome[])[],
): Promise<void> {
  // A chain of the journal takes one line at a time: the first act on each record, then the second of those that had one.
  for (let nth = 0; outcomes.some(({ length }) => length > nth); nth++)
    await record(
      tx,
      outcomes.flatMap((ofOne) => ofOne.slice(nth, nth + 1)).map((of) => lineOf(of, actor)),
    )
  const told = outcomes.flatMap((ofOne) => ofOne.flatMap(({ told }) => told))
  await tell(tx, jobs, told, at)
}
const lineOf = (
  { after, step: { action, ...said }, data }: TransferOutcome,
  actor: Doing['actor'],
): Line => ({
  school: after.schoolId,
  subject: subjectOf({ kind: 'transfer', id: after.id }),
  action: `transfer.${action}`,
  ...said,
  actor,
  data: { version: after.version, ...data },
})

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

type Seen = { readonly id: string; readonly seenVersion: number }

/** These records, held, by their ids; each as often as it is named once. */
export async function holdAll(of: Doing, school: string, seen: readonly Seen[]) {
  const ids = seen.map(({ id }) => id)
  if (new Set(ids).size < ids.length) throw new Refusal('invalid-input', { field: 'transfers' })
  return lockTransfers(of.tx, school, ids, of.person)
}

/** What acts have made of each of many records is saved, journaled and told, in as many statements for one as for all. */
export async function settleAll(
  of: Doing,
  school: string,
  outcomes: readonly (readonly TransferOutcome[])[],
): Promise<void> {
  const last = outcomes.flatMap((ofOne) => ofOne.slice(-1))
  await saveTransfers(
    of.tx,
    school,
    last.map(({ after }) => after),
  )
  await tellOf(of, outcomes)
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
