import type { CaseRef } from '../case.ts'
import type { Step } from '../lifecycle.ts'
import type { Change, JournalData } from '../outcome.ts'
import type { Holder, WithCollege } from '../review.ts'
import type { RosterValues } from '../roster/columns.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import { changed as changedRoster, type RosterChange } from './asked.ts'
import type { Correctable } from './correctable.ts'
import { type Correction, type CorrectionStatus, correctionWaitsFor, isGranted, isOpen } from './life.ts'

/** A correction with all that an act on it may change or needs to know; the student as they were called when it was asked for. */
export type CorrectionCase = Correction &
  WithCollege & {
    readonly schoolId: string
    readonly id: string
    readonly studentId: string
    readonly changes: readonly RosterChange[]
    /** The student's words. */
    readonly reason: string
    readonly snapshot: StudentSnapshot
    readonly waitingFor: Holder
    readonly waitingSince: Date
    readonly submittedAt: Date
    readonly endedAt: Date | null
  }
export type CorrectionChange = Change<'correction', CorrectionCase> & {
  /** The student's whole row from now on, another in these fields; null where the roster stays as it is. */
  readonly roster: { readonly values: RosterValues; readonly fields: readonly Correctable[] } | null
}

export const correctionRef = ({ id }: Pick<CorrectionCase, 'id'>): CaseRef => ({ kind: 'correction', id })

/** As the journal keeps it, numbers masked. */
const saidIn = (changes: readonly RosterChange[]): JournalData =>
  Object.fromEntries(
    changes.flatMap(({ field, from, to }) => [
      [`${field}.before`, from.shown.name],
      [`${field}.after`, to.shown.name],
    ]),
  )

/** The change with what follows from it: whose turn it is since when, its end, and what the roster says. It holds no place. */
export function correctionChange(
  before: CorrectionCase | null,
  changed: CorrectionCase,
  step: Step<string, CorrectionStatus>,
  data: JournalData,
  roster: RosterValues,
): CorrectionChange {
  const waitingFor = correctionWaitsFor(changed)
  const after: CorrectionCase = {
    ...changed,
    waitingFor,
    waitingSince: before && before.waitingFor === waitingFor ? before.waitingSince : step.at,
    endedAt: isOpen(changed) ? null : step.at,
  }
  return {
    kind: 'correction',
    before,
    after,
    step,
    data: { ...data, ...saidIn(after.changes) },
    place: { do: 'keep' },
    roster: isGranted(after)
      ? { values: changedRoster(roster, after.changes), fields: after.changes.map(({ field }) => field) }
      : null,
  }
}
