import type { ReactNode } from 'react'
import type { Day } from '../../../domain/day.ts'
import type { Terms } from '../../../domain/terms.ts'
import { useFigures } from '../../ui/figures.ts'
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
  /** The day it was or will be sent. */
  day: Day
  status?: ReactNode
  left?: ReactNode
}

/** The invitation as the student reads it. */
export function Letter({ student, employer, terms, respondBy, day, status, left }: LetterProps) {
  const w = useWords(invitationWords)
  const { said } = useFigures()
  return (
    <Sheet>
      <h1>{w.title}</h1>
      {status}
      <p>{w.dear(student)}</p>
      <p className="opening">{w.body(terms.position, said.deadline(respondBy))}</p>
      {left}
      <TermsView terms={terms} />
      <p className="sign">
        {employer}
        <br />
        {said.day(day)}
      </p>
    </Sheet>
  )
}
