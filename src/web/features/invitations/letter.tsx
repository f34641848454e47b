import type { ComponentProps, ReactNode } from 'react'
import type { Day } from '../../../domain/day.ts'
import type { NoticeWords } from '../../../domain/notice-text.ts'
import type { Terms } from '../../../domain/terms.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { RulesBeforeSigning } from '../dissolutions/rules/before-signing.tsx'
import { useNoticeLines } from '../notice-texts/notice-lines.ts'
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
  /** Which letter this is, on each printed page; none before it is sent. */
  number?: string
  /** What is printed below the signature. */
  children?: ReactNode
}

/** A letter is told from another by the end of its id, and from its revisions by the version. */
export const letterNumber = ({ id, version }: { id: string; version: number }) =>
  `${id.slice(-12).toUpperCase()}-${version}`

/** The invitation as the student reads it, and as it is printed. */
export function Letter({ student, employer, terms, respondBy, day, number, children }: LetterProps) {
  const w = useWords(invitationWords)
  const { said } = useFigures()
  return (
    <Sheet header={number}>
      <h2 className="sheet-title">{w.title}</h2>
      <p>{w.dear(student)}</p>
      <p className="letter-opening">{w.body(terms.position, said.deadline(respondBy))}</p>
      <TermsView terms={terms} />
      <p className="sign">
        {employer}
        <br />
        {said.day(day)}
      </p>
      {children}
    </Sheet>
  )
}

/** 签约须知: part of the letter, on paper too; `children` below it. */
export function SigningNotice({ of, children }: { of: NoticeWords; children?: ReactNode }) {
  const w = useWords(invitationWords)
  const linesOf = useNoticeLines()
  return (
    <section className="letter-notes">
      <h3>{w.notes}</h3>
      <ol>
        {linesOf(of).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      {children}
    </section>
  )
}

/** What a student reads below the letter before signing. */
export function LetterNotes({
  notice,
  rules,
  isSealed,
}: ComponentProps<typeof RulesBeforeSigning> & { notice: NoticeWords; isSealed: boolean }) {
  const w = useWords(invitationWords)
  return (
    <SigningNotice of={notice}>
      {isSealed && <p>{w.sealed}</p>}
      <RulesBeforeSigning rules={rules} />
    </SigningNotice>
  )
}
