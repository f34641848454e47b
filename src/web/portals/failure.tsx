import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useCallback, useEffect } from 'react'
import { ProblemError } from '../call.ts'
import { usePortal } from '../features/cases/portal.ts'
import { ProblemNote } from '../features/cases/problem-note.tsx'
import { RequestId } from '../features/cases/request-id.tsx'
import { BackButton } from '../ui/back-button.tsx'
import { Loading } from '../ui/loading.tsx'
import { PlainButton } from '../ui/plain-button.tsx'
import { uiWords } from '../ui/words.ts'
import { useWords } from '../words/language.tsx'
import { causeOf } from './cause.ts'
import { ToDoor } from './to-door.tsx'
import { portalWords } from './words.ts'
import './failure.css'

const TRY_AGAIN = 5_000

/** Refusals that are answered by showing another page. */
const ELSEWHERE = [
  'verification-needed',
  'already-verified',
  'second-factor-needed',
  'second-factor-to-set-up',
]

/** What a page that could not be shown says, by its cause, with the way out; who is not signed in is shown the door. */
export function Failure({ error }: { error?: unknown }) {
  const ui = useWords(uiWords)
  const w = useWords(portalWords).failure
  const router = useRouter()
  const here = usePortal()
  const { href } = useLocation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const cause = causeOf(error)
  const code = error instanceof ProblemError ? error.problem?.code : undefined
  useEffect(() => {
    if (code === 'verification-needed') void navigate({ to: '/student/verification', replace: true })
    // The portal shows what is lacking once it knows.
    if (code === 'second-factor-needed' || code === 'second-factor-to-set-up') void client.resetQueries()
    if (code === 'already-verified') void navigate({ to: '/student', replace: true })
  }, [code, navigate, client])
  const retry = useCallback(async () => {
    // What failed is asked for anew; what the frame around the page shows stays, and is followed on.
    await client.resetQueries({ predicate: ({ state }) => state.status === 'error' })
    await router.invalidate()
  }, [client, router])
  // Where only the line was broken the page comes by itself: each failure is another error.
  useEffect(() => {
    if (!error || cause !== 'offline') return
    const timer = setTimeout(retry, TRY_AGAIN)
    window.addEventListener('online', retry)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('online', retry)
    }
  }, [error, cause, retry])
  if (code === 'not-signed-in') return <ToDoor />
  if (code && ELSEWHERE.includes(code)) return <Loading />
  return (
    <main id="content" className="narrow">
      {cause === 'refused' ? <ProblemNote error={error} /> : <p role="alert">{w[cause]}</p>}
      <div className="ways-on">
        {(cause === 'program' || cause === 'missing') && (
          <PlainButton onClick={() => window.location.reload()}>{w.reload}</PlainButton>
        )}
        {(cause === 'offline' || cause === 'server') && <PlainButton onClick={retry}>{ui.retry}</PlainButton>}
        {(cause === 'refused' || cause === 'noPage') && <BackButton list={here ? `/${here}` : '/'} />}
        <Link to={here ? `/${here}` : '/'}>{w.front}</Link>
        {cause === 'refused' && here && (
          <Link to="/sign-in/$portal" params={{ portal: here }} search={{ from: href }}>
            {w.another}
          </Link>
        )}
      </div>
      {cause !== 'refused' && <RequestId error={error} />}
    </main>
  )
}
