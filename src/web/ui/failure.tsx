import { useQueryClient } from '@tanstack/react-query'
import { Navigate, useLocation, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { portal } from '../../contracts/accounts.ts'
import { REFUSAL_WORDS } from '../../contracts/refusal-words.ts'
import { ProblemError } from '../call.ts'
import { useLanguage, useWords } from '../words/language.tsx'
import { ProblemNote } from './problem-note.tsx'

/** What a page that could not be shown says; who is not signed in is shown the door. */
export function Failure({ error }: { error?: unknown }) {
  const words = useWords()
  const { language } = useLanguage()
  const router = useRouter()
  const client = useQueryClient()
  const { pathname } = useLocation()
  const code = error instanceof ProblemError ? error.problem?.code : undefined
  const here = portal.safeParse(pathname.split('/')[1])
  if (code === 'not-signed-in')
    return (
      <Navigate
        to="/sign-in/$portal"
        params={{ portal: here.data ?? 'student' }}
        search={{ from: pathname }}
        replace
      />
    )
  if (code === 'verification-needed') return <Navigate to="/student/verification" replace />
  if (code === 'already-verified') return <Navigate to="/student" replace />
  const retry = async () => {
    client.clear()
    await router.invalidate()
  }
  return (
    <div className="narrow">
      {error instanceof ProblemError ? (
        <ProblemNote error={error} />
      ) : (
        <p>{REFUSAL_WORDS['not-found'][language]}</p>
      )}
      <Button onClick={retry}>{words.retry}</Button>
    </div>
  )
}
