import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import { correctionActs, getCorrection, listMyCorrections } from '../../../contracts/corrections.ts'
import { ask, call } from '../../call.ts'
import { useOpened } from '../../ui/opened.ts'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { ReturnedFor } from '../cases/returned-for.tsx'
import { CorrectionForm, type Given } from './correction-form.tsx'
import { correctionWords } from './words.ts'

/** Ask anew, with what the reviewer asked for on top. A number is masked here, too, and typed again. */
export function ResubmitPage() {
  const params = useKey()
  const w = useWords(correctionWords)
  const nameOf = useNameOf()
  const navigate = useNavigate()
  const client = useQueryClient()
  const touched = useRef(false)
  const { data: correction, round, reload } = useOpened(ask(getCorrection, { params }))
  const { school } = params
  const { data: mine } = useSuspenseQuery(ask(listMyCorrections, { params: { school } }))
  const resubmit = useMutation({
    mutationFn: (given: Given) =>
      call(correctionActs.resubmit, { params, body: { ...given, seenVersion: correction.version } }),
    onSuccess: async () => {
      touched.current = false
      said.success(w.act.resubmit.done)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('student', { kind: 'correction', ...params }), replace: true })
    },
  })
  useUnsaved(() => touched.current && !resubmit.isPending)
  const reopen = async () => {
    await reload()
    resubmit.reset()
  }
  const typed = correction.changes.filter(({ key }) => key !== 'documentNumber' && key !== 'examineeNumber')
  return (
    <>
      <h1>{w.act.resubmit.title}</h1>
      <ReturnedFor timeline={correction.timeline} event="correction.return" />
      <section className="card">
        <CorrectionForm
          key={round}
          school={school}
          fields={mine.fields}
          initial={{
            fields: correction.fields.map(({ key }) => key),
            values: Object.fromEntries(typed.map(({ key, to }) => [key, nameOf(to)])),
            reason: correction.reason,
            evidence: correction.evidence,
          }}
          submitLabel={w.sendAgain}
          error={resubmit.error}
          busy={resubmit.isPending}
          onReload={() => void reopen()}
          onChange={() => {
            touched.current = true
          }}
          onSubmit={(given) => resubmit.mutate(given)}
        />
      </section>
    </>
  )
}
