import { Link, useLocation } from '@tanstack/react-router'
import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import { z } from 'zod'
import { portal } from '../../contracts/accounts.ts'
import { reason } from '../../contracts/endpoint.ts'
import { refusalText } from '../../contracts/refusal-words.ts'
import type { RefusalCode } from '../../domain/refusal.ts'
import { ProblemError } from '../call.ts'
import { useLanguage, useWords } from '../words/language.tsx'

type Reason = z.infer<typeof reason>

/** All reasons that stand in the way, each with who can remove it (R27). */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const words = useWords()
  const { language } = useLanguage()
  const reader = useLocation().pathname.split('/')[1]
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {reasons.map(({ code, remover, details }) => (
        <li key={code}>
          {refusalText(code as RefusalCode, language, details)} —{' '}
          {words.whoCanHelp[remover === reader ? 'reader' : remover]}
        </li>
      ))}
    </ul>
  )
}

type Props = { error: unknown; names?: Readonly<Record<string, string>> | undefined }

/** What went wrong, in the reader's language, beside what was typed; it comes into sight above a long form. */
export function ProblemNote({ error, names }: Props) {
  const words = useWords()
  const { pathname } = useLocation()
  const note = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (error) note.current?.scrollIntoView({ block: 'nearest' })
  }, [error])
  if (!error) return null
  const problem = error instanceof ProblemError ? error.problem : null
  const reasons = z.array(reason).safeParse(problem?.reasons)
  const here = portal.safeParse(pathname.split('/')[1])
  const nameOf = (field: string) => {
    const last = field.split('.').at(-1) ?? ''
    return names?.[last] ?? (words.terms as Record<string, string>)[last] ?? field
  }
  const fields = problem?.errors?.filter(({ message }) => message !== problem.title) ?? []
  return (
    <div ref={note} style={{ scrollMarginTop: 64 }}>
      <Alert
        role="alert"
        type="error"
        showIcon
        style={{ marginBottom: 16 }}
        title={problem?.title ?? words.offline}
        action={
          problem?.code === 'not-signed-in' &&
          here.success && (
            <Link to="/sign-in/$portal" params={{ portal: here.data }} search={{ from: pathname }}>
              {words.signIn.submit}
            </Link>
          )
        }
        description={
          reasons.data && reasons.data.length > 1 ? (
            <Reasons reasons={reasons.data} />
          ) : fields.length > 0 ? (
            <ul style={{ margin: 0, paddingInlineStart: 20 }}>
              {fields.map(({ field, message }) => (
                <li key={field}>
                  {nameOf(field)}: {message}
                </li>
              ))}
            </ul>
          ) : undefined
        }
      />
    </div>
  )
}
