import { Button, Form, Input, Select } from 'antd'
import type { z } from 'zod'
import type { Input as Sent } from '../../../contracts/address.ts'
import type { rosterField, submitCorrection } from '../../../contracts/corrections.ts'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { SeveralChoice } from '../../ui/several-choice.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { answerInput } from '../destinations/answer-input.tsx'
import { EvidenceItem } from '../evidence/evidence-item.tsx'
import { evidenceAt } from '../evidence/file-home.ts'
import { evidenceWords } from '../evidence/words.ts'
import { correctionWords } from './words.ts'
import '../../ui/form-section.css'

type Field = z.infer<typeof rosterField>
export type Given = NonNullable<Sent<typeof submitCorrection>['body']>
/** What is typed: which fields are wrong, and what each should say. */
export type CorrectionDraft = {
  readonly fields: readonly Field['key'][]
  readonly values: Readonly<Record<string, string | undefined>>
  readonly reason: string
  readonly evidence: readonly EvidenceFile[]
}
export const NOTHING_ASKED: CorrectionDraft = { fields: [], values: {}, reason: '', evidence: [] }

type Props = {
  school: string
  fields: readonly Field[]
  initial: CorrectionDraft
  submitLabel: string
  error: unknown
  busy: boolean
  onReload?: (() => void) | undefined
  onChange: () => void
  onSubmit: (given: Given) => void
}

/** First what is wrong, then what each of it should say, beside what it says now; why, and what proves it. */
export function CorrectionForm({
  school,
  fields,
  initial,
  submitLabel,
  error,
  busy,
  onReload,
  onChange,
  onSubmit,
}: Props) {
  const w = useWords(correctionWords)
  const ui = useWords(uiWords)
  const files = useWords(evidenceWords)
  const nameOf = useNameOf()
  const [form] = Form.useForm<CorrectionDraft>()
  const chosen = Form.useWatch('fields', form) ?? initial.fields
  const asked = fields.filter((field) => field.asked)
  const wrong = asked.filter(({ key }) => chosen.includes(key))
  const names = Object.fromEntries(fields.map((field) => [field.key, nameOf(field)]))
  const documents = Object.entries(w.documents).map(([value, label]) => ({ value, label }))
  const isNumberAsked = wrong.some(({ key }) => key === 'documentNumber' || key === 'examineeNumber')
  return (
    <CheckedForm<CorrectionDraft>
      form={form}
      initialValues={initial}
      onValuesChange={onChange}
      onFinish={({ values, reason, evidence }) =>
        onSubmit({
          values: Object.fromEntries(wrong.map(({ key }) => [key, values[key] ?? ''])),
          reason,
          evidence: evidence.map(({ id }) => id),
        })
      }
      above={
        <ProblemNote
          error={error}
          names={{ ...names, values: w.fields, reason: w.why, evidence: files.title }}
          onReload={onReload}
        />
      }
    >
      <Form.Item
        name="fields"
        label={w.which}
        rules={[{ required: true, type: 'array', message: w.whichNeeded }]}
        {...fieldFault(error, 'values')}
      >
        <SeveralChoice
          label={w.which}
          options={asked.map(({ key }) => ({ value: key, label: names[key] ?? key }))}
        />
      </Form.Item>
      {isNumberAsked && <p className="soft">{w.numbers}</p>}
      <div className="form-fields">
        {wrong.map((field) => (
          <Form.Item
            key={field.key}
            name={['values', field.key]}
            label={w.be(nameOf(field))}
            extra={w.nowIs(nameOf(field.shown) || ui.none)}
            rules={[
              {
                required: true,
                whitespace: true,
                message: (field.type === 'line' ? ui.needed : ui.toChoose)(nameOf(field)),
              },
            ]}
            {...fieldFault(error, `values.${field.key}`)}
          >
            {field.type === 'document-type' ? (
              <Select options={documents} placeholder={ui.choose} />
            ) : (
              answerInput({ type: field.type })
            )}
          </Form.Item>
        ))}
      </div>
      <Form.Item
        name="reason"
        label={w.why}
        rules={[{ required: true, whitespace: true, message: ui.needed(w.why) }]}
        {...fieldFault(error, 'reason')}
      >
        <Input.TextArea rows={3} maxLength={LONGEST.reason} showCount />
      </Form.Item>
      <EvidenceItem name={['evidence']} home={evidenceAt(school)} hint={w.evidence} error={error} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </CheckedForm>
  )
}
