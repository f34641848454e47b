import type { ReactNode } from 'react'
import type { Terms } from '../../../domain/terms.ts'
import { useWords } from '../../words/language.tsx'
import { Sheet } from '../terms/sheet.tsx'
import { TermsView } from '../terms/terms-view.tsx'
import { invitationWords } from './words.ts'
import './letter.css'

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
    <Sheet>
      <h1>{w.title}</h1>
      {status}
      <p>{w.dear(student)}</p>
      <p className="opening">{w.body(terms.position, respondBy)}</p>
      {left}
      <TermsView terms={terms} />
      <p className="sign">
        {employer}
        <br />
        {day}
      </p>
    </Sheet>
  )
}
