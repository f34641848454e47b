import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { type Me, signIn } from '../../../contracts/accounts.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { isOfSchool, PORTALS } from '../../../domain/portal.ts'
import { SIGN_IN_PORTALS } from '../../../domain/school-sign-in.ts'
import { beginAs, call } from '../../call.ts'
import { useAddressText } from '../../ui/address-text.ts'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { Note } from '../../ui/note.tsx'
import { keepHere } from '../../ui/on-this-device.ts'
import { PlainButton } from '../../ui/plain-button.tsx'
import { PublicPage } from '../../ui/top.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { frontWords } from '../public/words.ts'
import { SchoolDoor } from '../school-sign-in/school-door.tsx'
import { PasskeyDoor } from './passkey-door.tsx'
import { LAST_SCHOOL, SchoolChoice, useSchoolChoice } from './school-choice.tsx'
import { minutesAndSeconds, useSecondsLeft } from './seconds-left.ts'
import { signInWords } from './sign-in-words.ts'
import './sign-in.css'

type Typed = { school?: string; login: string; secret: string }

/** The first page on a phone: plain controls of the browser, so that no form library has to arrive first. */
export function SignInPage() {
  const w = useWords(signInWords)
  const front = useWords(frontWords)
  const { adopt } = useLanguage()
  const { portal: given } = useParams({ from: '/sign-in/$portal' })
  const { from } = useAddressText()
  const portal = PORTALS.find((one) => one === given) ?? 'student'
  const navigate = useNavigate()
  const router = useRouter()
  const client = useQueryClient()
  const choice = useSchoolChoice()
  const { chosen } = choice
  const isSuspended = isOfSchool(portal) && chosen?.suspended
  const door = SIGN_IN_PORTALS.find((one) => one === portal && chosen?.university[one] && !isSuspended)
  const goOn = async (me: Me) => {
    client.clear()
    if (me.school) keepHere(LAST_SCHOOL, me.school.code)
    beginAs(me.id)
    adopt(me.language)
    // Only a page of theirs: an address in a link must not lead elsewhere, and a passkey may be of another portal.
    const home = from?.startsWith(`/${me.portal}/`) ? from : `/${me.portal}`
    await navigate({ href: me.verified ? home : '/student/verification', replace: true })
  }
  const enter = useMutation({
    mutationFn: (typed: Typed) => call(signIn, { body: { ...typed, portal } }),
    onSuccess: goOn,
  })
  const left = useSecondsLeft(enter.error)
  const [shown, setShown] = useState(false)
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const typed = (name: string) => String(form.get(name) ?? '')
    enter.mutate({
      login: typed('login'),
      secret: typed('secret'),
      ...(form.has('school') && { school: typed('school') }),
    })
  }
  return (
    <PublicPage isNarrow>
      <section className="card">
        <h1>{w.title[portal]}</h1>
        {from && <p role="status">{w.again}</p>}
        {!navigator.cookieEnabled && <Note type="warning" title={w.cookies} />}
        {isSuspended && <Note type="warning" title={front.suspended} description={front.suspendedHint} />}
        <ProblemNote error={enter.error} />
        {left > 0 && (
          <p role="timer" className="wait">
            {w.wait(minutesAndSeconds(left))}
          </p>
        )}
        {door && chosen && <SchoolDoor school={chosen} portal={door} from={from ?? ''} />}
        <form
          onSubmit={submit}
          // Whoever begins to fill it in will need what lies behind.
          onFocus={() => void router.preloadRoute({ to: `/${portal}` }).catch(() => {})}
          className="plain-form"
        >
          {isOfSchool(portal) && <SchoolChoice {...choice} />}
          <label>
            {w.login[portal]}
            <input
              id="login"
              name="login"
              className="choice"
              required
              maxLength={LONGEST.login}
              autoComplete="username"
              // The wait is of the account that was tried.
              onInput={() => left > 0 && enter.reset()}
              {...AS_TYPED}
            />
          </label>
          <label>
            {w.secret}
            <input
              id="secret"
              name="secret"
              type={shown ? 'text' : 'password'}
              className="choice"
              required
              maxLength={LONGEST.secret}
              autoComplete="current-password"
              {...AS_TYPED}
              aria-describedby={portal === 'student' ? 'first-time' : undefined}
            />
          </label>
          {portal === 'student' && (
            <p id="first-time" className="hint">
              {w.firstTime}
            </p>
          )}
          <label className="tick">
            <input type="checkbox" checked={shown} onChange={({ target }) => setShown(target.checked)} />
            {w.show}
          </label>
          <PlainButton primary={!door} type="submit" busy={enter.isPending || left > 0}>
            {w.submit}
          </PlainButton>
        </form>
        <PasskeyDoor onEntered={goOn} />
        <p className="forgotten">
          <Link
            to="/forgotten/$portal"
            params={{ portal }}
            search={isOfSchool(portal) && choice.code ? { school: choice.code } : {}}
          >
            {w.forgotten}
          </Link>
        </p>
      </section>
      {portal === 'employer' && (
        <p>
          <Link to="/register">{w.register}</Link>
        </p>
      )}
      <nav className="elsewhere" aria-label={w.elsewhere}>
        {PORTALS.filter((other) => other !== portal && other !== 'platform').map((other) => (
          <Link key={other} to="/sign-in/$portal" params={{ portal: other }}>
            {w.title[other]}
          </Link>
        ))}
      </nav>
    </PublicPage>
  )
}
