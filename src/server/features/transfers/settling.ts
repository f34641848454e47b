import { subjectOf } from '../../../domain/case.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { TransferOutcome } from '../../../domain/transfer/acts.ts'
import { type Line, record } from '../../db/journal.ts'
import type { Doing } from '../../http/doing.ts'
import { tell } from '../notifications/tell.ts'
import { lockTransfers, saveTransfers } from './queries.ts'

/** What was decided of each record, act by act, is journaled and told; the caller has saved it. */
export async function tellOf(
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

export type Seen = { readonly id: string; readonly seenVersion: number }

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
