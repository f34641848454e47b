import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { recoverByCode } from '../../../contracts/forgotten.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { beginAs, call } from '../../call.ts'
import { AS_TYPED, IN_CAPITALS } from '../../ui/keyboards.ts'
import { keepHere } from '../../ui/on-this-device.ts'
import { PlainButton } from '../../ui/plain-button.tsx'
import { PublicPage } from '../../ui/top.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { enterWords } from './enter-words.ts'
import { forgottenWords } from './forgotten-words.ts'
import { NewPassword } from './new-password.tsx'
import { LAST_SCHOOL, SchoolChoice, useSchoolChoice } from './school-choice.tsx'
import { signInWords } from './sign-in-words.ts'
import './sign-in.css'

/** A student whom the school has given a code in person sets a new password by it. */
export function RecoverPage() {
  const w = useWords(forgottenWords)
  const enterWord = useWords(enterWords)
  const signIn = useWords(signInWords)
  const { language, adopt } = useLanguage()
  const choice = useSchoolChoice()
  const navigate = useNavigate()
  const client = useQueryClient()
  const recovering = useMutation({
    mutationFn: (typed: { login: string; code: string; password: string }) =>
      call(recoverByCode, { body: { ...typed, school: choice.code, language } }),
    onSuccess: async (me) => {
      client.clear()
      keepHere(LAST_SCHOOL, choice.code)
      beginAs(me.id)
      adopt(me.language)
      await navigate({ href: '/student', replace: true })
    },
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const typed = (name: string) => String(form.get(name) ?? '')
    recovering.mutate({ login: typed('login'), code: typed('code'), password: typed('password') })
  }
  return (
    <PublicPage isNarrow>
      <section className="card">
        <h1>{w.recover.title}</h1>
        <p>{w.recover.lead}</p>
        <ProblemNote
          error={recovering.error}
          names={{ password: enterWord.password, code: w.recover.code }}
        />
        <form onSubmit={submit} className="plain-form">
          <SchoolChoice {...choice} />
          <label>
            {signIn.login.student}
            <input
              name="login"
              className="choice"
              required
              maxLength={LONGEST.login}
              autoComplete="username"
              {...AS_TYPED}
            />
          </label>
          <label>
            {w.recover.code}
            <input
              name="code"
              className="choice"
              required
              maxLength={LONGEST.secondFactor}
              autoComplete="one-time-code"
              {...IN_CAPITALS}
            />
          </label>
          <NewPassword />
          <PlainButton primary type="submit" busy={recovering.isPending}>
            {enterWord.submit}
          </PlainButton>
        </form>
      </section>
      <nav className="elsewhere" aria-label={signIn.elsewhere}>
        <Link to="/sign-in/$portal" params={{ portal: 'student' }}>
          {w.back}
        </Link>
      </nav>
    </PublicPage>
  )
}
