import { useQueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ProblemError } from '../call.ts'
import { usePortal } from '../features/cases/portal.ts'
import { ProblemNote } from '../features/cases/problem-note.tsx'
import { RequestId } from '../features/cases/request-id.tsx'
import { Loading } from '../ui/loading.tsx'
import { PlainButton } from '../ui/plain-button.tsx'
import { uiWords } from '../ui/words.ts'
import { useWords } from '../words/language.tsx'
import { causeOf } from './cause.ts'
import { portalWords } from './words.ts'

/** Refusals that are answered by showing another page. */
const ELSEWHERE = ['not-signed-in', 'verification-needed', 'already-verified']

/** What a page that could not be shown says, by its cause, with the way out; who is not signed in is shown the door. */
export function Failure({ error }: { error?: unknown }) {
  const ui = useWords(uiWords)
  const w = useWords(portalWords).failure
  const router = useRouter()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { href } = useLocation()
  const here = usePortal()
  // The page that failed, not the one this is on its way to.
  const [{ failed, portal }] = useState({ failed: href, portal: here ?? 'student' })
  const cause = causeOf(error)
  const code = error instanceof ProblemError ? error.problem?.code : undefined
  useEffect(() => {
    const from = failed === `/${portal}` ? undefined : failed
    if (code === 'not-signed-in')
      void navigate({ to: '/sign-in/$portal', params: { portal }, search: { from }, replace: true })
    if (code === 'verification-needed') void navigate({ to: '/student/verification', replace: true })
    if (code === 'already-verified') void navigate({ to: '/student', replace: true })
  }, [code, failed, portal, navigate])
  const retry = async () => {
    client.clear()
    await router.invalidate()
  }
  if (code && ELSEWHERE.includes(code)) return <Loading />
  return (
    <main id="content" className="narrow">
      {cause === 'refused' ? <ProblemNote error={error} /> : <p role="alert">{w[cause]}</p>}
      {cause === 'program' || cause === 'missing' ? (
        <PlainButton onClick={() => window.location.reload()}>{w.reload}</PlainButton>
      ) : (
        cause !== 'noPage' && <PlainButton onClick={retry}>{ui.retry}</PlainButton>
      )}{' '}
      <Link to="/">{w.front}</Link>
      {cause !== 'refused' && <RequestId error={error} />}
    </main>
  )
}
