import type { ReactNode } from 'react'
import './sheet.css'

/** What is read and printed as a letter: an invitation, an agreement, a certificate. */
export const Sheet = ({ children }: { children: ReactNode }) => (
  <article className="letter">{children}</article>
)
