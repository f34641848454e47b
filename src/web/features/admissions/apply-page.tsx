import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Form } from 'antd'
import { applyToSchool } from '../../../contracts/admissions.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { getOwnEmployer } from '../../../contracts/employer-records.ts'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { getSchool } from '../../../contracts/schools.ts'
import { isAdmitted } from '../../../domain/admission/life.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { EvidenceItem } from '../evidence/evidence-item.tsx'
import { admissionFilesAt } from '../evidence/file-home.ts'
import { EmployerFacts } from '../registration/employer-facts.tsx'
import { registrationWords } from '../registration/words.ts'
import { admissionWords } from './words.ts'

type Typed = { evidence: readonly EvidenceFile[] }

/** 申请入驻: the employer's data as the school will see them, and the files. */
export function ApplyPage() {
  const w = useWords(admissionWords)
  const facts = useWords(registrationWords)
  const nameOf = useNameOf()
  const { school } = useParams({ from: '/employer/apply/$school' })
  const navigate = useNavigate()
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const { data: at } = useSuspenseQuery(ask(getSchool, { params: { school } }))
  const { data: own } = useSuspenseQuery(ask(getOwnEmployer))
  const apply = useMutation({
    mutationFn: ({ evidence }: Typed) =>
      call(applyToSchool, { body: { school, evidence: evidence.map(({ id }) => id) } }),
    onSuccess: async ({ id, status }) => {
      said.success(isAdmitted(status) ? w.apply.admitted : w.apply.done)
      await client.invalidateQueries()
      await navigate({ to: caseAddress('employer', { kind: 'admission', school, id }), replace: true })
    },
  })
  useUnsaved(() => form.isFieldsTouched() && !apply.isPending && !apply.isSuccess)
  return (
    <>
      <BackButton list="/employer/schools" />
      <h1>{w.apply.title(nameOf(at))}</h1>
      <p>{w.apply.lead}</p>
      <section className="card">
        <h2>{facts.record.title}</h2>
        <EmployerFacts of={own.declared ?? own.inEffect} creditCode={own.creditCode} />
      </section>
      <section className="card">
        <CheckedForm<Typed>
          form={form}
          initialValues={{ evidence: [] }}
          above={<ProblemNote error={apply.error} names={{ evidence: w.apply.files }} />}
          onFinish={(typed) => apply.mutate(typed)}
        >
          <EvidenceItem
            name={['evidence']}
            home={admissionFilesAt(school)}
            title={w.apply.files}
            hint={w.apply.filesHint}
            error={apply.error}
          />
          <Button type="primary" htmlType="submit" loading={apply.isPending}>
            {w.apply.submit}
          </Button>
        </CheckedForm>
      </section>
    </>
  )
}
