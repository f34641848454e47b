import { Button, Form, Input } from 'antd'
import { LONGEST } from '../../../domain/longest.ts'
import type { OwnWord, OwnWords } from '../../../domain/recommendation/case.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { sheetWords } from './sheet-words.ts'
import { recommendationWords } from './words.ts'

/** As the contract bounds them. */
const TEXTS = [
  ['strengths', LONGEST.remark],
  ['awards', LONGEST.reason],
  ['statement', LONGEST.reason],
] as const satisfies readonly (readonly [OwnWord, number])[]

type Props = {
  initial: OwnWords
  submitLabel: string
  error: unknown
  busy: boolean
  onReload?: (() => void) | undefined
  onChange: () => void
  onSubmit: (own: OwnWords) => void
}

/** What the student adds in their own words. */
export function OwnWordsForm({ initial, submitLabel, error, busy, onReload, onChange, onSubmit }: Props) {
  const w = useWords(recommendationWords)
  const names = useWords(sheetWords).own
  return (
    <CheckedForm<OwnWords>
      initialValues={initial}
      onValuesChange={onChange}
      onFinish={onSubmit}
      above={<ProblemNote error={error} names={names} onReload={onReload} />}
    >
      <p className="soft">{w.ownHint}</p>
      <Form.Item name="wish" label={names.wish} extra={w.hint.wish} {...fieldFault(error, 'wish')}>
        <Input maxLength={LONGEST.position} />
      </Form.Item>
      {TEXTS.map(([name, most]) => (
        <Form.Item
          key={name}
          name={name}
          label={names[name]}
          extra={w.hint[name]}
          {...fieldFault(error, name)}
        >
          <Input.TextArea rows={3} maxLength={most} showCount />
        </Form.Item>
      ))}
      <Button type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </CheckedForm>
  )
}
