import { addWorkdays, dayInChina } from '../day.ts'
import type { Message, NotificationKind } from '../notification.ts'
import type { JournalData } from '../outcome.ts'
import { Refusal } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { EventKind } from '../visit/visit.ts'
import {
  type Absence,
  type AbsenceAction,
  type AbsenceOffer,
  type AbsenceStep,
  absenceLife,
  isAppealed,
} from './life.ts'

/** What was missed, as it stands when the clock finds it. */
export type Missed = {
  readonly schoolId: string
  readonly id: string
  readonly studentId: string
  readonly kind: EventKind
  readonly eventId: string
  readonly title: string
  /** When the event ended. */
  readonly missedAt: Date
}
/** An absence with all that is kept of it. */
export type AbsenceCase = Absence &
  Missed & {
    readonly recordedAt: Date
    /** The student's words. */
    readonly said: string | null
    /** The school's words to the student. */
    readonly answer: string | null
  }
export type AbsenceChange = {
  readonly before: AbsenceCase | null
  readonly after: AbsenceCase
  readonly step: AbsenceStep
  readonly data: JournalData
}
export type AbsenceOutcome = { readonly changes: readonly AbsenceChange[]; readonly told: readonly Message[] }

/** Working days in which the school answers an appeal. */
const WORKDAYS = 5

/** What this person may do now; a college does not decide it. */
export const absenceOffers = (of: Absence, { role, level, at }: Acting): AbsenceOffer[] =>
  role === 'reviewer' && level !== 'school' ? [] : absenceLife.actionsFor(of, role, at)

const SAID = {
  record: ['absence.recorded', 'student'],
  appeal: ['absence.appealed', 'school'],
  excuse: ['absence.excused', 'student'],
  uphold: ['absence.upheld', 'student'],
} as const satisfies Record<AbsenceAction, readonly [NotificationKind, 'school' | 'student']>

function toldOf({ after, step }: AbsenceChange): Message {
  const { schoolId: school, studentId, id } = after
  const [kind, side] = SAID[step.action]
  return {
    kind,
    school,
    to: side === 'school' ? { level: 'school' } : { studentId },
    about: { kind: 'absence', id },
    params: {
      title: after.title,
      day: dayInChina(after.missedAt),
      until: after.answerBy ?? '',
      reason: step.reason ?? '',
    },
  }
}
const outcomeOf = (changes: readonly AbsenceChange[]): AbsenceOutcome => ({
  changes,
  told: changes.map(toldOf),
})

/** The clock records those who had signed up and did not come. */
export const recordAbsences = (missed: readonly Missed[], at: Date): AbsenceOutcome =>
  outcomeOf(
    missed.map((of) => {
      const born = { ...of, version: 1, recordedAt: at, said: null, answer: null, answerBy: null }
      const step = absenceLife.begin(born, { action: 'record', role: 'clock', at })
      return { before: null, after: { ...born, status: step.to }, step, data: { [of.kind]: of.eventId } }
    }),
  )

export type AbsenceCommand = {
  readonly action: AbsenceOffer
  readonly seenVersion: number
  readonly reason?: string | undefined
}
/** The student says why, or the school answers. */
export function actOnAbsence(
  before: AbsenceCase,
  command: AbsenceCommand,
  { role, level, at }: Acting,
): AbsenceOutcome {
  if (role === 'reviewer' && level !== 'school') throw new Refusal('reviewed-at-another-level')
  const step = absenceLife.decide(before, { ...command, role, at })
  const words = isAppealed(step.to)
    ? { said: step.reason, answerBy: addWorkdays(dayInChina(at), WORKDAYS) }
    : { answer: step.reason }
  const after = { ...before, ...words, status: step.to, version: before.version + 1 }
  return outcomeOf([{ before, after, step, data: { [before.kind]: before.eventId } }])
}
