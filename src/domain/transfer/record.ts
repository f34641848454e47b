import type { Day } from '../day.ts'
import { Refusal } from '../refusal.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import type { Transfer, TransferKind } from './life.ts'
import type { FileReceiver } from './receiver.ts'
import { POSTED, type Way } from './way.ts'

/** 档案接收 (`dictionary.md`), by which records are told apart in classes. */
export const TRANSFER_METHODS = [
  'employer',
  'talent_service',
  'hometown',
  'further_study_school',
  'retained',
] as const
export type TransferMethod = (typeof TRANSFER_METHODS)[number]
/** Tables of codes grow: a method that we have no name for stands as it is. */
export const isTransferMethod = (method: string): method is TransferMethod =>
  TRANSFER_METHODS.some((one) => one === method)
const STAYS: TransferMethod = 'retained'

/**
 * What others have numbered (AT-43): texts, for zeros lead them; each is one student's only. `tracking`: of EMS or 机要;
 * `transfer`, `verification`: 转递编号, 核验编号; `migration`: of the 户口迁移证.
 */
export const NUMBER_KINDS = ['tracking', 'transfer', 'verification', 'migration'] as const
export type NumberKind = (typeof NUMBER_KINDS)[number]
/** Empty where it is not known. */
export type TransferNumbers = Readonly<Record<NumberKind, string>>
export const NO_NUMBERS: TransferNumbers = { tracking: '', transfer: '', verification: '', migration: '' }

/** Where it goes, by which way, and in which batch. */
export type TransferContent = FileReceiver & Way & { readonly batch: string; readonly remark: string }

/** Where an agreement says that a thing goes: kept as it was when the record was filled from it. */
export type TransferSource = FileReceiver

/** A try with all that is kept of it. It is no case of `case.ts`: nobody reviews it, and it holds no place. */
export type TransferCase = Transfer &
  TransferContent & {
    readonly schoolId: string
    readonly id: string
    readonly kind: TransferKind
    /** 发档号, our own: on the slip, the label and the post's sheet. */
    readonly dispatchNumber: string
    /** Which try it is, from 1. */
    readonly nth: number
    readonly studentId: string
    /** With which college the student is now. */
    readonly collegeId: string
    /** How the student was called when it was made. */
    readonly snapshot: StudentSnapshot
    /** Null where no agreement said where it goes. */
    readonly source: TransferSource | null
    readonly numbers: TransferNumbers
    readonly preparedAt: Date
    readonly sentOn: Day | null
    /** When both sides are told that nobody has confirmed it (`tracing.ts`). */
    readonly tellOn: Day | null
    readonly receivedOn: Day | null
    readonly returnedOn: Day | null
    /** Why it came back, or is not sent. */
    readonly reason: string | null
  }

/**
 * It says to whom it goes, and where to if the post carries it; a certificate of a household move says the address moved to.
 * Refuses with the field.
 */
export function refuseUnlessAddressed({
  kind,
  method,
  receiver,
  address,
  channel,
}: Pick<TransferCase, 'kind' | 'method' | 'receiver' | 'address' | 'channel'>): void {
  if (method === STAYS) throw new Refusal('transfer-file-stays', { field: 'method' })
  if (receiver === '') throw new Refusal('transfer-without-receiver', { field: 'receiver' })
  if (address === '' && (kind === 'household' || POSTED.includes(channel)))
    throw new Refusal('transfer-without-address', { field: 'address' })
}

const JOINED = '\n'
/** What of an agreement's block says where a thing goes, in one text. */
const placeOf = ({ method, receiver, address, postcode, contactName, contactPhone }: FileReceiver): string =>
  [method, receiver, address, postcode, contactName, contactPhone].join(JOINED)
/** Whether what holds the student's place says another receiver by now than when the record was filled from it. */
export const isSourceChanged = (kept: TransferSource | null, now: TransferSource | null): boolean =>
  (kept && placeOf(kept)) !== (now && placeOf(now))
