import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { caseAddress } from '../../../contracts/case-address.ts'
import { employerWorkbench } from '../../../contracts/employers.ts'
import { requestTalk } from '../../../contracts/talks.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { NEW_TALK, type TalkDraft, TalkForm } from './talk-form.tsx'
import { talkWords } from './words.ts'

/** A talk is asked for: of one school among those that have admitted the employer. */
export function RequestTalkPage() {
  const w = useWords(talkWords)
  const nameOf = useNameOf()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(employerWorkbench))
  const schools = data.schools.filter(({ admitted }) => admitted)
  const [school, setSchool] = useState(schools[0]?.code ?? '')
  const touched = useRef(false)
  const send = useMutation({
    mutationFn: (body: TalkDraft) => call(requestTalk, { params: { school }, body }),
    onSuccess: async ({ id }) => {
      touched.current = false
      said.success(w.sent)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('employer', { kind: 'talk', school, id }), replace: true })
    },
  })
  useUnsaved(() => touched.current && !send.isPending)
  return (
    <div className="column">
      <BackButton list="/employer/talks" />
      <h1>{w.request}</h1>
      {schools.length === 0 ? (
        <section className="card empty">
          <p>{w.toSchools}</p>
          <PlainLink to="/employer/schools">{w.apply}</PlainLink>
        </section>
      ) : (
        <section className="card">
          <p className="placing">
            <span aria-hidden>{w.school}</span>
            <ChoiceFilter<string>
              label={w.school}
              value={school}
              onChange={(code) => setSchool(code ?? school)}
              options={schools.map((one) => ({ value: one.code, label: nameOf(one) }))}
            />
          </p>
          <TalkForm
            initial={NEW_TALK}
            submitLabel={w.send}
            error={send.error}
            busy={send.isPending}
            onChange={() => {
              touched.current = true
            }}
            onSubmit={(draft) => send.mutate(draft)}
          />
        </section>
      )}
    </div>
  )
}
