import { createContext, type ReactNode, useContext, useLayoutEffect, useState } from 'react'
import { setLanguage as saveLanguage } from '../../contracts/accounts.ts'
import type { Language } from '../../words/refusals.ts'
import { call, setRequestLanguage } from '../call.ts'
import { type Words, zh } from './zh-CN.ts'

/** Chinese is there from the start; who reads English downloads it. */
const loadWords = async (language: Language): Promise<Words> =>
  language === 'en' ? (await import('./en.ts')).en : zh
const KEY = 'qianyue.language'
const remembered = (): Language => (localStorage.getItem(KEY) === 'en' ? 'en' : 'zh-CN')

type Read = { readonly language: Language; readonly words: Words }
/** What this device remembers, to be awaited before the first page shows. */
export const readRemembered = async (): Promise<Read> => ({
  language: remembered(),
  words: await loadWords(remembered()),
})

const Context = createContext<
  Read & {
    choose: (language: Language, signedIn: boolean) => void
    /** Takes over the account's language on a device where none has been chosen. */
    adopt: (language: Language) => void
  }
>({ language: 'zh-CN', words: zh, choose: () => {}, adopt: () => {} })

/** The reader's language: kept on this device, and with the account when signed in. */
export function LanguageProvider({ first, children }: { first: Read; children: ReactNode }) {
  const [{ language, words }, setRead] = useState(first)
  setRequestLanguage(language)
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const turnTo = async (next: Language) => setRead({ language: next, words: await loadWords(next) })
  const choose = (next: Language, signedIn: boolean) => {
    localStorage.setItem(KEY, next)
    // Without a connection the page stays in the language it has.
    void turnTo(next).catch(() => {})
    // The device remembers in any case; the account's copy is a convenience that must not get in the way.
    if (signedIn) void call(saveLanguage, { body: { language: next } }).catch(() => {})
  }
  const adopt = (next: Language) => {
    if (localStorage.getItem(KEY) === null) void turnTo(next).catch(() => {})
  }
  return <Context value={{ language, words, choose, adopt }}>{children}</Context>
}

export const useLanguage = () => useContext(Context)
/** A name out of a code table in the reader's language. */
export const useNameOf = () => {
  const { language } = useLanguage()
  return ({ name, nameEn }: { name: string; nameEn: string }) => (language === 'en' ? nameEn : name)
}
export const useWords = () => useContext(Context).words
