import type { SettingValue } from '../../../contracts/settings.ts'
import { isCorrectable } from '../../../domain/correction/correctable.ts'
import { FIRST_LOGIN_WAYS } from '../../../domain/first-login.ts'
import { ROSTER_COLUMNS } from '../../../domain/roster/columns.ts'
import type { SettingName } from '../../../domain/settings.ts'
import { useFigures } from '../../ui/figures.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { changesWords } from './changes-words.ts'
import { settingsWords } from './words.ts'

/** A setting's value in words, as the journal has it: also one that could not be chosen today. */
export function useSettingText(): (name: SettingName, value: SettingValue) => string {
  const w = useWords(changesWords)
  const settings = useWords(settingsWords)
  const nameOf = useNameOf()
  const { day } = useFigures()
  const one = (word: string | number): string => {
    const way = FIRST_LOGIN_WAYS.find((known) => known === word)
    if (way) return settings.firstLoginWays[way]
    if (typeof word !== 'string' || !isCorrectable(word)) return String(word)
    const { zh: name, en: nameEn } = ROSTER_COLUMNS[word]
    return nameOf({ name, nameEn })
  }
  const several = (name: SettingName, words: readonly (string | number)[]): string => {
    if (words.includes('school'))
      return words.includes('college') ? settings.collegeThenSchool : settings.schoolOnly
    if (words.length === 0) return name === 'graduationYears' ? w.everyYear : w.none
    return words.map(one).join(w.joint)
  }
  return (name, value) => {
    if (value === null) return name === 'window' ? w.allYear : w.unlimited
    if (typeof value === 'boolean') return value ? w.yes : w.no
    if (Array.isArray(value)) return several(name, value)
    return typeof value === 'object' ? w.period(day(value.from), day(value.to)) : one(value)
  }
}
