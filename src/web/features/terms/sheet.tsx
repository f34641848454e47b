import { type ReactNode, useEffect } from 'react'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import './sheet.css'

/**
 * What is read and printed as a letter: an invitation, an agreement, a certificate. `header` says which one it is, on
 * each printed page, beside the page's number.
 */
export function Sheet({ header = '', children }: { header?: string | undefined; children: ReactNode }) {
  const { page, of, end } = useWords(uiWords).printed
  useEffect(() => {
    const { style } = document.documentElement
    // The margins of a page read from the document alone.
    const said = { header, page, of, end }
    for (const [name, text] of Object.entries(said))
      style.setProperty(`--sheet-${name}`, JSON.stringify(text))
    return () => {
      for (const name of Object.keys(said)) style.removeProperty(`--sheet-${name}`)
    }
  }, [header, page, of, end])
  return <article className="letter">{children}</article>
}
