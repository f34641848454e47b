import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Checkbox, Form, Input, Radio } from 'antd'
import type { Output } from '../../../contracts/address.ts'
import { askDissolution, type getDissolutionOffer } from '../../../contracts/dissolutions.ts'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import type { GroundCode } from '../../../domain/dissolution.ts'
import { call, ProblemError } from '../../call.ts'
import { fieldFault } from '../../ui/field-fault.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useMe } from '../../ui/shell.tsx'
import { useWords } from '../../words/language.tsx'
import { EvidenceItem } from '../evidence/evidence-item.tsx'

type Offer = Output<typeof getDissolutionOffer>
type Typed = { noticeRead: boolean; ground: GroundCode; reason: string; evidence?: readonly EvidenceFile[] }
type Props = { params: { school: string; id: string } } & Pick<Offer, 'agreement' | 'grounds'>

/** The tick under the notice, why, and what proves it. A refusal leaves everything as it was typed. */
export function AskForm({ params, agreement, grounds }: Props) {
  const words = useWords()
  const w = words.dissolution
  const { portal } = useMe()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const chosen = Form.useWatch('ground', form)
  const ground = grounds.find(({ code }) => code === chosen)
  const send = useMutation({
    mutationFn: ({ evidence = [], ...typed }: Typed) =>
      call(askDissolution, {
        params,
        body: { ...typed, seenVersion: agreement.version, evidence: evidence.map(({ id }) => id) },
      }),
    onSuccess: async ({ id, kind }) => {
      message.success(w.form.sent[kind])
      await navigate({
        to: `/${portal}/dissolutions/$school/$id` as '/student/dissolutions/$school/$id',
        params: { ...params, id },
        replace: true,
      })
      await client.invalidateQueries()
    },
    // What was read may be out of date: where the other side has asked meanwhile, the form goes, and says why.
    onError: (refused) => {
      const problem = refused instanceof ProblemError ? refused.problem : null
      if (problem?.code === 'dissolution-open') message.warning(problem.title, 8)
      return client.invalidateQueries()
    },
  })
  const isTicked = {
    validator: async (_: unknown, on?: boolean) => {
      if (!on) throw new Error(w.law.tickNeeded)
    },
  }
  return (
    <section className="card">
      <ProblemNote error={send.error} names={w.form.fields} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ evidence: [] }}
        onFinish={(typed) => send.mutate(typed)}
        scrollToFirstError={{ block: 'center', focus: true }}
      >
        <Form.Item name="noticeRead" valuePropName="checked" rules={[isTicked]}>
          <Checkbox>{w.law.tick}</Checkbox>
        </Form.Item>
        <Form.Item
          name="ground"
          label={w.form.fields.ground}
          rules={[{ required: true, message: w.form.groundNeeded }]}
          {...fieldFault(send.error, 'ground')}
        >
          <Radio.Group className="grounds" aria-label={w.form.fields.ground}>
            {grounds.map(({ code, fault, evidenceNeeded }) => (
              <Radio key={code} value={code}>
                {w.ground[code]}
                <small>
                  {w.fault[fault]}
                  {evidenceNeeded && ` · ${w.evidenceNeeded}`}
                </small>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        <p className="soft">{w.faultHint}</p>
        <Form.Item
          name="reason"
          label={w.form.fields.reason}
          extra={w.form.reasonHint}
          rules={[{ required: true, whitespace: true, message: words.needed(w.form.fields.reason) }]}
          {...fieldFault(send.error, 'reason')}
        >
          <Input.TextArea rows={4} maxLength={500} showCount />
        </Form.Item>
        {ground?.evidenceNeeded && (
          <EvidenceItem
            name={['evidence']}
            school={params.school}
            hint={w.form.evidenceHint[ground.kind]}
            error={send.error}
          />
        )}
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {w.form.submit}
        </Button>
      </Form>
    </section>
  )
}
