import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Modal } from 'antd'
import { useState } from 'react'
import { registerPaper } from '../../../../contracts/paper-agreements.ts'
import { yuanFromFen } from '../../../../domain/money.ts'
import { call } from '../../../call.ts'
import { useMe } from '../../../portals/shell.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { useWords } from '../../../words/language.tsx'
import { fileBy } from '../../terms/terms-draft.ts'
import { PaperForm, type PaperGiven } from './paper-form.tsx'

/** Register what was signed on paper; the one place is taken only after a last look (R6, R10). */
export function RegisterPaperPage() {
  const words = useWords()
  const w = words.paper
  const school = useMe().school?.code ?? ''
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [draft, setDraft] = useState<PaperGiven | null>(null)
  const register = useMutation({
    mutationFn: (given: PaperGiven) =>
      call(registerPaper, { params: { school }, body: { ...given, confirmed: true } }),
    onSuccess: async ({ id }) => {
      message.success(w.done)
      await client.invalidateQueries()
      await navigate({ to: '/student/agreements/$school/$id', params: { school, id }, replace: true })
    },
    onError: () => setDraft(null),
  })
  return (
    <>
      <h1>{w.register}</h1>
      <section className="card">
        <PaperForm
          school={school}
          initial={{
            probationDays: '0',
            penalty: '0',
            clauses: [],
            file: fileBy('retained'),
            beside: { creditCode: '', name: '', signedOn: '', evidence: [] },
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
        cancelText={words.invite.backToTerms}
        okButtonProps={{ loading: register.isPending }}
        onOk={() => draft && register.mutate(draft)}
        onCancel={() => setDraft(null)}
      >
        <p>{w.confirmText}</p>
        {draft && (
          <Facts
            of={[
              [words.list.employer, draft.employer.name],
              [words.agreement.creditCode, draft.employer.creditCode],
              [w.signedOn, draft.signedOn],
              [words.terms.position, draft.terms.position],
              [words.terms.regularPay, yuanFromFen(draft.terms.regularPay)],
              [words.terms.penalty, yuanFromFen(draft.terms.penalty)],
              [words.terms.reportBy, draft.terms.reportBy],
              [w.scansTitle, words.evidence.arrived(draft.evidence.length)],
            ]}
          />
        )}
      </Modal>
    </>
  )
}
