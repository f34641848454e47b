import type { CaseRef } from '../case.ts'
import type { Answers, FormField, Names } from '../form.ts'
import type { Step } from '../lifecycle.ts'
import type { Change, JournalData } from '../outcome.ts'
import { type Hold, placeBetween } from '../placement.ts'
import type { Holder, WithCollege } from '../review.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import {
  DESTINATION_ENDED,
  DESTINATION_HOLDS_PLACEMENT,
  type Destination,
  type DestinationStatus,
  destinationWaitsFor,
} from './life.ts'

/** A destination with all that an act on it may change or needs to know; names and form as they were then. */
export type DestinationCase = Destination &
  WithCollege & {
    readonly schoolId: string
    readonly id: string
    readonly studentId: string
    readonly category: string
    readonly categoryNames: Names
    readonly headline: string
    readonly form: readonly FormField[]
    readonly details: Answers
    readonly snapshot: StudentSnapshot
    readonly waitingFor: Holder
    readonly waitingSince: Date
    readonly declaredAt: Date
    readonly registeredAt: Date | null
    readonly endedAt: Date | null
  }
export type DestinationChange = Change<'destination', DestinationCase>

export const destinationRef = ({ id }: Pick<DestinationCase, 'id'>): CaseRef => ({ kind: 'destination', id })

const holdOf = ({ status, headline }: DestinationCase): Hold | null =>
  DESTINATION_HOLDS_PLACEMENT.includes(status) ? { kind: 'destination', holder: headline } : null

/** The change with what follows from it: whose turn it is since when, when it was registered or ended, and the place. */
export function destinationChange(
  before: DestinationCase | null,
  changed: DestinationCase,
  step: Step<string, DestinationStatus>,
  data: JournalData,
): DestinationChange {
  const waitingFor = destinationWaitsFor(changed)
  const isRegisteredNow = step.to === 'registered' && step.from !== 'registered'
  const after: DestinationCase = {
    ...changed,
    waitingFor,
    waitingSince: before && before.waitingFor === waitingFor ? before.waitingSince : step.at,
    registeredAt: isRegisteredNow ? step.at : changed.registeredAt,
    endedAt: DESTINATION_ENDED.includes(step.to) ? step.at : changed.endedAt,
  }
  const { category, headline } = after
  return {
    kind: 'destination',
    before,
    after,
    step,
    data: { category, headline, ...data },
    place: placeBetween(before && holdOf(before), holdOf(after)),
  }
}
