import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { getMe } from '../../../contracts/accounts.ts'
import type { Output } from '../../../contracts/address.ts'
import { finishSchoolSignIn, finishTrial } from '../../../contracts/school-sign-in.ts'
import { SIGN_IN_FAULTS } from '../../../domain/school-sign-in.ts'
import { beginAs, call, ProblemError } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { Loading } from '../../ui/loading.tsx'
import { Note } from '../../ui/note.tsx'
import { keepHere, keptHere } from '../../ui/on-this-device.ts'
import { PlainLink } from '../../ui/plain-button.tsx'
import { PublicPage } from '../../ui/top.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { LAST_SCHOOL } from '../accounts/school-choice.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { schoolDoorWords } from './door-words.ts'
import { AFTER_DOOR } from './school-door.tsx'

/** Asked once: what a university has answered is taken once. */
const ONCE = { retry: false, staleTime: Number.POSITIVE_INFINITY, refetchOnWindowFocus: false } as const

function Trial({ answer }: { answer: string }) {
  const w = useWords(schoolDoorWords)
  const trial = useQuery({
    queryKey: ['school-door', answer],
    queryFn: async (): Promise<Output<typeof finishTrial>> => {
      const { school } = await call(getMe)
      return call(finishTrial, { params: { school: school?.code ?? '' }, body: { answer } })
    },
    ...ONCE,
  })
  const problem = trial.error instanceof ProblemError ? trial.error.problem : null
  const fault = SIGN_IN_FAULTS.find((one) => one === problem?.details?.fault)
  return (
    <section className="card">
      <h1>{w.trial.title}</h1>
      {trial.isPending && <Loading />}
      {fault ? (
        <Note type="error" title={w.trial.failed} description={w.faults[fault]} />
      ) : (
        <ProblemNote error={trial.error} />
      )}
      {trial.data && (
        <>
          <Note type="info" title={w.trial.passed} />
          <Facts
            of={[
              [w.trial.number, trial.data.number],
              [w.trial.whose, trial.data.name ?? w.trial.nobody],
              [w.trial.claims, trial.data.claims.join(', ')],
            ]}
          />
        </>
      )}
      <PlainLink to="/school/sign-in" primary>
        {w.trial.back}
      </PlainLink>
    </section>
  )
}

function ComingIn({ answer }: { answer: string }) {
  const w = useWords(schoolDoorWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { adopt } = useLanguage()
  const coming = useQuery({
    queryKey: ['school-door', answer],
    queryFn: async () => {
      const me = await call(finishSchoolSignIn, { body: { answer } })
      const from = keptHere(AFTER_DOOR)
      keepHere(AFTER_DOOR, '')
      client.clear()
      if (me.school) keepHere(LAST_SCHOOL, me.school.code)
      beginAs(me.id)
      adopt(me.language)
      // Only a page of this portal: an address in a link must not lead elsewhere.
      const home = from?.startsWith(`/${me.portal}/`) ? from : `/${me.portal}`
      await navigate({ href: me.verified ? home : '/student/verification', replace: true })
      return me
    },
    ...ONCE,
  })
  return (
    <section className="card">
      <h1>{coming.isError ? w.failed : w.title}</h1>
      {!coming.isError && <p role="status">{w.working}</p>}
      <ProblemNote error={coming.error} />
      {coming.isError && (
        <p>
          <Link to="/sign-in/$portal" params={{ portal: 'student' }}>
            {w.back}
          </Link>
        </p>
      )}
    </section>
  )
}

/** Where a university sends the browser back to. */
export function SchoolDoorPage() {
  // Of the page as it was opened, and not as the router reads it: numbers in it stay as they are written.
  const [answer] = useState(() => window.location.search.slice(1))
  const isTrial = new URLSearchParams(answer).get('state')?.startsWith('try') ?? false
  return (
    <PublicPage isNarrow>{isTrial ? <Trial answer={answer} /> : <ComingIn answer={answer} />}</PublicPage>
  )
}
