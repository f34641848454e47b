import type { CaseKind, CaseRef } from './case.ts'
import type { Step } from './lifecycle.ts'
import type { Message } from './notification.ts'
import type { PlaceChange } from './placement.ts'

/** What a journal line keeps of an act beside its step. */
export type JournalData = Readonly<Record<string, string | number | boolean | null>>

/** What every case has: its school, its student, and a version that grows with whatever changes what people have read. */
export type CaseBasis = {
  readonly schoolId: string
  readonly id: string
  readonly studentId: string
  readonly status: string
  readonly version: number
}

/** What one act does to one case. */
export type Change<Kind extends CaseKind = CaseKind, Case extends CaseBasis = CaseBasis> = {
  readonly kind: Kind
  /** Null where the case comes into being. */
  readonly before: Case | null
  readonly after: Case
  /** What the journal tells; null where another case's line tells of it. */
  readonly step: Step | null
  readonly data: JournalData
  readonly place: PlaceChange
  /** The journal names the clock, whoever's act it was that found it to be over. */
  readonly byClock?: true
}

/** Makes exactly these files the case's, or, `beside`, adds them to those it has. */
export type TakenFiles = {
  readonly of: CaseRef
  readonly ids: readonly string[]
  readonly beside: boolean
}

/** The whole of an act: what changes, in this order, at one school; which files it takes; who is told what. */
export type Outcome<C extends Change = Change> = {
  readonly changes: readonly C[]
  readonly files: TakenFiles | null
  readonly told: readonly Message[]
}
