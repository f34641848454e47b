import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { enterByLink, openLink } from '../../../contracts/staff.ts'
import { beginAs, call } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { Loading } from '../../ui/loading.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { LanguageSwitch, Top } from '../../ui/top.tsx'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { enterWords } from './enter-words.ts'
import { NewPassword } from './new-password.tsx'
import './sign-in.css'

/** Where a one-time link leads: whose account it is, and the password that it is to have. */
export function EnterPage() {
  const w = useWords(enterWords)
  const nameOf = useNameOf()
  const { language, adopt } = useLanguage()
  const { hash } = useLocation()
  // Of the page as it was opened: the address changes before the page does.
  const [token] = useState(hash)
  const navigate = useNavigate()
  const client = useQueryClient()
  const enter = useMutation({
    mutationFn: (password: string) => call(enterByLink, { body: { token, password, language } }),
    onSuccess: async (me) => {
      client.clear()
      beginAs(me.id)
      adopt(me.language)
      await navigate({ href: `/${me.portal}`, replace: true })
    },
  })
  const link = useQuery({
    queryKey: ['link', token],
    queryFn: () => call(openLink, { body: { token: token || '-' } }),
    // Being used it opens nothing more, and nobody asks again.
    enabled: enter.isIdle || enter.isError,
    retry: false,
    refetchOnWindowFocus: false,
  })
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    enter.mutate(String(new FormData(event.currentTarget).get('password') ?? ''))
  }
  const of = link.data
  return (
    <>
      <Top>
        <LanguageSwitch />
      </Top>
      <main id="content" className="narrow">
        <section className="card">
          <h1>{w.title}</h1>
          {link.isPending && <Loading />}
          <ProblemNote error={link.error ?? enter.error} names={{ password: w.password }} />
          {of && (
            <>
              <Facts
                of={[
                  ...(of.school ? [[w.school, nameOf(of.school)] as const] : []),
                  ...(of.employer ? [[w.employer, of.employer] as const] : []),
                  [w.name, of.name],
                  [w.login, of.login],
                ]}
              />
              <form onSubmit={submit} className="plain-form">
                {/* For the browser's own keeper of passwords. */}
                <input type="text" autoComplete="username" value={of.login} readOnly hidden />
                <NewPassword />
                <PlainButton primary type="submit" busy={enter.isPending}>
                  {w.submit}
                </PlainButton>
              </form>
            </>
          )}
        </section>
      </main>
    </>
  )
}
