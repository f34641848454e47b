import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../words/language.tsx'

export function LanguageSwitch({ signedIn = false }: { signedIn?: boolean }) {
  const { language, choose } = useLanguage()
  const words = useWords()
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <button type="button" className="plain" lang={other} onClick={() => choose(other, signedIn)}>
      {words.switchLanguage}
    </button>
  )
}

export function Top({ children }: { children?: ReactNode }) {
  const words = useWords()
  return (
    <>
      <a className="skip" href="#content">
        {words.skip}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <img src="/seal.svg" alt="" />
          <span>{words.product}</span>
        </Link>
        <span className="grow" />
        {children}
      </header>
    </>
  )
}
