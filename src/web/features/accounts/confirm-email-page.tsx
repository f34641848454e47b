import { useMutation } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { confirmEmail } from '../../../contracts/contact.ts'
import { call } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { PublicPage } from '../../ui/top.tsx'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { confirmEmailWords } from './confirm-email-words.ts'

/** Where the link in an e-mail leads. Nothing is confirmed until the button is pressed: scanners of mail open links too. */
export function ConfirmEmailPage() {
  const w = useWords(confirmEmailWords)
  const { hash: token } = useLocation()
  const confirm = useMutation({ mutationFn: () => call(confirmEmail, { body: { token } }) })
  return (
    <PublicPage isNarrow>
      <section className="card">
        <h1>{w.title}</h1>
        <ProblemNote error={confirm.error} />
        {token === '' && <Note type="error" title={w.incomplete} />}
        {confirm.data ? (
          <Note type="info" title={w.done(confirm.data.email)} description={w.close} />
        ) : (
          <>
            <p>{w.lead}</p>
            <PlainButton primary busy={confirm.isPending || token === ''} onClick={() => confirm.mutate()}>
              {w.confirm}
            </PlainButton>
          </>
        )}
      </section>
    </PublicPage>
  )
}
