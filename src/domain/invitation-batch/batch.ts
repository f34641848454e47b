/** Many invitations that come as a file: read and checked, shown row by row, then sent one act for each row. */
import { Refusal } from '../refusal.ts'
import { goneSince } from '../sheet-work.ts'

/**
 * `unclear`: its columns cannot be told; `cancelled`: by a person, or by their next file; what was sent stays sent; `failed`:
 * it could not be read, `refusal` says why.
 */
export const BATCH_STATUSES = [
  'reading',
  'unclear',
  'checked',
  'sending',
  'sent',
  'cancelled',
  'failed',
] as const
export type BatchStatus = (typeof BATCH_STATUSES)[number]
/** As it stands at an instant: `unfinished` is being sent by nobody any more, and goes on when somebody says so. */
export const BATCH_STANDINGS = [...BATCH_STATUSES, 'unfinished'] as const
export type BatchStanding = (typeof BATCH_STANDINGS)[number]

export const READING: BatchStatus = 'reading'
export const CHECKED: BatchStatus = 'checked'
export const SENDING: BatchStatus = 'sending'
/** A person has one of these at a time. */
export const UNSENT: readonly BatchStatus[] = ['reading', 'checked']
/** Of these rows can be looked at. */
const SHOWN: readonly BatchStatus[] = ['checked', 'sending', 'sent', 'cancelled']

/** `right`: to be sent; `refused`: right when it was checked, and no more when it was to be sent. */
export const ROW_STANDINGS = ['right', 'faulty', 'sent', 'refused'] as const
export type RowStanding = (typeof ROW_STANDINGS)[number]
export type RowCounts = Readonly<Record<RowStanding, number>>

/** So many rows a file may have, and so many are sent in one transaction. */
export const MOST_ROWS = 2_000
export const SENT_TOGETHER = 50
/** So many students are looked up together. */
export const SOUGHT_TOGETHER = 100

export type Batch = {
  readonly status: BatchStatus
  readonly heardAt: Date
  readonly counts: RowCounts
}

/** What says that it is being worked on, and is not any more, was broken off. */
export function standingOfBatch(
  { status, heardAt }: Pick<Batch, 'status' | 'heardAt'>,
  at: Date,
): BatchStanding {
  const isGone = heardAt < goneSince(at)
  if (status === 'reading' && isGone) return 'failed'
  return status === 'sending' && isGone ? 'unfinished' : status
}

export type BatchAction = 'send' | 'cancel'
/** Every member of the employer may: what is sent is the employer's, and each act is whose it is. */
export function batchActions(of: Batch, at: Date): BatchAction[] {
  const standing = standingOfBatch(of, at)
  const sends = (standing === 'checked' || standing === 'unfinished') && of.counts.right > 0
  const cancels = ['reading', 'checked', 'sending', 'unfinished'].includes(standing)
  return [...(sends ? (['send'] as const) : []), ...(cancels ? (['cancel'] as const) : [])]
}

/** Refuses where `batchActions` offers it no more. */
export function refuseUnlessOffered(of: Batch, action: BatchAction, at: Date): void {
  if (batchActions(of, at).includes(action)) return
  const isEmpty = action === 'send' && standingOfBatch(of, at) === 'checked'
  throw new Refusal(isEmpty ? 'nothing-to-send' : 'already-moved-on')
}

/** Refuses rows of which there are none: they are being read, or could not be. */
export function refuseUnlessShown({ status }: Pick<Batch, 'status'>): void {
  if (!SHOWN.includes(status)) throw new Refusal('already-moved-on')
}
export const isShown = (status: BatchStanding): boolean =>
  status === 'unfinished' || SHOWN.some((one) => one === status)
/** Somebody works on it: its page looks again. */
export const isUnderWay = (standing: BatchStanding): boolean =>
  standing === 'reading' || standing === 'sending'
export const isBeingSent = (standing: BatchStanding): boolean => standing === 'sending'
export const isUnfinished = (standing: BatchStanding): boolean => standing === 'unfinished'
/** Its columns cannot be told. */
export const isUnclear = (standing: BatchStanding): boolean => standing === 'unclear'
