import type { Message } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import type { Admission, AdmissionStatus, AdmissionStep } from './life.ts'

/** An admission with all that an act on it may change or needs to know. It is no student's, so it is no case of `case.ts`. */
export type AdmissionCase = Admission & {
  readonly schoolId: string
  readonly employerId: string
  readonly employerName: string
  readonly schoolName: string
  readonly appliedAt: Date
  readonly waitingSince: Date
  /** The school's last word, or its question. */
  readonly reason: string | null
}

/** The decisions that other schools are shown (AT-22). */
export const DECISIONS: readonly AdmissionStep['action'][] = [
  'approve',
  'return',
  'reject',
  'suspend',
  'readmit',
  'bar',
  'lift',
]

export type AdmissionChange = {
  /** Null where it comes into being. */
  readonly before: AdmissionCase | null
  readonly after: AdmissionCase
  readonly step: AdmissionStep
  readonly data: JournalData
}
/** The whole of an act on one admission: what changes, which files it takes (null: none), who is told what. */
export type AdmissionOutcome = {
  readonly change: AdmissionChange
  readonly files: readonly string[] | null
  readonly told: readonly Message[]
}

export const isDecision = ({ action }: Pick<AdmissionStep, 'action'>) => DECISIONS.includes(action)
const SAYS_WHY: readonly AdmissionStatus[] = ['questioned', 'returned', 'rejected', 'suspended', 'barred']

/** The change with what follows from it: since when it waits, and what the school has last said. */
export const admissionChange = (
  before: AdmissionCase | null,
  evolved: AdmissionCase,
  step: AdmissionStep,
  data: JournalData,
): AdmissionChange => ({
  before,
  after: {
    ...evolved,
    // Other data for a decision that was due already let nobody begin to wait.
    waitingSince:
      before && step.action === 'change' && before.status === step.to ? before.waitingSince : step.at,
    reason: reasonAfter(before, step),
  },
  step,
  data: { version: evolved.version, ...data },
})

/** The school's words stand as long as its status does; a change of data says nothing itself. */
function reasonAfter(before: AdmissionCase | null, { to, from, reason }: AdmissionStep): string | null {
  if (!SAYS_WHY.includes(to)) return null
  return to === from ? (before?.reason ?? null) : reason
}
