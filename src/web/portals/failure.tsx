import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { portal } from '../../contracts/accounts.ts'
import { ProblemError } from '../call.ts'
import { ProblemNote } from '../features/cases/problem-note.tsx'
import { Loading } from '../ui/loading.tsx'
import { uiWords } from '../ui/words.ts'
import { useWords } from '../words/language.tsx'
import { useRefusalText } from '../words/refusals.ts'

/** Refusals that are answered by showing another page. */
const ELSEWHERE = ['not-signed-in', 'verification-needed', 'already-verified']

/** What a page that could not be shown says; who is not signed in is shown the door. */
export function Failure({ error }: { error?: unknown }) {
  const w = useWords(uiWords)
  const refusalText = useRefusalText()
  const router = useRouter()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { href } = useLocation()
  // The page that failed, not the one this is on its way to.
  const [failed] = useState(href)
  const code = error instanceof ProblemError ? error.problem?.code : undefined
  useEffect(() => {
    const here = portal.safeParse(failed.split(/[/?#]/)[1])
    const to = { portal: here.data ?? 'student' }
    const from = failed === `/${to.portal}` ? undefined : failed
    if (code === 'not-signed-in')
      void navigate({ to: '/sign-in/$portal', params: to, search: { from }, replace: true })
    if (code === 'verification-needed') void navigate({ to: '/student/verification', replace: true })
    if (code === 'already-verified') void navigate({ to: '/student', replace: true })
  }, [code, failed, navigate])
  const retry = async () => {
    client.clear()
    await router.invalidate()
  }
  if (code && ELSEWHERE.includes(code)) return <Loading />
  return (
    <main id="content" className="narrow">
      {error instanceof ProblemError ? <ProblemNote error={error} /> : <p>{refusalText('not-found')}</p>}
      <Button onClick={retry}>{w.retry}</Button>
    </main>
  )
}
