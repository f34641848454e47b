import { OUR_PATTERN } from './agreement/number-pattern.ts'
import { type Correctable, USUALLY_CORRECTABLE } from './correction/correctable.ts'
import type { DissolutionRules } from './dissolution/asking.ts'
import type { FirstLoginRules } from './first-login.ts'
import type { DeadlineLimits } from './invitation/deadline.ts'

/** The school alone reviews, or the college before it. */
type Levels = ['school'] | ['college', 'school']

/** What a school decides for itself; cases keep the review levels they began with. */
export type Settings = DissolutionRules &
  DeadlineLimits &
  FirstLoginRules & {
    agreementLevels: Levels
    dissolutionLevels: Levels
    destinationLevels: Levels
    correctionLevels: Levels
    /** What of the roster students may ask to have corrected; the school keeps the rest to itself. */
    correctable: Correctable[]
    /** The school is told when an employer has asked this many of its students within thirty days. */
    alertAt: number
    /** Days in which a new invitation may be answered, unless the employer says otherwise (R5). */
    defaultDays: number
    declineNeedsReason: boolean
    /** How agreement numbers are made from now on (`agreement/number-pattern.ts`); those that were given stay. */
    numberPattern: string
    /** Days in which a student says whether they have reported for work, before the school decides. */
    fulfilmentDays: number
    /** An employer that another school has admitted is admitted as soon as it applies. */
    admitsKnown: boolean
    /** Every account of its staff asks for a second factor beside the password. */
    staffSecondFactor: boolean
  }

/** What a school begins with. */
export const DEFAULT_SETTINGS: Settings = {
  agreementLevels: ['school'],
  dissolutionLevels: ['school'],
  destinationLevels: ['school'],
  correctionLevels: ['school'],
  correctable: [...USUALLY_CORRECTABLE],
  answerDays: 7,
  coolDownDays: 0,
  breachLimit: null,
  window: null,
  alertAt: 5,
  minDays: 1,
  defaultDays: 5,
  maxDays: 30,
  declineNeedsReason: false,
  numberPattern: OUR_PATTERN,
  firstLoginBy: 'id-number',
  firstLoginTries: 10,
  fulfilmentDays: 7,
  admitsKnown: false,
  staffSecondFactor: false,
}
