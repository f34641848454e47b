import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
import { registerEmployer } from '../../../contracts/employer-records.ts'
import type { EmployerFacts } from '../../../domain/employer-facts.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { IN_CAPITALS } from '../../ui/keyboards.ts'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useCreditCodeRule } from '../agreements/paper/credit-code-rule.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { AccountFields, type AccountTyped } from './account-fields.tsx'
import { EmployerFields, factsOf } from './employer-fields.tsx'
import { useEnter } from './enter.ts'
import { registrationWords } from './words.ts'

type Typed = EmployerFacts & AccountTyped & { creditCode: string }

/** 单位注册, from the front page, without a school: one form, checked where it is typed. */
export function RegisterForm() {
  const w = useWords(registrationWords)
  const ui = useWords(uiWords)
  const { language } = useLanguage()
  const enter = useEnter()
  const wellFormed = useCreditCodeRule()
  const [form] = Form.useForm<Typed>()
  const register = useMutation({
    mutationFn: ({ creditCode, memberName, login, password, ...facts }: Typed) =>
      call(registerEmployer, {
        body: { ...factsOf(facts), creditCode, memberName, login, password, language },
      }),
    onSuccess: async (me) => {
      said.success(w.registered)
      await enter(me, '/employer/schools')
    },
  })
  useUnsaved(() => form.isFieldsTouched() && !register.isPending && !register.isSuccess)
  const { error } = register
  const names = {
    ...w.name,
    creditCode: w.creditCode,
    memberName: w.memberName,
    login: w.login,
    password: w.password,
  }
  return (
    <>
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      <p>
        <Link to="/sign-in/$portal" params={{ portal: 'employer' }}>
          {w.signIn}
        </Link>
      </p>
      <section className="card">
        <CheckedForm<Typed>
          form={form}
          initialValues={{ kind: 'own', licenceNumber: '' }}
          above={<ProblemNote error={error} names={names} />}
          onFinish={(typed) => register.mutate(typed)}
        >
          <EmployerFields
            error={error}
            first={
              <Form.Item<Typed>
                name="creditCode"
                label={w.creditCode}
                validateTrigger="onBlur"
                rules={[{ required: true, message: ui.needed(w.creditCode) }, wellFormed]}
                {...fieldFault(error, 'creditCode')}
              >
                <Input maxLength={LONGEST.number} {...IN_CAPITALS} />
              </Form.Item>
            }
          />
          <AccountFields error={error} reason={w.accountReason} />
          <Button type="primary" htmlType="submit" loading={register.isPending}>
            {w.submit}
          </Button>
        </CheckedForm>
      </section>
    </>
  )
}
