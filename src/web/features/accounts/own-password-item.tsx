import { Form, Input } from 'antd'
import { LONGEST } from '../../../domain/longest.ts'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'

/** One's own password once more, in the forms of what only its owner may change. */
export function OwnPasswordItem({ label, error }: { label: string; error: unknown }) {
  const ui = useWords(uiWords)
  return (
    <Form.Item
      name="password"
      label={label}
      rules={[{ required: true, message: ui.needed(label) }]}
      {...fieldFault(error, 'password')}
    >
      <Input.Password autoComplete="current-password" maxLength={LONGEST.secret} {...AS_TYPED} />
    </Form.Item>
  )
}
