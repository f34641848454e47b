import type { Day } from '../day.ts'
import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'
import type { Portal } from '../portal.ts'

/** What a person asks the school to do with what is kept of them (PIPL arts. 46, 47), and what the school answers (art. 50). */
export const REQUEST_STATUSES = ['asked', 'done', 'refused', 'withdrawn'] as const
export type RequestStatus = (typeof REQUEST_STATUSES)[number]
export const REQUEST_KINDS = ['erasure', 'correction'] as const
export type RequestKind = (typeof REQUEST_KINDS)[number]

/** Waits for the school's answer. */
export const TO_ANSWER: readonly RequestStatus[] = ['asked']

/** Who asks: a student, one of the school's own staff, or a member of an employer that has applied to the school. */
export const ASKER_SIDES = ['student', 'staff', 'member'] as const
export type AskerSide = (typeof ASKER_SIDES)[number]
/** Whose side the people of a portal ask from; who keeps the platform asks nobody here. */
export const ASKER_SIDE_OF = {
  student: 'student',
  employer: 'member',
  school: 'staff',
} as const satisfies Partial<Record<Portal, AskerSide>>

/**
 * Why the law lets a school refuse. Erasure: a period of law is not over (art. 47; agreements and evidence are kept for the three
 * years in which claims can be brought), or the data are still needed for what they are kept for (art. 13). Correction: they are
 * right as they are (art. 46), and nothing else, for wrong data serve no purpose and no period.
 */
export const REFUSAL_GROUNDS = ['period-not-over', 'still-needed', 'data-right'] as const
export type RefusalGround = (typeof REFUSAL_GROUNDS)[number]
/** The usual one first. */
export const GROUNDS_OF: Readonly<Record<RequestKind, readonly [RefusalGround, ...RefusalGround[]]>> = {
  erasure: ['period-not-over', 'still-needed'],
  correction: ['data-right'],
}

export type PrivacyRequest = {
  readonly status: RequestStatus
  /** Counts what either side may have read. */
  readonly version: number
  /** The last day on which the school answers. */
  readonly answerBy: Day
}

const RULES = {
  ask: { from: null, to: 'asked', by: ['student', 'reviewer', 'employer'], needsReason: true },
  withdraw: { from: ['asked'], to: 'withdrawn', by: ['student', 'reviewer', 'employer'] },
  fulfil: { from: ['asked'], to: 'done', by: ['reviewer'], needsReason: true },
  refuse: { from: ['asked'], to: 'refused', by: ['reviewer'], needsReason: true },
} as const satisfies Record<string, Rule<PrivacyRequest>>
export type RequestAction = keyof typeof RULES
export type RequestOffer = OfferOf<typeof RULES>
export type RequestStep = Step<RequestAction, RequestStatus>

/** An answer that is late is still given: nothing but its own status stands in the way. Which of the staff, `answerer.ts` says. */
export const privacyRequestLife = lifecycle<PrivacyRequest, typeof RULES>(RULES, () => null)

export const isToAnswer = (status: RequestStatus): boolean => TO_ANSWER.includes(status)
