import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { setLanguage as saveLanguage } from '../../contracts/accounts.ts'
import type { Language } from '../../contracts/refusal-words.ts'
import { call, setRequestLanguage } from '../call.ts'
import { en } from './en.ts'
import { type Words, zh } from './zh-CN.ts'

const WORDS: Record<Language, Words> = { 'zh-CN': zh, en }
const KEY = 'qianyue.language'
const remembered = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN')

const Context = createContext<{
  language: Language
  choose: (language: Language, signedIn: boolean) => void
  /** Takes over the account's language on a device where none has been chosen. */
  adopt: (language: Language) => void
}>({
  language: 'zh-CN',
  choose: () => {},
  adopt: () => {},
})

/** The reader's language: kept on this device, and with the account when signed in. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState(remembered)
  setRequestLanguage(language)
  useEffect(() => {
    document.documentElement.lang = language
    document.title = `${WORDS[language].product} · ${WORDS[language].slogan}`
  }, [language])
  const choose = (next: Language, signedIn: boolean) => {
    localStorage.setItem(KEY, next)
    setLanguage(next)
    // The device remembers in any case; the account's copy is a convenience that must not get in the way.
    if (signedIn) void call(saveLanguage, { body: { language: next } }).catch(() => {})
  }
  const adopt = (next: Language) => {
    if (localStorage.getItem(KEY) === null) setLanguage(next)
  }
  return <Context value={{ language, choose, adopt }}>{children}</Context>
}

export const useLanguage = () => useContext(Context)
export const useWords = () => WORDS[useContext(Context).language]
