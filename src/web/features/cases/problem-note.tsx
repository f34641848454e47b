import { Link, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { ProblemError } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { NotSigned } from './not-signed.ts'
import { usePortal } from './portal.ts'
import { problemWords } from './problem-words.ts'
import { type Reason, useReasonText, useWhoCanHelp } from './reason-text.ts'
import { RequestId } from './request-id.tsx'
import './problem-note.css'

/** All reasons that stand in the way, each with who can remove it (R27). */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const textOf = useReasonText()
  return (
    <ul className="reasons">
      {reasons.map((reason) => (
        <li key={reason.code}>{textOf(reason)}</li>
      ))}
    </ul>
  )
}

type Props = {
  error: unknown
  names?: Readonly<Record<string, string>> | undefined
  /** Takes what is newest into the form, where what it was opened with has changed meanwhile. */
  onReload?: (() => void) | undefined
}

/** What went wrong, in the reader's language, beside what was typed; it comes into sight above a long form. */
export function ProblemNote({ error, names, onReload }: Props) {
  const w = useWords(problemWords)
  const ui = useWords(uiWords)
  const { href } = useLocation()
  const here = usePortal()
  const whoCanHelp = useWhoCanHelp()
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) note.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  // Whoever did not sign knows it.
  if (!error || error instanceof NotSigned) return null
  const problem = error instanceof ProblemError ? error.problem : null
  const isOffline = error instanceof ProblemError && error.isOffline
  const isUnknown = error instanceof ProblemError && error.isUnknown
  const reasons = problem?.reasons ?? []
  const nameOf = (field: string) => names?.[field] ?? names?.[field.replace(/^.*\./, '')] ?? field
  const fields = problem?.errors?.filter(({ message }) => message !== problem.title) ?? []
  return (
    <div ref={note} className="problem">
      <Note
        type="error"
        title={isUnknown ? ui.outcomeUnknown : (problem?.title ?? (isOffline ? ui.offline : w.noAnswer))}
        action={
          here && (problem?.code === 'not-signed-in' || problem?.code === 'another-account') ? (
            <div className="ways">
              {/* Beside this page: what was typed here is still to be sent. */}
              <Link
                to="/sign-in/$portal"
                params={{ portal: here }}
                search={{ from: href }}
                target="_blank"
                rel="noopener"
              >
                {w.signIn}
                <span className="unseen">{ui.newTab}</span>
              </Link>
              {problem.code === 'another-account' && (
                <PlainButton onClick={() => window.location.reload()}>{w.beginAnew}</PlainButton>
              )}
            </div>
          ) : (
            problem?.code === 'content-changed' &&
            onReload && <PlainButton onClick={onReload}>{w.reloadNewest}</PlainButton>
          )
        }
        description={
          reasons.length > 1 ? (
            <Reasons reasons={reasons} />
          ) : reasons[0] ? (
            whoCanHelp(reasons[0].remover)
          ) : fields.length > 0 ? (
            <ul className="reasons">
              {fields.map(({ field, message }) => (
                <li key={field}>
                  {nameOf(field)}: {message}
                </li>
              ))}
            </ul>
          ) : undefined
        }
      />
      <RequestId error={error} />
    </div>
  )
}
