import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { getRetention, saveRetention, tryRetention } from '../../../contracts/retention.ts'
import { LONGEST } from '../../../domain/longest.ts'
import {
  LEAST_YEARS,
  MOST_YEARS,
  RETENTION_KINDS,
  type RetentionKind,
  type RetentionRules,
} from '../../../domain/retention.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { privacyWords } from './words.ts'

type Draft = Record<RetentionKind, string>
const yearsIn = (typed: string) => (typed.trim() === '' ? null : Number(typed))
const rulesOf = ({ roster, resume, evidence, account, document }: Draft): RetentionRules => ({
  roster: yearsIn(roster),
  resume: yearsIn(resume),
  evidence: yearsIn(evidence),
  account: yearsIn(account),
  document: yearsIn(document),
})
const isRight = (kind: RetentionKind, typed: string) => {
  const years = yearsIn(typed)
  return years === null || (Number.isInteger(years) && years >= LEAST_YEARS[kind] && years <= MOST_YEARS)
}

/** For how many years what is kept; what would go is seen before it is switched on. */
export function RetentionSettings() {
  const w = useWords(privacyWords).settings
  const params = { school: useMySchool() }
  const client = useQueryClient()
  const [form] = Form.useForm<Draft>()
  const { data } = useSuspenseQuery({ ...ask(getRetention, { params }), refetchOnWindowFocus: false })
  const look = useMutation({
    mutationFn: (draft: Draft) => call(tryRetention, { params, body: { rules: rulesOf(draft) } }),
  })
  const save = useMutation({
    mutationFn: (draft: Draft) =>
      call(saveRetention, { params, body: { seenRules: data.version, rules: rulesOf(draft) } }),
    onSuccess: async () => {
      said.success(w.saved)
      await client.invalidateQueries()
    },
  })
  const lookFirst = async () => {
    const draft = await form.validateFields().catch(() => null)
    if (draft) look.mutate(draft)
  }
  const initial = Object.fromEntries(RETENTION_KINDS.map((kind) => [kind, String(data.rules[kind] ?? '')]))
  return (
    <section className="card">
      <h2>{w.retention}</h2>
      <p className="soft">{w.retentionHint}</p>
      <ProblemNote error={save.error ?? look.error} names={{}} />
      <CheckedForm
        form={form}
        name="retention"
        initialValues={initial}
        onFinish={(draft: Draft) => save.mutate(draft)}
      >
        {RETENTION_KINDS.map((kind) => (
          <Form.Item
            key={kind}
            name={kind}
            label={w[kind]}
            rules={[
              {
                validator: async (_, typed: string) => {
                  if (!isRight(kind, typed)) throw new Error(w.years(LEAST_YEARS[kind], MOST_YEARS))
                },
              },
            ]}
            {...fieldFault(save.error, `rules.${kind}`)}
          >
            <Input inputMode="numeric" autoComplete="off" maxLength={LONGEST.whole} />
          </Form.Item>
        ))}
        {look.data && <Note type="info" title={w.wouldGo(look.data)} />}
        <div className="notice-acts">
          <Button onClick={lookFirst} loading={look.isPending}>
            {w.look}
          </Button>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {w.save}
          </Button>
        </div>
      </CheckedForm>
    </section>
  )
}
