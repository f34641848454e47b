import { type ReactNode, useEffect } from 'react'
import './sheet.css'

/**
 * What is read and printed as a letter: an invitation, an agreement, a certificate. `header` says which one it is, on
 * each printed page, beside the page's number.
 */
export function Sheet({ header = '', children }: { header?: string | undefined; children: ReactNode }) {
  useEffect(() => {
    const { style } = document.documentElement
    style.setProperty('--sheet-header', JSON.stringify(header))
    return () => {
      style.removeProperty('--sheet-header')
    }
  }, [header])
  return <article className="letter">{children}</article>
}
