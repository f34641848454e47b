import type { Settings } from '../../../domain/settings.ts'

const LEVELS = { school: ['school'], both: ['college', 'school'] } as const satisfies Record<
  string,
  Settings['agreementLevels']
>
type LevelsChoice = keyof typeof LEVELS
type Levels = 'agreementLevels' | 'dissolutionLevels' | 'destinationLevels'

/** What is typed: each choice of levels by name; a limit and a window with a tick of their own. */
export type SettingsDraft = Omit<Settings, Levels | 'window' | 'breachLimit'> &
  Record<Levels, LevelsChoice> & {
    breachLimited: boolean
    breachLimit: number
    windowed: boolean
    windowFrom: string
    windowTo: string
  }

const choiceOf = (levels: Settings['agreementLevels']): LevelsChoice =>
  levels.length > 1 ? 'both' : 'school'

export const draftOf = ({ window, breachLimit, ...rest }: Settings): SettingsDraft => ({
  ...rest,
  agreementLevels: choiceOf(rest.agreementLevels),
  dissolutionLevels: choiceOf(rest.dissolutionLevels),
  destinationLevels: choiceOf(rest.destinationLevels),
  breachLimited: breachLimit !== null,
  breachLimit: breachLimit ?? 1,
  windowed: window !== null,
  windowFrom: window?.from ?? '',
  windowTo: window?.to ?? '',
})

export const settingsOf = ({
  breachLimited,
  breachLimit,
  windowed,
  windowFrom,
  windowTo,
  ...rest
}: SettingsDraft): Settings => ({
  ...rest,
  agreementLevels: LEVELS[rest.agreementLevels],
  dissolutionLevels: LEVELS[rest.dissolutionLevels],
  destinationLevels: LEVELS[rest.destinationLevels],
  breachLimit: breachLimited ? breachLimit : null,
  window: windowed ? { from: windowFrom, to: windowTo } : null,
})
