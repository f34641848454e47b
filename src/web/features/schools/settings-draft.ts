import { wholeFrom } from '../../../domain/entered.ts'
import type { Settings } from '../../../domain/settings.ts'

const LEVELS = { school: ['school'], both: ['college', 'school'] } as const satisfies Record<
  string,
  Settings['agreementLevels']
>
type LevelsChoice = keyof typeof LEVELS
type Levels =
  | 'agreementLevels'
  | 'dissolutionLevels'
  | 'destinationLevels'
  | 'correctionLevels'
  | 'recommendationLevels'

const NUMBERS = [
  'answerDays',
  'coolDownDays',
  'alertAt',
  'minDays',
  'defaultDays',
  'maxDays',
  'fulfilmentDays',
  'sealReminderDays',
  'sealReminders',
  'firstLoginTries',
  'requestLimit',
  'registrationLimit',
  'correctionLimit',
  'postsADay',
  'applicationDays',
  'absenceDays',
] as const satisfies readonly (keyof Settings)[]
type Numbers = (typeof NUMBERS)[number]
/** The fields in which a whole number is typed. */
export type NumberName = Numbers | 'breachLimit' | 'absenceLimit'

/** What is typed: numbers as they are written, each choice of levels by name; a limit and a window with a tick of their own. */
export type SettingsDraft = Omit<
  Settings,
  Levels | Numbers | 'window' | 'breachLimit' | 'absenceLimit' | 'graduationYears'
> &
  Record<Levels, LevelsChoice> &
  Record<NumberName, string> & {
    graduationYears: string[]
    breachLimited: boolean
    absenceLimited: boolean
    windowed: boolean
    windowFrom: string
    windowTo: string
  }

const choiceOf = (levels: Settings['agreementLevels']): LevelsChoice =>
  levels.length > 1 ? 'both' : 'school'

/** The same fields, each brought into another form. */
const each = <To>(of: (name: Numbers) => To) =>
  Object.fromEntries(NUMBERS.map((name) => [name, of(name)])) as Record<Numbers, To>
/** Of a field that its rule has let through. */
const read = (typed: string): number => wholeFrom(typed) ?? 0

export const draftOf = ({
  window,
  breachLimit,
  absenceLimit,
  graduationYears,
  ...rest
}: Settings): SettingsDraft => ({
  ...rest,
  graduationYears: graduationYears.map(String),
  ...each((name) => String(rest[name])),
  agreementLevels: choiceOf(rest.agreementLevels),
  dissolutionLevels: choiceOf(rest.dissolutionLevels),
  destinationLevels: choiceOf(rest.destinationLevels),
  correctionLevels: choiceOf(rest.correctionLevels),
  recommendationLevels: choiceOf(rest.recommendationLevels),
  breachLimited: breachLimit !== null,
  breachLimit: String(breachLimit ?? 1),
  absenceLimited: absenceLimit !== null,
  absenceLimit: String(absenceLimit ?? 3),
  windowed: window !== null,
  windowFrom: window?.from ?? '',
  windowTo: window?.to ?? '',
})

export const settingsOf = ({
  breachLimited,
  breachLimit,
  absenceLimited,
  absenceLimit,
  windowed,
  windowFrom,
  windowTo,
  graduationYears,
  ...rest
}: SettingsDraft): Settings => ({
  ...rest,
  graduationYears: graduationYears.map(Number).sort((one, other) => one - other),
  ...each((name) => read(rest[name])),
  agreementLevels: LEVELS[rest.agreementLevels],
  dissolutionLevels: LEVELS[rest.dissolutionLevels],
  destinationLevels: LEVELS[rest.destinationLevels],
  correctionLevels: LEVELS[rest.correctionLevels],
  recommendationLevels: LEVELS[rest.recommendationLevels],
  breachLimit: breachLimited ? read(breachLimit) : null,
  absenceLimit: absenceLimited ? read(absenceLimit) : null,
  window: windowed ? { from: windowFrom, to: windowTo } : null,
})
