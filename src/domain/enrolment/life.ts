import { lifecycle, type Rule, type Step } from '../lifecycle.ts'

/**
 * 学籍状态, as far as signing goes: 在册 `enrolled`; 延毕 `delayed`, who graduates later than the year on the roster; 结业
 * `completed`, who has finished the studies without the degree; `withdrawn`, taken off the roster, of whom nothing is lost.
 */
export const ENROLMENTS = ['enrolled', 'delayed', 'completed', 'withdrawn'] as const
export type Enrolment = (typeof ENROLMENTS)[number]

/** A student's row, as far as this goes; the version is that of what the roster says. */
export type Enrolled = { readonly status: Enrolment; readonly version: number }

const RULES = {
  delay: { from: ['enrolled', 'completed'], to: 'delayed', by: ['reviewer'], needsReason: true },
  complete: { from: ['enrolled', 'delayed'], to: 'completed', by: ['reviewer'], needsReason: true },
  withdraw: {
    from: ['enrolled', 'delayed', 'completed'],
    to: 'withdrawn',
    by: ['reviewer'],
    needsReason: true,
  },
  'take-back': {
    from: ['delayed', 'completed', 'withdrawn'],
    to: 'enrolled',
    by: ['reviewer'],
    needsReason: true,
  },
} as const satisfies Record<string, Rule<Enrolled>>
export type EnrolmentAction = keyof typeof RULES

export const enrolmentLife = lifecycle<Enrolled, typeof RULES>(RULES, () => null)

export const evolveEnrolled = <E extends Enrolled>(
  of: E,
  step: Pick<Step<EnrolmentAction, Enrolment>, 'to'>,
): E => ({ ...of, status: step.to, version: of.version + 1 })

/** Takes the student off the roster. */
export const leavesRoster = (action: EnrolmentAction): boolean => RULES[action].to === 'withdrawn'

/** There is something to be said about it, beside that the student is on the roster as everybody. */
export const isMarked = (enrolment: Enrolment): boolean => enrolment !== 'enrolled'
