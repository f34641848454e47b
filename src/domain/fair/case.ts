import type { Message } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import type { Slot, Span } from '../venue/slot.ts'
import type { FairContent } from './content.ts'
import type { Fair, FairStep } from './life.ts'

/** Where and when a fair is held: in several venues as one (AT-13). */
export type FairPlacing = { readonly venueIds: readonly string[]; readonly slot: Slot }

/** A fair of a school with all that an act on it may change or needs to know. */
export type FairCase = Fair &
  Span & {
    readonly schoolId: string
    readonly schoolName: string
    readonly id: string
    /** In the address that people pass on. */
    readonly shortId: string
    readonly content: FairContent
    /** Kept after it was called off, as what was said. */
    readonly venueIds: readonly string[]
    /** How many students have signed up. */
    readonly signedUp: number
    readonly draftedAt: Date
    /** Of its last step. */
    readonly changedAt: Date
    /** Why it was moved or called off. */
    readonly reason: string | null
  }
export type FairChange = {
  /** Null where it comes into being. */
  readonly before: FairCase | null
  readonly after: FairCase
  readonly step: FairStep
  readonly data: JournalData
}
export type FairOutcome = { readonly change: FairChange; readonly told: readonly Message[] }
