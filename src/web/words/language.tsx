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
import { remembered } from '../remembered.ts'
import { type Area, makeReady } from './area.ts'

const KEY = 'qianyue.language'
const chosen = (): Language => (remembered.get(KEY) === 'en' ? 'en' : 'zh-CN')

/** What this device remembers, to be awaited before the first page shows. */
export const readRemembered = (): Promise<Language> => makeReady(chosen()).then(chosen, () => 'zh-CN')

const Context = createContext<{
  language: Language
  choose: (language: Language, signedIn: boolean) => void
  /** Takes over the account's language on a device where none has been chosen. */
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
    remembered.set(KEY, next)
    // Without a connection the page stays in the language it has.
    void turnTo(next).catch(() => {})
    // The device remembers in any case; the account's copy is a convenience that must not get in the way.
    if (signedIn) void call(saveLanguage, { body: { language: next } }).catch(() => {})
  }
  const adopt = (next: Language) => {
    if (remembered.get(KEY) === null) void turnTo(next).catch(() => {})
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
