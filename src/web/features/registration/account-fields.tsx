import { Form, Input } from 'antd'
import { LONGEST } from '../../../domain/longest.ts'
import { FormSection } from '../../ui/form-section.tsx'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { useFormRules } from './form-rules.ts'
import { registrationWords } from './words.ts'

export type AccountTyped = { memberName: string; login: string; password: string }

/** Who is to sign in, and by what. */
export function AccountFields({ error, reason }: { error: unknown; reason?: string }) {
  const w = useWords(registrationWords)
  const ui = useWords(uiWords)
  const rules = useFormRules()
  const needed = (label: string) => ({ required: true, message: ui.needed(label) })
  return (
    <FormSection title={w.account} reason={reason}>
      <Form.Item<AccountTyped>
        name="memberName"
        label={w.memberName}
        rules={[{ ...needed(w.memberName), whitespace: true }]}
        {...fieldFault(error, 'memberName')}
      >
        <Input maxLength={LONGEST.personName} autoComplete="name" />
      </Form.Item>
      <Form.Item<AccountTyped>
        name="login"
        label={w.login}
        extra={w.loginHint}
        validateTrigger="onBlur"
        rules={[needed(w.login), rules.login]}
        {...fieldFault(error, 'login')}
      >
        <Input maxLength={LONGEST.login} autoComplete="username" {...AS_TYPED} />
      </Form.Item>
      <Form.Item<AccountTyped>
        name="password"
        label={w.password}
        extra={w.passwordHint}
        rules={[needed(w.password)]}
        {...fieldFault(error, 'password')}
      >
        <Input.Password maxLength={LONGEST.secret} autoComplete="new-password" />
      </Form.Item>
    </FormSection>
  )
}
