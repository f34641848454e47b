import { addWorkdays, type Day, dayInChina } from '../day.ts'
import type { Message, NotificationKind } from '../notification.ts'
import { type Often, reasonsOfOften } from '../often.ts'
import type { JournalData } from '../outcome.ts'
import type { PostContent } from '../post/content.ts'
import { NOT_OVER, type PostStatus } from '../post/life.ts'
import { Refusal, refuseFor } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import {
  isToLookAt,
  isUrgent,
  type PostReport,
  postReportLife,
  type ReportAction,
  type ReportGround,
  type ReportOffer,
  type ReportStep,
} from './life.ts'

/** The post that is reported, as it stood at that instant. */
export type Reported = {
  readonly postId: string
  readonly postVersion: number
  readonly content: PostContent
  /** SHA-256 of all that is kept of the post, in hex; for the school alone, for a contact that is not shown is in it. */
  readonly contentHash: string
  readonly employerName: string
}
/** A report with all that is kept of it. */
export type ReportCase = PostReport &
  Reported & {
    readonly schoolId: string
    readonly id: string
    readonly studentId: string
    readonly snapshot: StudentSnapshot
    readonly ground: ReportGround
    /** The student's words. */
    readonly said: string
    readonly reportedAt: Date
    /** The school's words to the student. */
    readonly answer: string | null
    readonly endedAt: Date | null
  }
export type ReportChange = {
  readonly before: ReportCase | null
  readonly after: ReportCase
  readonly step: ReportStep
  readonly data: JournalData
}
export type ReportOutcome = { readonly changes: readonly ReportChange[]; readonly told: readonly Message[] }

/** In so many working days the school answers: the next one where a student is asked for money. */
const WORKDAYS = { urgent: 1, usual: 5 }
export const answerByOf = (ground: ReportGround, at: Date): Day =>
  addWorkdays(dayInChina(at), isUrgent(ground) ? WORKDAYS.urgent : WORKDAYS.usual)

/** What this person may do now; a college does not decide what is published. */
export const reportOffers = (of: PostReport, { role, level, at }: Acting): ReportOffer[] =>
  role === 'reviewer' && level !== 'school' ? [] : postReportLife.actionsFor(of, role, at)

/** Whether a report that is upheld takes the post down: what is over already is not. */
export const isToTakeDown = (post: { readonly status: PostStatus }): boolean => NOT_OVER.includes(post.status)

const SAID = {
  report: ['post-report.to-look-at', 'school'],
  withdraw: null,
  uphold: ['post-report.upheld', 'student'],
  dismiss: ['post-report.dismissed', 'student'],
} as const satisfies Record<ReportAction, readonly [NotificationKind, 'school' | 'student'] | null>

/** The school is told of a new one, who has reported of what was found; the employer of neither. */
function toldOf({ after, step }: ReportChange): Message[] {
  const { schoolId: school, studentId, id } = after
  const said = SAID[step.action]
  if (!said) return []
  const [usual, side] = said
  const kind = step.action === 'report' && isUrgent(after.ground) ? 'post-report.urgent' : usual
  const to = side === 'school' ? ({ level: 'school' } as const) : { studentId }
  const params = {
    title: after.content.title,
    employer: after.employerName,
    until: after.answerBy,
    reason: after.answer ?? '',
  }
  return [{ kind, school, to, about: { kind: 'post-report', id }, params }]
}
const outcomeOf = (changes: readonly ReportChange[]): ReportOutcome => ({
  changes,
  told: changes.flatMap(toldOf),
})

export type ReportingFacts = Pick<ReportCase, 'schoolId' | 'id' | 'studentId' | 'snapshot'> & {
  readonly reported: Reported
  /** A report of this student's on this post that waits for the school. */
  readonly isOpen: boolean
  readonly often: Often
}
/** A student reports a post that is open to them. */
export function reportPost(
  { reported, isOpen, often, ...of }: ReportingFacts,
  { ground, said }: Pick<ReportCase, 'ground' | 'said'>,
  { role, at }: Acting,
): ReportOutcome {
  if (isOpen) throw new Refusal('post-reported')
  refuseFor(reasonsOfOften('reports-too-often', often, at))
  const born = {
    ...of,
    ...reported,
    ground,
    said,
    version: 1,
    reportedAt: at,
    answerBy: answerByOf(ground, at),
    answer: null,
    endedAt: null,
  }
  const step = postReportLife.begin(born, { action: 'report', role, reason: said, at })
  const data = { ground, post: born.postId, postVersion: born.postVersion, hash: born.contentHash }
  return outcomeOf([{ before: null, after: { ...born, status: step.to }, step, data }])
}

export type ReportCommand = {
  readonly action: ReportOffer
  readonly seenVersion: number
  readonly reason?: string | undefined
}
function change(before: ReportCase, command: ReportCommand, { role, level, at }: Acting): ReportChange {
  if (role === 'reviewer' && level !== 'school') throw new Refusal('reviewed-at-another-level')
  const step = postReportLife.decide(before, { ...command, role, at })
  const after = {
    ...before,
    status: step.to,
    version: before.version + 1,
    answer: role === 'reviewer' ? step.reason : null,
    endedAt: isToLookAt(step.to) ? null : at,
  }
  return { before, after, step, data: { ground: before.ground, post: before.postId } }
}

/** One act on one report. */
export const actOnReport = (before: ReportCase, command: ReportCommand, acting: Acting): ReportOutcome =>
  outcomeOf([change(before, command, acting)])

/** A post that is taken down is what its reporters have asked for: each of those that wait is upheld, in these words. */
export const upholdAll = (reports: readonly ReportCase[], reason: string, acting: Acting): ReportOutcome =>
  outcomeOf(
    reports.map((before) =>
      change(before, { action: 'uphold', seenVersion: before.version, reason }, acting),
    ),
  )
