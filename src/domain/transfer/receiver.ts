import { isSameText } from '../text.ts'
import type { TransferKind } from './life.ts'

/** To whom a graduate's file (学生档案) goes, as the agreement has it; empty where it does not say. */
export type FileReceiver = {
  /** 档案接收 (`dictionary.md`): `employer`, `talent_service`, `hometown`, `further_study_school`, `retained`. */
  readonly method: string
  readonly receiver: string
  readonly address: string
  readonly postcode: string
  readonly contactName: string
  readonly contactPhone: string
}

/** What is looked at before a file is handed over. */
export type Transferred = {
  readonly student: string
  /** Null where no agreement says where the file goes: it is filled in by hand. */
  readonly file: FileReceiver | null
  /** 单位性质 of the employer of the agreement, where it is known. */
  readonly nature: string | null
}

export const TRANSFER_WARNINGS = [
  'no-receiver',
  'file-stays',
  'no-address',
  'no-house-number',
  'receiver-is-student',
  'no-personnel-authority',
  'no-contact',
  'destination-changed',
] as const
export type TransferWarning = (typeof TRANSFER_WARNINGS)[number]

/** 单位性质 that have no personnel authority (人事管理权) of themselves: their files go to a public agency. */
const WITHOUT_AUTHORITY: readonly string[] = ['32', '39', '55', '56', '99']
/** Who keeps files for others, by the words of its name. */
const KEEPS_FILES = /人才|人力资源|人社|人事|就业|档案|公共服务/
/** A number of a house, a room, a mailbox. */
const HOUSE_NUMBER = /[\d０-９]|[一二三四五六七八九十百]+\s*(?:号|弄|幢|栋|座|楼|室|层|单元|信箱)/

const isWithoutNumber = (address: string) => address.trim() !== '' && !HOUSE_NUMBER.test(address)

/**
 * What receivers send files back for, or the post refuses (`domain-more.md` §4, AT-41): warnings before the batch is printed, never a
 * block, for the school knows more than the agreement.
 */
export function transferWarnings({ student, file, nature }: Transferred): TransferWarning[] {
  if (file === null || (file.receiver.trim() === '' && file.method !== 'retained')) return ['no-receiver']
  if (file.method === 'retained') return ['file-stays']
  const { method, receiver, address, contactName, contactPhone } = file
  const isOwnRecipient = isSameText(receiver, student) || isSameText(contactName, student)
  const lacksAuthority =
    method === 'employer' &&
    nature !== null &&
    WITHOUT_AUTHORITY.includes(nature) &&
    !KEEPS_FILES.test(receiver)
  const warnings: TransferWarning[] = []
  if (address.trim() === '') warnings.push('no-address')
  else if (isWithoutNumber(address)) warnings.push('no-house-number')
  if (isOwnRecipient) warnings.push('receiver-is-student')
  if (lacksAuthority) warnings.push('no-personnel-authority')
  if (contactPhone.trim() === '') warnings.push('no-contact')
  return warnings
}

/** The certificate is made out for one address, which has to be exact (户口迁移证). */
const householdWarnings = ({ file }: Transferred): TransferWarning[] => {
  if (file === null || file.address.trim() === '') return ['no-address']
  return isWithoutNumber(file.address) ? ['no-house-number'] : []
}

const WARNINGS_OF: Readonly<Record<TransferKind, (of: Transferred) => TransferWarning[]>> = {
  file: transferWarnings,
  household: householdWarnings,
}
/** What is to be looked at before a record of this kind is handed over. */
export const warningsOfKind = (kind: TransferKind, of: Transferred): TransferWarning[] =>
  WARNINGS_OF[kind](of)
