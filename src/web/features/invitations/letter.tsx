import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { type Terms, warningsOf } from '../../../domain/terms.ts'
import { useWords } from '../../words/language.tsx'
import { TermsView, Warnings } from '../terms/terms-view.tsx'

type Props = {
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
export function Letter({ student, employer, terms, respondBy, day, status, left }: Props) {
  const w = useWords().invitation
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

/** The same letter before it is sent. */
export function LetterPreview({
  letter,
  busy,
  onSend,
  onBack,
}: {
  letter: Props | null
  busy: boolean
  onSend: () => void
  onBack: () => void
}) {
  const w = useWords().invite
  return (
    <Modal
      open={letter !== null}
      width={860}
      title={w.previewTitle}
      okText={w.send}
      cancelText={w.backToTerms}
      okButtonProps={{ loading: busy }}
      onOk={onSend}
      onCancel={onBack}
    >
      {letter && (
        <>
          <Warnings of={warningsOf(letter.terms)} />
          <Letter {...letter} />
        </>
      )}
    </Modal>
  )
}
