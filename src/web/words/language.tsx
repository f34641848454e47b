import {
  createContext,
  type ReactNode,
  startTransition,
  use,
  useContext,
  useLayoutEffect,
  useState,
} from 'react'
import { setLanguage as saveLanguage } from '../../contracts/accounts.ts'
import type { Language } from '../../words/language.ts'
import { call, setRequestLanguage } from '../call.ts'
import { keepHere, keptHere } from '../ui/on-this-device.ts'
import { type Area, makeReady } from './area.ts'

const KEY = 'language'
/** The first of the browser's languages that there is; Chinese where it asks for neither. */
const asked = (): Language => {
  const first = navigator.languages.find((language) => /^(zh|en)\b/i.test(language))
  return first && /^en/i.test(first) ? 'en' : 'zh-CN'
}
const chosenOrAsked = (): Language => {
  const chosen = keptHere(KEY)
  return chosen === null ? asked() : chosen === 'en' ? 'en' : 'zh-CN'
}

/** What this device remembers, to be awaited before the first page shows. */
export const readRemembered = (): Promise<Language> =>
  makeReady(chosenOrAsked()).then(chosenOrAsked, () => 'zh-CN')

const Context = createContext<{
  language: Language
  choose: (language: Language, signedIn: boolean) => void
  /** Takes over what the account has chosen, on a device where nothing has been. */
  adopt: (language: Language) => void
}>({ language: 'zh-CN', choose: () => {}, adopt: () => {} })

/** The reader's language: kept on this device, and with the account when signed in. */
export function LanguageProvider({ first, children }: { first: Language; children: ReactNode }) {
  const [language, setLanguage] = useState(first)
  setRequestLanguage(language)
  useLayoutEffect(() => {
    document.documentElement.lang = language
  }, [language])
  const turnTo = async (next: Language) => {
    await makeReady(next)
    // The page stays as it is, with all that is typed on it, until its words are there.
    startTransition(() => setLanguage(next))
  }
  const choose = (next: Language, signedIn: boolean) => {
    keepHere(KEY, next)
    // Without a connection the page stays in the language it has.
    void turnTo(next).catch(() => {})
    // The device remembers in any case; the account's copy is a convenience that must not get in the way.
    if (signedIn) void call(saveLanguage, { body: { language: next } }).catch(() => {})
  }
  const adopt = (next: Language) => {
    // Every account begins in Chinese: only English has been chosen there.
    if (keptHere(KEY) === null && next === 'en') void turnTo(next).catch(() => {})
  }
  return <Context value={{ language, choose, adopt }}>{children}</Context>
}

export const useLanguage = () => useContext(Context)
/** A name out of a code table in the reader's language. */
export const useNameOf = () => {
  const { language } = useLanguage()
  return ({ name, nameEn }: { name: string; nameEn: string }) => (language === 'en' ? nameEn : name)
}

/** An area's words in the reader's language. */
export function useWords<Words>({ zh, en, coming }: Area<Words>): Words {
  const { language } = useLanguage()
  if (language !== 'en') return zh
  return en ?? use(coming())
}
