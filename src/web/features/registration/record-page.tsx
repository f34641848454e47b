import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form } from 'antd'
import { changeOwnEmployer, getOwnEmployer, listOwnHistory } from '../../../contracts/employer-records.ts'
import type { EmployerFacts as Said } from '../../../domain/employer-facts.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { useMe } from '../accounts/me.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { DeclaredChanges } from './declared-changes.tsx'
import { EmployerFacts } from './employer-facts.tsx'
import { EmployerFields, factsOf } from './employer-fields.tsx'
import { EmployerHistory } from './employer-history.tsx'
import { registrationWords } from './words.ts'

/** 单位资料: what holds, what waits for a school, and the form to change it. */
export function RecordPage() {
  const w = useWords(registrationWords).record
  const { employerRole } = useMe()
  const { data } = useSuspenseQuery(ask(getOwnEmployer))
  return (
    <>
      <h1>{w.title}</h1>
      {data.declared && (
        <DeclaredChanges
          inEffect={data.inEffect}
          declared={data.declared}
          title={w.declared}
          note={w.declaredNote}
        />
      )}
      <section className="card">
        <h2>{w.inEffect}</h2>
        <EmployerFacts of={data.inEffect} creditCode={data.creditCode} />
      </section>
      <EmployerHistory ask={(query) => ask(listOwnHistory, { query })} />
      {employerRole === 'owner' ? <ChangeForm key={data.version} /> : <p>{w.ownersOnly}</p>}
    </>
  )
}

function ChangeForm() {
  const words = useWords(registrationWords)
  const w = words.record
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(getOwnEmployer))
  const [form] = Form.useForm<Said>()
  const save = useMutation({
    mutationFn: (typed: Said) =>
      call(changeOwnEmployer, { body: { ...factsOf(typed), seenVersion: data.version } }),
    onSuccess: async ({ declared }) => {
      said.success(declared ? w.savedForReview : w.saved)
      await client.invalidateQueries()
    },
  })
  useUnsaved(() => form.isFieldsTouched() && !save.isPending && !save.isSuccess)
  return (
    <section className="card">
      <h2>{w.change}</h2>
      <p>{w.changeNote}</p>
      <CheckedForm<Said>
        form={form}
        initialValues={data.declared ?? data.inEffect}
        above={
          <ProblemNote error={save.error} names={words.name} onReload={() => client.invalidateQueries()} />
        }
        onFinish={(typed) => save.mutate(typed)}
      >
        <EmployerFields error={save.error} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {w.save}
        </Button>
      </CheckedForm>
    </section>
  )
}
