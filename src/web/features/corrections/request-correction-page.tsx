import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import { listMyCorrections, submitCorrection } from '../../../contracts/corrections.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { WhyNot } from '../cases/why-not.tsx'
import { CorrectionForm, type Given, NOTHING_ASKED } from './correction-form.tsx'
import { useFieldNames } from './field-names.ts'
import { correctionWords } from './words.ts'

/** Ask for a correction. Nothing of it is kept on the device: it may hold the number of a document. */
export function RequestCorrectionPage() {
  const w = useWords(correctionWords)
  const school = useMySchool()
  const navigate = useNavigate()
  const client = useQueryClient()
  const namesOf = useFieldNames()
  const touched = useRef(false)
  const { data } = useSuspenseQuery({
    ...ask(listMyCorrections, { params: { school } }),
    refetchOnWindowFocus: false,
  })
  const submit = useMutation({
    mutationFn: (body: Given) => call(submitCorrection, { params: { school }, body }),
    onSuccess: async ({ id }) => {
      touched.current = false
      said.success(w.done)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('student', { kind: 'correction', school, id }), replace: true })
    },
  })
  useUnsaved(() => touched.current && !submit.isPending)
  const kept = data.fields.filter(({ asked }) => !asked)
  return (
    <>
      <BackButton list="/student/corrections" />
      <h1>{w.register}</h1>
      <Note below={12} type="info" title={w.signingWaits} />
      {data.reasons.length > 0 && !submit.isPending ? (
        <WhyNot title={w.cannot} reasons={data.reasons} />
      ) : (
        <section className="card">
          <CorrectionForm
            school={school}
            fields={data.fields}
            initial={NOTHING_ASKED}
            submitLabel={w.send}
            error={submit.error}
            busy={submit.isPending}
            onChange={() => {
              touched.current = true
            }}
            onSubmit={(given) => submit.mutate(given)}
          />
        </section>
      )}
      {kept.length > 0 && <p className="soft">{w.kept(namesOf(kept))}</p>}
    </>
  )
}
