import { Button, Form } from 'antd'
import type { z } from 'zod'
import type { destinationForm } from '../../../contracts/destinations.ts'
import type { EvidenceFile } from '../../../contracts/evidence.ts'
import { codeTableOf } from '../../../domain/form.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useCreditCodeRule } from '../agreements/paper/credit-code-rule.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { useMeantDay } from '../cases/refused-rule.ts'
import { EvidenceItem } from '../evidence/evidence-item.tsx'
import { evidenceAt } from '../evidence/file-home.ts'
import { evidenceWords } from '../evidence/words.ts'
import { useOwnRule } from '../own-fields/own-input.tsx'
import { useTermRules } from '../terms/term-rules.ts'
import { answerInput } from './answer-input.tsx'
import { destinationWords } from './words.ts'
import '../../ui/form-section.css'

export type CategoryForm = z.infer<typeof destinationForm>
/** What is typed: answers by the fields' keys, and the files. */
export type DestinationDraft = {
  readonly details: Readonly<Record<string, string | undefined>>
  readonly evidence: readonly EvidenceFile[]
}
/** What is sent. */
export type Given = { category: string; details: Record<string, string>; evidence: string[] }

type Props = {
  school: string
  of: CategoryForm
  initial: DestinationDraft
  submitLabel: string
  error: unknown
  busy: boolean
  onReload?: (() => void) | undefined
  onChange: (draft: DestinationDraft) => void
  onSubmit: (given: Given) => void
}

/** What cannot be judged while it is being typed: a check digit comes last, a year begins with 0. */
const JUDGED_WHEN_LEFT = ['credit_code', 'day', 'money', 'own']

/** A category's form as the code table has it, with the evidence that it needs. */
export function DestinationForm({
  school,
  of,
  initial,
  submitLabel,
  error,
  busy,
  onReload,
  onChange,
  onSubmit,
}: Props) {
  const w = useWords(destinationWords)
  const ui = useWords(uiWords)
  const files = useWords(evidenceWords)
  const nameOf = useNameOf()
  const wellFormed = useCreditCodeRule()
  const meant = useMeantDay('destination')
  const names = Object.fromEntries(of.fields.map((field) => [field.key, nameOf(field)]))
  const ownRule = useOwnRule()
  const termRules = useTermRules()
  const rulesOf = ({ key, type, required, own }: CategoryForm['fields'][number]) => [
    ...(required
      ? [
          {
            required,
            whitespace: true,
            message: (codeTableOf(type) ? ui.toChoose : ui.needed)(names[key] ?? key),
          },
        ]
      : []),
    ...(type === 'credit_code' ? [wellFormed] : []),
    ...(type === 'day' ? [meant.rule] : []),
    ...(type === 'money' ? [termRules.money] : []),
    ...(own ? [ownRule(own.takes)] : []),
  ]
  const submit = ({ details, evidence }: DestinationDraft) =>
    onSubmit({
      category: of.category,
      details: Object.fromEntries(of.fields.map(({ key }) => [key, details[key] ?? ''])),
      evidence: of.route === 'declaration' ? [] : evidence.map(({ id }) => id),
    })
  return (
    <CheckedForm<DestinationDraft>
      initialValues={initial}
      onValuesChange={(_, draft) => onChange(draft)}
      onFinish={submit}
      above={<ProblemNote error={error} names={{ ...names, evidence: files.title }} onReload={onReload} />}
    >
      <div className="form-fields">
        {of.fields.map((field) => (
          <Form.Item
            key={field.key}
            name={['details', field.key]}
            label={names[field.key]}
            rules={rulesOf(field)}
            validateTrigger={JUDGED_WHEN_LEFT.includes(field.type) ? 'onBlur' : 'onChange'}
            {...fieldFault(error, `details.${field.key}`)}
          >
            {answerInput(field, meant.span)}
          </Form.Item>
        ))}
      </div>
      {of.route === 'destination' && (
        <EvidenceItem
          name={['evidence']}
          home={evidenceAt(school)}
          hint={of.evidence ? w.proves(nameOf(of.evidence)) : undefined}
          error={error}
        />
      )}
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </CheckedForm>
  )
}
