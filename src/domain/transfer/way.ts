import { Refusal } from '../refusal.ts'
import type { TransferKind } from './life.ts'

/**
 * How a thing goes (`domain-more.md` §4). A file goes by 机要, by EMS or with the receiver's messenger, and never with the
 * student; the certificate of a household move is the student's to collect, by themselves or through the college.
 */
export const TRANSFER_CHANNELS = ['confidential', 'ems', 'messenger', 'in-person', 'college'] as const
export type TransferChannel = (typeof TRANSFER_CHANNELS)[number]
export const FILE_CHANNELS = ['confidential', 'ems', 'messenger'] as const
export const CHANNELS_OF: Readonly<Record<TransferKind, readonly TransferChannel[]>> = {
  file: FILE_CHANNELS,
  household: ['in-person', 'college', 'ems'],
}
/** What is carried by the post has to say where to. */
export const POSTED: readonly TransferChannel[] = ['confidential', 'ems']

/** `dedicated`: 高校学生档案专用; without it EMS takes no file. */
export const ENVELOPES = ['dedicated', 'sealed-bag'] as const
export type Envelope = (typeof ENVELOPES)[number]

export type Way = { readonly channel: TransferChannel; readonly envelope: Envelope | null }

/** Refuses with the field what is not taken this way. */
export function refuseUnlessTaken(kind: TransferKind, { channel, envelope }: Way): void {
  if (!CHANNELS_OF[kind].includes(channel))
    throw new Refusal('transfer-channel-not-taken', { field: 'channel' })
  if (kind === 'file' ? envelope === null : envelope !== null)
    throw new Refusal('transfer-envelope-not-meant', { field: 'envelope' })
  if (kind === 'file' && channel === 'ems' && envelope !== 'dedicated')
    throw new Refusal('transfer-envelope-needed', { field: 'envelope' })
}
