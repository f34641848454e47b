import type { ReactNode } from 'react'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { proposalOf, type TypedProposal, useProposing } from './proposal-form.tsx'
import { interviewWords } from './words.ts'

type Props = {
  label: string
  title: string
  /** What is said once it is sent, where it is more than that. */
  done?: string
  /** How many are invited. */
  n: number
  /** Sends it; what became of each is the caller's to say. */
  send: (proposal: ReturnType<typeof proposalOf>) => Promise<unknown>
  settled: () => void
  children?: ReactNode
}

/** Gives times for an interview to one applicant or to several. */
export function ProposeButton({ label, title, done, n, send, settled, children }: Props) {
  const w = useWords(interviewWords)
  const asked = useProposing()
  const { text, confirm } = w.propose
  return (
    <ActButton<TypedProposal>
      {...{ label, title, text, confirm }}
      done={done ?? w.propose.done}
      asked={{
        ...asked,
        show: (given, put, at) => (
          <>
            {asked.show(given, put, at)}
            {given.begins.length < n && <Note type="info" title={w.several.fewer(given.begins.length, n)} />}
          </>
        ),
      }}
      act={(_reason, given) => send(proposalOf(given))}
      settled={settled}
    >
      {children}
    </ActButton>
  )
}
