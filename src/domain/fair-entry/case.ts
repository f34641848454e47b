import type { Message } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import type { EntryContent } from './content.ts'
import type { EntryGround, EntryStatus, EntryStep } from './life.ts'

/** An employer's part in a fair, but for what it brings. */
export type FairEntry = {
  readonly schoolId: string
  readonly id: string
  readonly fairId: string
  readonly employerId: string
  readonly employerName: string
  readonly status: EntryStatus
  readonly version: number
  /** Of whoever is admitted, and of nobody else. */
  readonly booth: string | null
  /** The order of the waiting list. */
  readonly askedAt: Date
  /** Of its last step. */
  readonly changedAt: Date
  /** The last words of the other side. */
  readonly reason: string | null
  readonly ground: EntryGround | null
}
export type EntryChange = {
  /** Null where it comes into being. */
  readonly before: FairEntry | null
  readonly after: FairEntry
  readonly step: EntryStep
  readonly data: JournalData
  /** What it brings from now on; null where that stays. */
  readonly content: EntryContent | null
}
export type EntryOutcome = { readonly changes: readonly EntryChange[]; readonly told: readonly Message[] }
