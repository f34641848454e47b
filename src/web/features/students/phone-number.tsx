import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { Input as Asked } from '../../../contracts/address.ts'
import { changePhone } from '../../../contracts/contact.ts'
import { studentHome } from '../../../contracts/students.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { said } from '../../ui/said.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { OwnPasswordItem } from '../accounts/own-password-item.tsx'
import { useOwnRules } from '../accounts/own-rules.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { phoneWords } from './phone-words.ts'

type Typed = NonNullable<Asked<typeof changePhone>['body']>

/** The student's mobile number, changed by whoever knows the password. */
export function PhoneNumber() {
  const w = useWords(phoneWords)
  const ui = useWords(uiWords)
  const own = useOwnRules()
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const params = { school: useMySchool() }
  const { data } = useSuspenseQuery(ask(studentHome, { params }))
  const change = useMutation({
    mutationFn: (body: Typed) => call(changePhone, { params, body }),
    onSuccess: async () => {
      form.resetFields()
      said.success(w.changed)
      await client.invalidateQueries()
    },
  })
  return (
    <section className="card slim">
      <h2>{w.title}</h2>
      <p>{w.now(data.basics.maskedPhone)}</p>
      <ProblemNote error={change.error} names={{ phone: w.next, password: w.password }} />
      <CheckedForm form={form} name="mobile" onFinish={(values) => change.mutate(values)}>
        <Form.Item
          name="phone"
          label={w.next}
          extra={w.hint}
          validateTrigger="onBlur"
          rules={[{ required: true, message: ui.needed(w.next) }, own.mobile]}
          {...fieldFault(change.error, 'phone')}
        >
          <Input type="tel" inputMode="tel" autoComplete="tel" maxLength={LONGEST.number} />
        </Form.Item>
        <OwnPasswordItem label={w.password} error={change.error} />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {w.change}
        </Button>
      </CheckedForm>
    </section>
  )
}
