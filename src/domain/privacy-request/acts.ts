import type { Message, NotificationKind } from '../notification.ts'
import { PRIVACY_REQUESTS_COUNTED, reasonsOfOften } from '../often.ts'
import type { JournalData } from '../outcome.ts'
import { Refusal, refuseFor } from '../refusal.ts'
import type { Acting } from '../review.ts'
import type { StudentSnapshot } from '../snapshot.ts'
import { answerByAfter } from './deadline.ts'
import {
  isToAnswer,
  type PrivacyRequest,
  privacyRequestLife,
  type RefusalGround,
  type RequestAction,
  type RequestKind,
  type RequestOffer,
  type RequestStep,
} from './life.ts'

/** A request with all that is kept of it. It is no case of `case.ts`: it holds no place, and no college decides on it. */
export type RequestCase = PrivacyRequest & {
  readonly schoolId: string
  readonly id: string
  readonly studentId: string
  readonly kind: RequestKind
  /** The student's words: what, and why. */
  readonly reason: string
  readonly snapshot: StudentSnapshot
  readonly askedAt: Date
  /** The school's words: what was done, or why not. */
  readonly answer: string | null
  /** Where it was refused. */
  readonly ground: RefusalGround | null
  readonly endedAt: Date | null
}
export type RequestOutcome = {
  readonly before: RequestCase | null
  readonly after: RequestCase
  readonly step: RequestStep
  readonly data: JournalData
  /** What the student gave of their own choice goes with the answer (PIPL art. 15); agreements and evidence never do. */
  readonly erasesOptional: boolean
  readonly told: readonly Message[]
}

/** What this person may do now; a college does not answer for the school. */
export const requestOffers = (of: PrivacyRequest, { role, level, at }: Acting): RequestOffer[] =>
  role === 'reviewer' && level !== 'school' ? [] : privacyRequestLife.actionsFor(of, role, at)

export type AskingFacts = {
  /** Whether one waits for its answer. */
  readonly isOpen: boolean
  /** When the request was made that is the last to count; null where there are fewer. */
  readonly nthLastAt: Date | null
}
/** All that keeps a student from asking now (R27). */
export const reasonsAgainstAsking = ({ isOpen, nthLastAt }: AskingFacts, at: Date) => [
  ...(isOpen ? [{ code: 'request-open', remover: 'school', details: {} } as const] : []),
  ...reasonsOfOften('requests-too-often', { limit: PRIVACY_REQUESTS_COUNTED, nthLastAt }, at),
]

const SAID = {
  ask: ['privacy-request.asked', 'school'],
  withdraw: null,
  fulfil: ['privacy-request.done', 'student'],
  refuse: ['privacy-request.refused', 'student'],
} as const satisfies Record<RequestAction, readonly [NotificationKind, 'school' | 'student'] | null>

function toldOf({ schoolId: school, studentId, id, ...of }: RequestCase, step: RequestStep): Message[] {
  const said = SAID[step.action]
  if (!said) return []
  const [kind, side] = said
  const to = side === 'school' ? ({ level: 'school' } as const) : { studentId }
  const params = { student: of.snapshot.name, until: of.answerBy, reason: of.answer ?? '' }
  return [{ kind, school, to, about: { kind: 'privacy-request', id }, params }]
}

export type Asking = AskingFacts & {
  readonly student: Pick<RequestCase, 'schoolId' | 'id' | 'studentId' | 'snapshot'>
}
export function askPrivacyRequest(
  { student, ...facts }: Asking,
  { kind, reason }: Pick<RequestCase, 'kind' | 'reason'>,
  { role, at }: Acting,
): RequestOutcome {
  refuseFor(reasonsAgainstAsking(facts, at))
  const born = {
    ...student,
    kind,
    reason,
    version: 1,
    askedAt: at,
    answerBy: answerByAfter(at),
    answer: null,
    ground: null,
    endedAt: null,
  }
  const step = privacyRequestLife.begin(born, { action: 'ask', role, reason, at })
  const after = { ...born, status: step.to }
  return { before: null, after, step, data: { kind }, erasesOptional: false, told: toldOf(after, step) }
}

export type RequestCommand = {
  readonly action: RequestOffer
  readonly seenVersion: number
  readonly reason?: string | undefined
  readonly ground?: RefusalGround | undefined
}
/** Every act on a request that is there. */
export function actOnRequest(
  before: RequestCase,
  { action, seenVersion, reason, ground }: RequestCommand,
  { role, level, at }: Acting,
): RequestOutcome {
  if (role === 'reviewer' && level !== 'school') throw new Refusal('reviewed-at-another-level')
  const step = privacyRequestLife.decide(before, { action, role, seenVersion, reason, at })
  const isRefused = step.action === 'refuse'
  if (isRefused && !ground) throw new Refusal('reason-needed', { field: 'ground' })
  const after: RequestCase = {
    ...before,
    status: step.to,
    version: before.version + 1,
    answer: role === 'reviewer' ? step.reason : null,
    ground: isRefused ? (ground ?? null) : null,
    endedAt: isToAnswer(step.to) ? null : at,
  }
  const erasesOptional = step.action === 'fulfil' && before.kind === 'erasure'
  return {
    before,
    after,
    step,
    data: {
      kind: before.kind,
      ...(isRefused && ground && { ground }),
      ...(erasesOptional && { erasesOptional }),
    },
    erasesOptional,
    told: toldOf(after, step),
  }
}
