import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Modal } from 'antd'
import { useState } from 'react'
import { registerPaper } from '../../../../contracts/agreements.ts'
import { caseAddress } from '../../../../contracts/case-address.ts'
import { call } from '../../../call.ts'
import { DraftNote } from '../../../ui/draft-note.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { useFigures } from '../../../ui/figures.ts'
import { useKeptDraft } from '../../../ui/kept-draft.ts'
import { said } from '../../../ui/said.tsx'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { useMe, useMySchool } from '../../accounts/me.ts'
import { caseWords } from '../../cases/words.ts'
import { isStillKept } from '../../evidence/still-kept.ts'
import { evidenceWords } from '../../evidence/words.ts'
import { fileBy, NOT_FORWARDED } from '../../terms/terms-draft.ts'
import { termsWords } from '../../terms/words.ts'
import { type PaperDraft, PaperForm, type PaperGiven } from './paper-form.tsx'
import { paperWords } from './words.ts'

const asFound = ({ beside, ...draft }: PaperDraft): PaperDraft => ({
  ...draft,
  ...(beside && { beside: { ...beside, evidence: beside.evidence.filter(isStillKept) } }),
})

/** Register what was signed on paper; the one place is taken only after a last look (R6, R10). */
export function RegisterPaperPage() {
  const w = useWords(paperWords)
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  const t = useWords(termsWords)
  const files = useWords(evidenceWords)
  const figures = useFigures()
  const school = useMySchool()
  const navigate = useNavigate()
  const client = useQueryClient()
  const [draft, setDraft] = useState<PaperGiven | null>(null)
  const { login } = useMe()
  const { found, isKept, keep, forget } = useKeptDraft<PaperDraft>(`${school}.${login}.paper`, asFound)
  const [round, setRound] = useState(0)
  const register = useMutation({
    mutationFn: (given: PaperGiven) =>
      call(registerPaper, { params: { school }, body: { ...given, confirmed: true } }),
    onSuccess: async ({ id }) => {
      forget()
      said.success(w.done)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('student', { kind: 'agreement', school, id }), replace: true })
    },
    onError: () => setDraft(null),
  })
  return (
    <>
      <h1>{w.register}</h1>
      <section className="card">
        <DraftNote
          isKept={isKept}
          onDiscard={() => {
            forget()
            setRound(round + 1)
          }}
        />
        <PaperForm
          key={round}
          school={school}
          isKept={isKept === true}
          onDraft={keep}
          initial={{
            probationDays: '0',
            penalty: '0',
            clauses: [],
            file: fileBy(NOT_FORWARDED),
            beside: { creditCode: '', name: '', signedOn: '', evidence: [] },
            ...found,
          }}
          submitLabel={w.check}
          error={register.error}
          busy={register.isPending}
          onSubmit={setDraft}
        />
      </section>
      <Modal
        open={draft !== null}
        title={w.confirmTitle}
        okText={w.confirm}
        cancelText={ui.backToForm}
        okButtonProps={{ loading: register.isPending }}
        onOk={() => draft && register.mutate(draft)}
        onCancel={() => setDraft(null)}
      >
        <p>{w.confirmText}</p>
        {draft && (
          <Facts
            of={[
              [cases.employer, draft.employer.name],
              [t.creditCode, draft.employer.creditCode],
              [cases.signedOn, figures.day(draft.signedOn)],
              [t.name.position, draft.terms.position],
              [t.name.regularPay, figures.pay(draft.terms.regularPay)],
              [t.name.penalty, figures.money(draft.terms.penalty)],
              [t.name.reportBy, figures.day(draft.terms.reportBy)],
              [t.scans, files.arrived(draft.evidence.length)],
            ]}
          />
        )}
      </Modal>
    </>
  )
}
