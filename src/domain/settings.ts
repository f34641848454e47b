import type { AbsenceRules } from './absence/limit.ts'
import { OUR_PATTERN } from './agreement/number-pattern.ts'
import type { SealSettings } from './agreement/sealing.ts'
import { type Correctable, USUALLY_CORRECTABLE } from './correction/correctable.ts'
import type { DissolutionRules } from './dissolution/asking.ts'
import { USUAL_NAMES } from './evidence-archive/names.ts'
import type { FirstLoginRules } from './first-login.ts'
import type { InvitationRules } from './invitation/deadline.ts'
import type { OftenLimits } from './often.ts'
import type { StaffRole } from './staff.ts'

/** The school alone reviews, or the college before it. */
type Levels = ['school'] | ['college', 'school']

/**
 * What a school decides for itself. It holds for what begins from then on: a case keeps the levels it began with, an
 * invitation the limits it was sent under, an agreement the rules on dissolving it was signed under, and its number.
 */
export type Settings = AbsenceRules &
  DissolutionRules &
  InvitationRules &
  OftenLimits &
  FirstLoginRules &
  SealSettings & {
    agreementLevels: Levels
    dissolutionLevels: Levels
    destinationLevels: Levels
    correctionLevels: Levels
    recommendationLevels: Levels
    /** What of the roster students may ask to have corrected; the school keeps the rest to itself. */
    correctable: Correctable[]
    /** The school is told when an employer has asked this many of its students within thirty days. */
    alertAt: number
    /** Days in which a new invitation may be answered, unless the employer says otherwise (R5). */
    defaultDays: number
    /** How agreement numbers are made from now on (`agreement/number-pattern.ts`); those that were given stay. */
    numberPattern: string
    /** How the files of an archive are named unless whoever takes it says otherwise (`evidence-archive/names.ts`, AT-53). */
    archiveNames: string
    /** The years of graduation of which something new is begun; none named, all of the roster. */
    graduationYears: number[]
    /** Days in which a student says whether they have reported for work, before the school decides. */
    fulfilmentDays: number
    /** An employer that another school has admitted is admitted as soon as it applies. */
    admitsKnown: boolean
    /** What an admitted employer submits is published without the school's look (`post/life.ts`). */
    postsAtOnce: boolean
    /** How many posts an employer submits to the school on one day in China (AT-5). */
    postsADay: number
    /** Days in which an employer answers an application; later it counts as unanswered (`application/answer-rate.ts`). */
    applicationDays: number
    /** What is changed in a published post is shown to visitors once the school has looked. */
    postChangesReviewed: boolean
    /** Every account of its staff asks for a second factor beside the password. */
    staffSecondFactor: boolean
  }

/** What a school begins with. */
export const DEFAULT_SETTINGS: Settings = {
  agreementLevels: ['school'],
  dissolutionLevels: ['school'],
  destinationLevels: ['school'],
  correctionLevels: ['school'],
  recommendationLevels: ['school'],
  correctable: [...USUALLY_CORRECTABLE],
  correctionLimit: 5,
  answerDays: 7,
  coolDownDays: 0,
  breachLimit: null,
  requestLimit: 5,
  window: null,
  alertAt: 5,
  minDays: 1,
  defaultDays: 5,
  maxDays: 30,
  declineNeedsReason: false,
  numberPattern: OUR_PATTERN,
  archiveNames: USUAL_NAMES,
  graduationYears: [],
  registrationLimit: 10,
  firstLoginBy: 'id-number',
  firstLoginTries: 10,
  fulfilmentDays: 7,
  sealAfterReview: false,
  sealReminderDays: 3,
  sealReminders: 3,
  admitsKnown: false,
  postsAtOnce: false,
  postsADay: 20,
  applicationDays: 14,
  absenceLimit: null,
  absenceDays: 90,
  postChangesReviewed: true,
  staffSecondFactor: false,
}

type Numbers = { [K in keyof Settings]: Settings[K] extends number | null ? K : never }[keyof Settings]
export type NumberSetting = Exclude<Numbers, undefined>

/**
 * Between what a school chooses, both included. A side always has a day to answer and a way to ask (R4, R27): no time is
 * nothing, no limit is none, and no wait outlasts half a year.
 */
export const SETTING_BOUNDS: Readonly<
  Record<NumberSetting, { readonly least: number; readonly most: number }>
> = {
  minDays: { least: 1, most: 30 },
  defaultDays: { least: 1, most: 60 },
  maxDays: { least: 1, most: 90 },
  fulfilmentDays: { least: 1, most: 60 },
  sealReminderDays: { least: 1, most: 20 },
  sealReminders: { least: 1, most: 10 },
  answerDays: { least: 1, most: 60 },
  coolDownDays: { least: 0, most: 180 },
  breachLimit: { least: 0, most: 20 },
  requestLimit: { least: 2, most: 20 },
  registrationLimit: { least: 3, most: 50 },
  correctionLimit: { least: 2, most: 20 },
  alertAt: { least: 1, most: 1000 },
  postsADay: { least: 1, most: 500 },
  applicationDays: { least: 3, most: 60 },
  absenceLimit: { least: 1, most: 20 },
  absenceDays: { least: 7, most: 365 },
  firstLoginTries: { least: 3, most: 100 },
}
/** Years of graduation that are named at most. */
export const MOST_YEARS = 10

/** The parts in which settings are shown, changed and told of. */
export const SETTING_SECTIONS = {
  levels: [
    'agreementLevels',
    'dissolutionLevels',
    'destinationLevels',
    'correctionLevels',
    'recommendationLevels',
  ],
  corrections: ['correctable', 'correctionLimit'],
  firstLogin: ['firstLoginBy', 'firstLoginTries'],
  staff: ['staffSecondFactor'],
  numbers: ['numberPattern'],
  archives: ['archiveNames'],
  signing: [
    'graduationYears',
    'minDays',
    'defaultDays',
    'maxDays',
    'declineNeedsReason',
    'fulfilmentDays',
    'registrationLimit',
    'sealAfterReview',
    'sealReminderDays',
    'sealReminders',
    'admitsKnown',
  ],
  posts: ['postsAtOnce', 'postChangesReviewed', 'postsADay', 'applicationDays'],
  events: ['absenceLimit', 'absenceDays'],
  dissolution: ['answerDays', 'coolDownDays', 'requestLimit', 'breachLimit', 'window', 'alertAt'],
} as const satisfies Record<string, readonly (keyof Settings)[]>
export type SettingSection = keyof typeof SETTING_SECTIONS
export type SettingName = (typeof SETTING_SECTIONS)[SettingSection][number]
export const SETTING_NAMES: readonly SettingName[] = Object.values(SETTING_SECTIONS).flat()

/** Who of the staff may change them; everybody of the staff reads them. */
export const SETTINGS_CHANGED_BY: readonly StaffRole[] = ['administrator']
export const mayChangeSettings = (role: StaffRole | null): boolean =>
  role !== null && SETTINGS_CHANGED_BY.includes(role)
