import { lifecycle, type OfferOf, type Rule, type Step } from '../lifecycle.ts'

/** 面试: the employer gives times, the student picks one. It is part of an application, in whose chain its steps stand. */
export const INTERVIEW_STATUSES = [
  'proposed',
  'asked',
  'confirmed',
  'held',
  'declined',
  'cancelled',
  'ended',
] as const
export type InterviewStatus = (typeof INTERVIEW_STATUSES)[number]

/** One of an application at most: it goes on until somebody ends it, or the application does. */
export const OPEN_INTERVIEWS: readonly InterviewStatus[] = ['proposed', 'asked', 'confirmed']
/** The time is the student's: nobody else has it. */
export const TAKES_SLOT: readonly InterviewStatus[] = ['confirmed', 'held']
/** To take place at a time that is fixed. */
export const FIXED: readonly InterviewStatus[] = ['confirmed']
/** Whose answer is awaited. */
export const WITH_STUDENT: readonly InterviewStatus[] = ['proposed']
export const WITH_EMPLOYER: readonly InterviewStatus[] = ['asked']

export type Interview = {
  readonly status: InterviewStatus
  /** Counts what either side may have read; the sequence of its entry in calendars. */
  readonly version: number
  /** Of the time that was taken; null while none is. */
  readonly endsAt: Date | null
}

const RULES = {
  propose: { from: null, to: 'proposed', by: ['employer'] },
  pick: { from: ['proposed'], to: 'confirmed', by: ['student'] },
  ask: { from: ['proposed', 'confirmed'], to: 'asked', by: ['student'], needsReason: true, repeats: true },
  decline: { from: ['proposed', 'asked', 'confirmed'], to: 'declined', by: ['student'] },
  change: { from: ['proposed', 'asked', 'confirmed'], to: 'proposed', by: ['employer'], repeats: true },
  relocate: { from: ['confirmed'], to: 'confirmed', by: ['employer'], repeats: true },
  cancel: {
    from: ['proposed', 'asked', 'confirmed'],
    to: 'cancelled',
    by: ['employer'],
    needsReason: true,
  },
  // With its application, or before a further round: what was fixed and is over has taken place.
  end: { from: ['proposed', 'asked', 'confirmed'], to: 'ended', by: ['application'] },
  hold: { from: ['confirmed'], to: 'held', by: ['application'] },
} as const satisfies Record<string, Rule<Interview>>
export type InterviewAction = keyof typeof RULES
export type InterviewOffer = OfferOf<typeof RULES>
export type InterviewStep = Step<InterviewAction, InterviewStatus>

/** Its time was fixed and is over: nothing of it can be changed any more. */
export const isPast = ({ status, endsAt }: Pick<Interview, 'status' | 'endsAt'>, at: Date): boolean =>
  FIXED.includes(status) && endsAt !== null && endsAt <= at

/** What the table cannot say: what has taken place is held, and is neither changed nor called off. */
export const interviewLife = lifecycle<Interview, typeof RULES>(RULES, (interview, action, _role, at) =>
  isPast(interview, at) === (action === 'hold') ? null : 'interview-over',
)

export const isOpenInterview = (status: InterviewStatus): boolean => OPEN_INTERVIEWS.includes(status)

/** As people read it: nobody needs to say that what was fixed has taken place. */
export const interviewStatusAt = (of: Pick<Interview, 'status' | 'endsAt'>, at: Date): InterviewStatus =>
  isPast(of, at) ? 'held' : of.status
