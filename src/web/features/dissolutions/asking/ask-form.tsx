import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input } from 'antd'
import type { Output } from '../../../../contracts/address.ts'
import { caseAddress } from '../../../../contracts/case-address.ts'
import { askDissolution, type getDissolutionOffer } from '../../../../contracts/dissolutions.ts'
import type { EvidenceFile } from '../../../../contracts/evidence.ts'
import type { GroundCode } from '../../../../domain/dissolution/grounds.ts'
import type { Side } from '../../../../domain/lifecycle.ts'
import { LONGEST } from '../../../../domain/longest.ts'
import { call, ProblemError } from '../../../call.ts'
import { CheckedForm } from '../../../ui/checked-form.tsx'
import { Note } from '../../../ui/note.tsx'
import { said } from '../../../ui/said.tsx'
import { useUnsaved } from '../../../ui/unsaved.ts'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { fieldFault } from '../../cases/field-fault.ts'
import { ProblemNote } from '../../cases/problem-note.tsx'
import { EvidenceItem } from '../../evidence/evidence-item.tsx'
import { evidenceAt } from '../../evidence/file-home.ts'
import { requestToSign, signatureFor } from '../../signing/to-sign.ts'
import { OpenRequestOf } from '../lists/open-request.tsx'
import { lawWords } from '../rules/law-words.ts'
import { dissolutionWords } from '../words.ts'
import { useEvidenceHint } from './evidence-hint.ts'
import { GroundChoice } from './ground-choice.tsx'
import { askingWords } from './words.ts'

type Offer = Output<typeof getDissolutionOffer>
type Typed = { noticeVersion: number; ground: GroundCode; reason: string; evidence?: readonly EvidenceFile[] }
type Props = {
  params: { school: string; id: string }
  side: Side
  offer: Pick<Offer, 'agreement' | 'grounds' | 'closed' | 'notice'>
  /** It can no longer be sent; what was typed is still to be read and copied. */
  isClosed: boolean
}

/** The tick under the notice, why, and what proves it. A refusal leaves everything as it was typed. */
export function AskForm({ params, side, offer, isClosed }: Props) {
  const { agreement, grounds, notice } = offer
  const w = useWords(askingWords)
  const law = useWords(lawWords)
  const dissolution = useWords(dissolutionWords)
  const ui = useWords(uiWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const hintOf = useEvidenceHint()
  const chosen = Form.useWatch('ground', form)
  const ground = grounds.find(({ code }) => code === chosen)
  const send = useMutation({
    mutationFn: async ({ noticeVersion, ground, reason, evidence = [] }: Typed) => {
      const signature = await signatureFor(await requestToSign({ agreement: params.id, ground, reason }))
      return call(askDissolution, {
        params,
        body: {
          noticeVersion,
          ground,
          reason,
          seenVersion: agreement.version,
          evidence: evidence.map(({ id }) => id),
          signature,
        },
      })
    },
    onSuccess: async ({ id, kind }) => {
      said.success(kind === 'consent' ? w.sent.consent[side] : w.sent[kind])
      await navigate({
        to: caseAddress(side, { kind: 'dissolution', school: params.school, id }),
        replace: true,
      })
      await client.invalidateQueries()
    },
    // What was read may be out of date: the other side may have asked meanwhile.
    onError: () => client.invalidateQueries(),
  })
  useUnsaved(() => form.isFieldsTouched() && !send.isPending)
  const isAskedMeanwhile =
    send.error instanceof ProblemError && send.error.problem?.code === 'dissolution-open'
  const isTicked = {
    validator: async (_: unknown, version?: number) => {
      if (version !== notice.version) throw new Error(law.tickNeeded)
    },
  }
  return (
    <section className="card">
      <CheckedForm
        form={form}
        initialValues={{ evidence: [] }}
        onFinish={(typed) => send.mutate(typed)}
        above={
          isClosed && isAskedMeanwhile ? (
            <Note
              type="warning"
              title={<OpenRequestOf params={params} portal={side} />}
              description={w.kept}
            />
          ) : (
            <ProblemNote error={send.error} names={w.fields} />
          )
        }
      >
        {/* The version that is ticked: worded anew, the notice is to be ticked again. */}
        <Form.Item
          name="noticeVersion"
          getValueFromEvent={({ target }) => (target.checked ? notice.version : 0)}
          getValueProps={(version) => ({ checked: version === notice.version })}
          rules={[isTicked]}
        >
          <Checkbox disabled={isClosed}>{law.tick}</Checkbox>
        </Form.Item>
        <Form.Item
          name="ground"
          label={w.fields.ground}
          rules={[{ required: true, message: w.groundNeeded }]}
          {...fieldFault(send.error, 'ground')}
        >
          <GroundChoice offer={offer} />
        </Form.Item>
        <p className="soft">{dissolution.faultHint}</p>
        <Form.Item
          name="reason"
          label={w.fields.reason}
          extra={w.reasonHint[agreement.kind === 'paper' ? 'paper' : side]}
          rules={[{ required: true, whitespace: true, message: ui.needed(w.fields.reason) }]}
          {...fieldFault(send.error, 'reason')}
        >
          <Input.TextArea rows={4} readOnly={isClosed} maxLength={LONGEST.reason} showCount />
        </Form.Item>
        {ground && !isClosed && (
          <EvidenceItem
            name={['evidence']}
            home={evidenceAt(params.school)}
            hint={hintOf(ground.code, ground.kind)}
            isOptional={!ground.evidenceNeeded}
            error={send.error}
          />
        )}
        {!isClosed && (
          <Button type="primary" htmlType="submit" loading={send.isPending}>
            {w.submit}
          </Button>
        )}
      </CheckedForm>
    </section>
  )
}
