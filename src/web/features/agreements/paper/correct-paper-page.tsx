import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { agreementActs, getAgreement } from '../../../../contracts/agreements.ts'
import { caseAddress } from '../../../../contracts/case-address.ts'
import { ask, call } from '../../../call.ts'
import { useOpened } from '../../../ui/opened.ts'
import { said } from '../../../ui/said.tsx'
import { useWords } from '../../../words/language.tsx'
import { useKey } from '../../cases/key.ts'
import { ReturnedFor } from '../../cases/returned-for.tsx'
import { draftOf } from '../../terms/terms-draft.ts'
import { agreementWords } from '../words.ts'
import { PaperForm, type PaperGiven } from './paper-form.tsx'
import { paperWords } from './words.ts'

/** Correct what was registered, with all of it filled in and what the reviewer asked for on top. */
export function CorrectPaperPage() {
  const params = useKey()
  const w = useWords(paperWords)
  const agreements = useWords(agreementWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: agreement, round, reload } = useOpened(ask(getAgreement, { params }))
  const correct = useMutation({
    mutationFn: (given: PaperGiven) =>
      call(agreementActs.correct, { params, body: { ...given, seenVersion: agreement.version } }),
    onSuccess: async () => {
      said.success(agreements.act.correct.done)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('student', { kind: 'agreement', ...params }), replace: true })
    },
  })
  const { employer, signedOn, evidence, terms } = agreement
  return (
    <>
      <h1>{agreements.act.correct.title}</h1>
      <ReturnedFor timeline={agreement.timeline} event="agreement.return" />
      <section className="card">
        <PaperForm
          key={round}
          school={params.school}
          initial={{
            ...draftOf(terms, ''),
            beside: {
              creditCode: employer.creditCode,
              name: employer.name,
              signedOn: signedOn ?? '',
              evidence,
            },
          }}
          submitLabel={w.sendAgain}
          error={correct.error}
          busy={correct.isPending}
          onReload={() => reload().then(correct.reset)}
          onSubmit={(given) => correct.mutate(given)}
        />
      </section>
    </>
  )
}
