import type { Audience, Message, NotificationKind } from '../notification.ts'
import { PRIVACY_REQUESTS_COUNTED, reasonsOfOften } from '../often.ts'
import type { JournalData } from '../outcome.ts'
import { type Reason, Refusal, refuseFor } from '../refusal.ts'
import { ANSWERED_BY, notTheirs, type RequestActing } from './answerer.ts'
import { answerByAfter } from './deadline.ts'
import {
  type AskerSide,
  GROUNDS_OF,
  isToAnswer,
  type PrivacyRequest,
  privacyRequestLife,
  type RefusalGround,
  type RequestAction,
  type RequestKind,
  type RequestOffer,
  type RequestStep,
} from './life.ts'

/** Who asks, as they were called when they did. A student's is theirs whatever account they have; others' is their account's. */
export type Asker = {
  /** A student number, or a log-in. */
  readonly number: string
  readonly name: string
  /** The college, or the employer; empty for staff of the whole school. */
  readonly unit: string
} & (
  | { readonly side: 'student'; readonly studentId: string; readonly userId: null }
  | { readonly side: Exclude<AskerSide, 'student'>; readonly studentId: null; readonly userId: string }
)

/** A request with all that is kept of it. It is no case of `case.ts`: it holds no place, and no college decides on it. */
export type RequestCase = PrivacyRequest & {
  readonly schoolId: string
  readonly id: string
  readonly asker: Asker
  readonly kind: RequestKind
  /** The asker's words: what, and why. */
  readonly reason: string
  readonly askedAt: Date
  /** The school's words: what was done, or why not. */
  readonly answer: string | null
  /** Whose words they are, by the account. */
  readonly answeredBy: string | null
  /** Where it was refused. */
  readonly ground: RefusalGround | null
  readonly endedAt: Date | null
}
export type RequestOutcome = {
  readonly before: RequestCase | null
  readonly after: RequestCase
  readonly step: RequestStep
  readonly data: JournalData
  /** What was given by choice goes with the answer (PIPL art. 15); agreements and evidence never do. */
  readonly erasesOptional: boolean
  readonly told: readonly Message[]
}

/** What this person may do now. */
export const requestOffers = (
  of: PrivacyRequest & Pick<RequestCase, 'asker'>,
  acting: RequestActing,
): RequestOffer[] =>
  privacyRequestLife
    .actionsFor(of, acting.role, acting.at)
    .filter((action) => notTheirs(of.asker.side, action, acting) === null)

export type AskingFacts = {
  /** Whether one waits for its answer. */
  readonly isOpen: boolean
  /** When the request was made that is the last to count; null where there are fewer. */
  readonly nthLastAt: Date | null
  /** Whether anybody but the asker could answer: a school's only administrator has nobody. */
  readonly hasAnswerer: boolean
}
/** All that keeps a person from asking now (R27). */
export const reasonsAgainstAsking = ({ isOpen, nthLastAt, hasAnswerer }: AskingFacts, at: Date): Reason[] => [
  ...(isOpen ? [{ code: 'request-open', remover: 'school', details: {} } as const] : []),
  ...(hasAnswerer ? [] : [{ code: 'nobody-to-answer', remover: 'school', details: {} } as const]),
  ...reasonsOfOften('requests-too-often', { limit: PRIVACY_REQUESTS_COUNTED, nthLastAt }, at),
]

const SAID = {
  ask: ['privacy-request.asked', 'answerer'],
  withdraw: null,
  fulfil: ['privacy-request.done', 'asker'],
  refuse: ['privacy-request.refused', 'asker'],
} as const satisfies Record<RequestAction, readonly [NotificationKind, 'answerer' | 'asker'] | null>

const askerOf = ({ studentId, userId }: Asker): Audience => (studentId === null ? { userId } : { studentId })
const answererOf = ({ side, userId }: Asker): Audience =>
  ANSWERED_BY[side] === 'administrators' && userId ? { administratorsBut: userId } : { level: 'school' }

function toldOf({ schoolId: school, asker, id, ...of }: RequestCase, step: RequestStep): Message[] {
  const said = SAID[step.action]
  if (!said) return []
  const [kind, whom] = said
  const to = whom === 'answerer' ? answererOf(asker) : askerOf(asker)
  const params = { asker: asker.name, until: of.answerBy, reason: of.answer ?? '' }
  return [{ kind, school, to, about: { kind: 'privacy-request', id }, params }]
}

export type Asking = AskingFacts & Pick<RequestCase, 'schoolId' | 'id' | 'asker'>
export function askPrivacyRequest(
  { schoolId, id, asker, ...facts }: Asking,
  { kind, reason }: Pick<RequestCase, 'kind' | 'reason'>,
  { role, at }: Pick<RequestActing, 'role' | 'at'>,
): RequestOutcome {
  refuseFor(reasonsAgainstAsking(facts, at))
  const born = {
    ...{ schoolId, id, asker },
    kind,
    reason,
    version: 1,
    askedAt: at,
    answerBy: answerByAfter(at),
    answer: null,
    answeredBy: null,
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
  acting: RequestActing,
): RequestOutcome {
  const { role, at, userId } = acting
  const no = notTheirs(before.asker.side, action, acting)
  if (no) throw new Refusal(no)
  const step = privacyRequestLife.decide(before, { action, role, seenVersion, reason, at })
  const isRefused = step.action === 'refuse'
  if (isRefused && !ground) throw new Refusal('reason-needed', { field: 'lawGround' })
  if (isRefused && ground && !GROUNDS_OF[before.kind].includes(ground))
    throw new Refusal('ground-not-offered', { field: 'lawGround' })
  const isAnswer = step.action !== 'withdraw'
  const after: RequestCase = {
    ...before,
    status: step.to,
    version: before.version + 1,
    answer: isAnswer ? step.reason : null,
    answeredBy: isAnswer ? userId : null,
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
