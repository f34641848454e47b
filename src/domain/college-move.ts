import type { AgreementCase } from './agreement/case.ts'
import { agreementToReview } from './agreement/told.ts'
import type { CorrectionCase } from './correction/case.ts'
import { correctionToReview } from './correction/told.ts'
import type { DestinationCase } from './destination/case.ts'
import { destinationToReview } from './destination/told.ts'
import type { DissolutionCase } from './dissolution/case.ts'
import { dissolutionToReview } from './dissolution/told.ts'
import type { Message } from './notification.ts'
import type { JournalData } from './outcome.ts'
import { Refusal } from './refusal.ts'
import type { Acting } from './review.ts'
import { type ColumnKey, ROSTER_COLUMNS } from './roster/columns.ts'

/** All that a student has or had, with the college it was with until now. */
export type CasesOfStudent = {
  readonly agreements: readonly AgreementCase[]
  readonly dissolutions: readonly DissolutionCase[]
  readonly destinations: readonly DestinationCase[]
  readonly corrections: readonly CorrectionCase[]
}

/** Where a student studies what, as far as it changes with a move. */
export type Study = {
  readonly collegeId: string
  readonly majorCode: string
  readonly majorName: string
  readonly className: string
}
export type MovingFacts = {
  readonly student: Study & { readonly schoolId: string; readonly id: string; readonly version: number }
  /** The school's. */
  readonly colleges: readonly { readonly id: string; readonly name: string }[]
  readonly cases: CasesOfStudent
}
/** What is not said stays. */
export type Moving = Pick<Study, 'collegeId'> & {
  readonly [key in Exclude<keyof Study, 'collegeId'>]?: string | undefined
} & { readonly seenVersion: number; readonly reason: string }

/** What comes of it beside the student's own row: what the journal keeps of it, and who is told. */
export type Moved = {
  readonly after: Study
  readonly from: string
  readonly to: string
  readonly reason: string
  readonly data: JournalData
  readonly told: readonly Message[]
}

/** Staff of the school itself, not of one of its colleges. */
export const mayMoveStudents = ({ level }: Pick<Acting, 'level'>): boolean => level === 'school'

/** Each by the column of the roster that it is. */
const COLUMN_OF = {
  collegeId: 'college',
  majorCode: 'majorCode',
  majorName: 'majorName',
  className: 'className',
} as const satisfies Record<keyof Study, ColumnKey>
const STUDY = Object.keys(COLUMN_OF) as (keyof Study)[]

/**
 * 转院系, 转专业, 调班: the school moves a student, with a reason, and tells them. In another college all cases of the student are
 * its own from now on, whose reviewers are told of what waits for them; a college that has decided keeps reading it.
 */
export function moveToCollege(
  { student, colleges, cases }: MovingFacts,
  { seenVersion, reason, ...to }: Moving,
  { level }: Acting,
): Moved {
  if (!mayMoveStudents({ level })) throw new Refusal('not-allowed')
  if (seenVersion !== student.version) throw new Refusal('content-changed', { version: student.version })
  if (!colleges.some(({ id }) => id === to.collegeId))
    throw new Refusal('no-such-college', { field: 'collegeId' })
  const after: Study = {
    collegeId: to.collegeId,
    majorCode: to.majorCode ?? student.majorCode,
    majorName: to.majorName ?? student.majorName,
    className: to.className ?? student.className,
  }
  const changed = STUDY.filter((key) => after[key] !== student[key])
  if (changed.length === 0) throw new Refusal('nothing-changed', { field: 'collegeId' })
  const nameOf = (key: keyof Study, value: string) =>
    key === 'collegeId' ? (colleges.find(({ id }) => id === value)?.name ?? value) : value
  const said = changed.flatMap((key) => [
    [`${COLUMN_OF[key]}.before`, nameOf(key, student[key])],
    [`${COLUMN_OF[key]}.after`, nameOf(key, after[key])],
  ])
  return {
    after,
    from: student.collegeId,
    to: after.collegeId,
    reason,
    data: { version: seenVersion, ...Object.fromEntries(said) },
    told: [
      movedMessage(student, changed, reason),
      ...(changed.includes('collegeId') ? reviewsFor(after.collegeId, cases) : []),
    ],
  }
}

const movedMessage = (
  { schoolId, id }: MovingFacts['student'],
  changed: readonly (keyof Study)[],
  reason: string,
): Message => ({
  kind: 'student.moved',
  school: schoolId,
  to: { studentId: id },
  about: { kind: 'student', id },
  params: {
    fields: changed.map((key) => ROSTER_COLUMNS[COLUMN_OF[key]].zh).join('、'),
    fieldsEn: changed.map((key) => ROSTER_COLUMNS[COLUMN_OF[key]].en).join(', '),
    reason,
  },
})

/** What waits for this college's review, once the cases are its own. */
function reviewsFor(
  collegeId: string,
  { agreements, dissolutions, destinations, corrections }: CasesOfStudent,
): Message[] {
  const waits = ({ waitingFor }: { readonly waitingFor: string | null }) => waitingFor === 'college'
  return [
    ...agreements.filter(waits).flatMap((one) => agreementToReview({ ...one, collegeId })),
    ...dissolutions.filter(waits).flatMap((one) => dissolutionToReview({ ...one, collegeId })),
    ...destinations.filter(waits).flatMap((one) => destinationToReview({ ...one, collegeId })),
    ...corrections.filter(waits).flatMap((one) => correctionToReview({ ...one, collegeId })),
  ]
}
