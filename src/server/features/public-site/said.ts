import type { Language } from '../../../words/language.ts'
import type { SchoolSite } from './queries.ts'

/** What is said in this language; where it is said in Chinese alone, that. */
export const inLanguage = (language: Language, chinese: string, english: string) => {
  const isOther = language === 'en' && english === ''
  return { text: language === 'en' && english !== '' ? english : chinese, isOther: isOther && chinese !== '' }
}

export const nameIn = (language: Language, { name, nameEn }: Pick<SchoolSite, 'name' | 'nameEn'>) =>
  inLanguage(language, name, nameEn).text
