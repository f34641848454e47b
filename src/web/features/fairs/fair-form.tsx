import { Button, Checkbox, Form, Input, InputNumber } from 'antd'
import type { ReactNode } from 'react'
import type { FairView } from '../../../contracts/fairs.ts'
import { FAIR_BOUNDS, LONGEST_FAIR } from '../../../domain/fair/content.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { RichTextEditor } from '../announcements/rich-text-editor.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { useMeantDay } from '../cases/refused-rule.ts'
import { PlanField } from './plan-field.tsx'
import { fairWords } from './words.ts'

export type FairDraft = FairView['content']
export const NEW_FAIR: FairDraft = {
  title: '',
  description: '',
  applyFrom: '',
  applyUntil: '',
  isReviewed: true,
  places: 500,
  plan: { rows: 4, columns: 6, leftOut: [] },
}

type Props<Draft> = {
  initial: Draft
  submitLabel: string
  error: unknown
  busy: boolean
  onReload?: () => void
  onChange: () => void
  onSubmit: (draft: Draft) => void
  /** What else is asked for, after the words. */
  children?: ReactNode
}

/** What a school says of a fair. */
export function FairForm<Draft extends FairDraft>({
  initial,
  submitLabel,
  error,
  busy,
  onReload,
  onChange,
  onSubmit,
  children,
}: Props<Draft>) {
  const w = useWords(fairWords)
  const ui = useWords(uiWords)
  const { span, rule } = useMeantDay('season')
  const label = (field: string) => w.name[field] ?? field
  const needed = (field: string) => ({ required: true, message: ui.needed(label(field)) })
  const at = (field: string) => ({ label: label(field), ...fieldFault(error, field) })
  return (
    <CheckedForm<Draft>
      initialValues={initial}
      onValuesChange={onChange}
      onFinish={onSubmit}
      above={<ProblemNote error={error} names={w.name} {...(onReload && { onReload })} />}
    >
      <FormSection title={w.section.what}>
        <div className="both">
          <Form.Item name="title" {...at('title')} rules={[{ ...needed('title'), whitespace: true }]}>
            <Input maxLength={LONGEST_FAIR.title} />
          </Form.Item>
        </div>
      </FormSection>
      <section className="form-part">
        <Form.Item name="description" required {...at('description')}>
          <RichTextEditor label={label('description')} />
        </Form.Item>
      </section>
      {children}
      <FormSection title={w.section.applying}>
        <Form.Item name="applyFrom" {...at('applyFrom')} rules={[needed('applyFrom'), rule]}>
          <Input type="date" {...span} />
        </Form.Item>
        <Form.Item name="applyUntil" {...at('applyUntil')} rules={[needed('applyUntil'), rule]}>
          <Input type="date" {...span} />
        </Form.Item>
        <Form.Item name="places" {...at('places')} rules={[needed('places')]}>
          <InputNumber<number> min={FAIR_BOUNDS.places.least} max={FAIR_BOUNDS.places.most} precision={0} />
        </Form.Item>
        <Form.Item name="isReviewed" valuePropName="checked" {...fieldFault(error, 'isReviewed')}>
          <Checkbox>{label('isReviewed')}</Checkbox>
        </Form.Item>
      </FormSection>
      <section className="form-part">
        <h2>{w.section.plan}</h2>
        <Form.Item name="plan" {...fieldFault(error, 'plan', 'plan.rows', 'plan.columns', 'plan.leftOut')}>
          <PlanField />
        </Form.Item>
      </section>
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </CheckedForm>
  )
}
