import type { ReactNode } from 'react'
import type { Terms } from '../../../domain/terms.ts'
import { useWords } from '../../words/language.tsx'
import { TermsView } from '../terms/terms-view.tsx'
import { invitationWords } from './words.ts'

export type LetterProps = {
  student: string
  employer: string
  terms: Terms
  respondBy: string
  /** The day it was sent, as it is shown. */
  day: string
  status?: ReactNode
  left?: ReactNode
}

/** The invitation as the student reads it. */
export function Letter({ student, employer, terms, respondBy, day, status, left }: LetterProps) {
  const w = useWords(invitationWords)
  return (
    <article className="letter">
      <h1>{w.title}</h1>
      {status}
      <p>{w.dear(student)}</p>
      <p style={{ textIndent: '2em' }}>{w.body(terms.position, respondBy)}</p>
      {left}
      <TermsView terms={terms} />
      <p className="sign">
        {employer}
        <br />
        {day}
      </p>
    </article>
  )
}
