import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useLanguage, useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'
import './top.css'

export function LanguageSwitch({ signedIn = false }: { signedIn?: boolean }) {
  const { language, choose } = useLanguage()
  const w = useWords(uiWords)
  const other = language === 'en' ? 'zh-CN' : 'en'
  return (
    <button type="button" className="plain" lang={other} onClick={() => choose(other, signedIn)}>
      {w.switchLanguage}
    </button>
  )
}

export function Top({ children }: { children?: ReactNode }) {
  const w = useWords(uiWords)
  return (
    <>
      <a className="skip" href="#content">
        {w.skip}
      </a>
      <header className="top">
        <Link to="/" className="brand">
          <img src="/seal.svg" alt="" />
          <span>{w.product}</span>
        </Link>
        <span className="grow" />
        {children}
      </header>
    </>
  )
}

/** A page for anybody: its language can be chosen, and it leads to the front. */
export const PublicPage = ({ isNarrow = false, children }: { isNarrow?: boolean; children: ReactNode }) => (
  <>
    <Top>
      <LanguageSwitch />
    </Top>
    <main id="content" className={isNarrow ? 'narrow' : 'page'}>
      {children}
    </main>
  </>
)
