import { useMutation } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { askForLink } from '../../../contracts/forgotten.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { isOfSchool, PORTALS, type Portal } from '../../../domain/portal.ts'
import { call } from '../../call.ts'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { Note } from '../../ui/note.tsx'
import { PlainButton, PlainLink } from '../../ui/plain-button.tsx'
import { PublicPage } from '../../ui/top.tsx'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { forgottenWords } from './forgotten-words.ts'
import { SchoolChoice, useSchoolChoice } from './school-choice.tsx'
import { signInWords } from './sign-in-words.ts'
import './sign-in.css'

/** Whoever has forgotten the password: what is said is the same whether there is such an account or not. */
export function ForgottenPage() {
  const w = useWords(forgottenWords)
  const signIn = useWords(signInWords)
  const { portal: given } = useParams({ from: '/forgotten/$portal' })
  const portal: Portal = PORTALS.find((one) => one === given) ?? 'student'
  const choice = useSchoolChoice()
  const asking = useMutation({
    mutationFn: (typed: { school?: string; login: string }) =>
      call(askForLink, { body: { ...typed, portal } }),
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    asking.mutate({
      login: String(form.get('login') ?? ''),
      ...(isOfSchool(portal) && { school: choice.code }),
    })
  }
  return (
    <PublicPage isNarrow>
      <section className="card">
        <h1>{w.title}</h1>
        <ProblemNote error={asking.error} names={{ login: signIn.login[portal] }} />
        {asking.data ? (
          <div role="status">
            <Note
              type="info"
              title={asking.data.mails ? w.asked : w.askedWithoutMail}
              description={asking.data.mails ? w.askedHint : undefined}
            />
          </div>
        ) : (
          <form onSubmit={submit} className="plain-form">
            <p>{w.lead}</p>
            {isOfSchool(portal) && <SchoolChoice {...choice} />}
            <label>
              {signIn.login[portal]}
              <input
                name="login"
                className="choice"
                required
                maxLength={LONGEST.login}
                autoComplete="username"
                {...AS_TYPED}
              />
            </label>
            <PlainButton primary type="submit" busy={asking.isPending}>
              {w.submit}
            </PlainButton>
          </form>
        )}
      </section>
      <section className="card">
        <h2>{w.without}</h2>
        <p>{w.otherwise[portal]}</p>
        {portal === 'student' && <PlainLink to="/recover">{w.haveCode}</PlainLink>}
      </section>
      <nav className="elsewhere" aria-label={signIn.elsewhere}>
        <Link to="/sign-in/$portal" params={{ portal }}>
          {w.back}
        </Link>
      </nav>
    </PublicPage>
  )
}
