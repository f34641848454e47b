import type { Terms } from '../terms.ts'
import type { TransferKind } from './life.ts'
import type { FileReceiver } from './receiver.ts'
import type { TransferMethod } from './record.ts'

/** What holds a student's place, as far as it says where something goes. */
export type Placed = {
  /** Of the agreement, once it is certified; null where none is. */
  readonly terms: Pick<Terms, 'file' | 'household'> | null
  readonly holder: string | null
  /** The holder is a school at which they study further. */
  readonly isStudy: boolean
}

const NOWHERE = { receiver: '', address: '', postcode: '', contactName: '', contactPhone: '' }
const STUDY: TransferMethod = 'further_study_school'
const HOME: TransferMethod = 'hometown'

/** Where it goes by what was signed or registered; null where neither says it. */
export function sourceOf(kind: TransferKind, { terms, holder, isStudy }: Placed): FileReceiver | null {
  if (kind === 'household')
    return terms?.household.accepted
      ? { ...NOWHERE, method: '', receiver: holder ?? '', address: terms.household.address }
      : null
  if (terms) return terms.file
  return isStudy && holder !== null ? { ...NOWHERE, method: STUDY, receiver: holder } : null
}

/** What a record begins with: what is said, else the graduate's home, to be filled in. */
export const filledFrom = (kind: TransferKind, source: FileReceiver | null): FileReceiver =>
  source ?? { ...NOWHERE, method: kind === 'file' ? HOME : '' }
