import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { caseAddress } from '../../../contracts/case-address.ts'
import { getInvitation, invitationActs } from '../../../contracts/invitations.ts'
import { subjectOf } from '../../../domain/case.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import { refuseUnlessDeadlineFair } from '../../../domain/invitation/deadline.ts'
import type { Terms } from '../../../domain/terms.ts'
import { ask, call } from '../../call.ts'
import { useOpened } from '../../ui/opened.ts'
import { said } from '../../ui/said.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { fingerprintOf, signatureFor } from '../signing/to-sign.ts'
import { draftOf } from '../terms/terms-draft.ts'
import { TermsForm } from '../terms/terms-form.tsx'
import { termsWords } from '../terms/words.ts'
import { SigningNotice } from './letter.tsx'
import { invitationWords } from './words.ts'

/** Revise an unanswered invitation: the difference stands on the page before it is sent. */
export function RevisePage() {
  const params = useKey()
  const w = useWords(invitationWords).act
  const t = useWords(termsWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: invitation, round, reload } = useOpened(ask(getInvitation, { params }))
  const { limits } = invitation
  const revise = useMutation({
    mutationFn: async (body: { terms: Terms; respondBy: string }) => {
      const signature = await signatureFor({
        act: 'invitation.revise',
        subject: subjectOf({ kind: 'invitation', id: params.id }),
        fingerprint: await fingerprintOf(body.terms),
      })
      return call(invitationActs.revise, {
        params,
        body: {
          ...body,
          seenVersion: invitation.version,
          noticeVersion: invitation.notice.version,
          signature,
        },
      })
    },
    onSuccess: async () => {
      said.success(w.revise.done)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('employer', { kind: 'invitation', ...params }) })
    },
  })
  return (
    <section className="card">
      <h1>{w.revise.title}</h1>
      <SigningNotice of={invitation.notice} />
      <TermsForm
        key={round}
        initial={draftOf(invitation.terms, invitation.respondBy)}
        before={invitation.terms}
        deadline={{
          min: invitation.respondBy,
          max: addDays(dayInChina(serverNow()), limits.maxDays),
          refuse: (day) => refuseUnlessDeadlineFair(invitation.respondBy, day, limits, serverNow()),
        }}
        submitLabel={t.submitRevision}
        error={revise.error}
        busy={revise.isPending}
        onReload={() => reload().then(revise.reset)}
        onSubmit={(terms, respondBy) => revise.mutate({ terms, respondBy })}
      />
    </section>
  )
}
