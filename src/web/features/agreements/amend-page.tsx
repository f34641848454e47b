import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { agreementActs, getAgreement } from '../../../contracts/agreements.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { subjectOf } from '../../../domain/case.ts'
import type { Terms } from '../../../domain/terms.ts'
import { ask, call } from '../../call.ts'
import { useOpened } from '../../ui/opened.ts'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { fingerprintOf, signatureFor } from '../signing/to-sign.ts'
import { draftOf } from '../terms/terms-draft.ts'
import { TermsForm } from '../terms/terms-form.tsx'
import { termsWords } from '../terms/words.ts'
import { agreementWords } from './words.ts'

/** Propose new terms before the review has passed (R9). */
export function AmendPage() {
  const params = useKey()
  const w = useWords(agreementWords).act['propose-amendment']
  const t = useWords(termsWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: agreement, round, reload } = useOpened(ask(getAgreement, { params }))
  const propose = useMutation({
    mutationFn: async (terms: Terms) => {
      const signature = await signatureFor({
        act: 'agreement.propose-amendment',
        subject: subjectOf({ kind: 'agreement', id: params.id }),
        fingerprint: await fingerprintOf(terms),
      })
      return call(agreementActs['propose-amendment'], {
        params,
        body: { terms, seenVersion: agreement.version, signature },
      })
    },
    onSuccess: async () => {
      said.success(w.done)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('employer', { kind: 'agreement', ...params }) })
    },
  })
  return (
    <section className="card">
      <h1>{w.title}</h1>
      <TermsForm
        key={round}
        initial={draftOf(agreement.terms, '')}
        before={agreement.terms}
        deadline={null}
        submitLabel={t.submitRevision}
        error={propose.error}
        busy={propose.isPending}
        onReload={() => reload().then(propose.reset)}
        onSubmit={(terms) => propose.mutate(terms)}
      />
    </section>
  )
}
