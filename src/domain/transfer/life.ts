import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'

/** 转递记录 (AT-39): what leaves the school for a graduate, 档案 or 户口迁移证. */
export const TRANSFER_KINDS = ['file', 'household'] as const
export type TransferKind = (typeof TRANSFER_KINDS)[number]

/**
 * One try: prepared, handed over, and then received, or come back. What comes back stays as it was, and the next try is
 * another record.
 */
export const TRANSFER_STATUSES = ['prepared', 'sent', 'received', 'returned', 'cancelled'] as const
export type TransferStatus = (typeof TRANSFER_STATUSES)[number]
/** A student has one such record of a kind at most: what is there can be in one place only. */
export const TRANSFER_STANDS: readonly TransferStatus[] = ['prepared', 'sent', 'received']
/** Can still be made otherwise. */
export const TRANSFER_OPEN: readonly TransferStatus[] = ['prepared']
/** On its way: nobody has said that it came. */
export const TRANSFER_ON_ITS_WAY: readonly TransferStatus[] = ['sent']

export type Transfer = {
  readonly status: TransferStatus
  readonly version: number
}

/** Where numbers are written down nothing moves on. */
const stays = ({ status }: Transfer): TransferStatus => status

const RULES = {
  prepare: { from: null, to: 'prepared', by: ['reviewer'] },
  change: { from: ['prepared'], to: 'prepared', by: ['reviewer'], repeats: true },
  send: { from: ['prepared'], to: 'sent', by: ['reviewer'] },
  number: { from: ['prepared', 'sent', 'received'], to: stays, by: ['reviewer'], repeats: true },
  receive: { from: ['sent'], to: 'received', by: ['reviewer'] },
  // A receiver without authority signs for it first and sends it back then.
  return: { from: ['sent', 'received'], to: 'returned', by: ['reviewer'], needsReason: true },
  cancel: { from: ['prepared'], to: 'cancelled', by: ['reviewer'], needsReason: true },
} as const satisfies Record<string, Rule<Transfer>>
export type TransferAction = keyof typeof RULES
export type TransferOffer = OfferOf<typeof RULES>
export type TransferStep = Step<TransferAction, TransferStatus>

export const transferLife = lifecycle<Transfer, typeof RULES>(RULES, () => null)

export const isOnItsWay = (status: TransferStatus): boolean => TRANSFER_ON_ITS_WAY.includes(status)
export const isTransferOpen = (status: TransferStatus): boolean => TRANSFER_OPEN.includes(status)
