import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input } from 'antd'
import type { Rule } from 'antd/es/form'
import type { Input as Asked } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/verification.ts'
import { normalPhone } from '../../../domain/identifiers.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ELECTRONIC_FORM } from '../../../words/electronic-form.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { Facts } from '../../ui/facts.tsx'
import { AS_TYPED, IN_CAPITALS } from '../../ui/keyboards.ts'
import { Note } from '../../ui/note.tsx'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { caseWords } from '../cases/words.ts'
import { studentWords } from '../students/words.ts'
import { useMySchool } from './me.ts'
import { useOwnRules } from './own-rules.ts'
import { accountWords } from './words.ts'
import './verification.css'

/** The two ticks are there when this is sent: the form asks for them. */
type Typed = Omit<
  NonNullable<Asked<typeof contract.passVerification>['body']>,
  'rosterConfirmed' | 'electronicFormAgreed'
>

/** The first login: roster data confirmed, phone and password set (R20). */
export function VerificationPage() {
  const nameOf = useNameOf()
  const w = useWords(accountWords).verification
  const ui = useWords(uiWords)
  const { language } = useLanguage()
  const students = useWords(studentWords)
  const cases = useWords(caseWords)
  const params = { school: useMySchool() }
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: roster } = useSuspenseQuery(ask(contract.getVerification, { params }))
  const pass = useMutation({
    mutationFn: (typed: Typed) =>
      call(contract.passVerification, {
        params,
        body: { ...typed, rosterConfirmed: true, electronicFormAgreed: true },
      }),
    onSuccess: async () => {
      await client.invalidateQueries()
      await navigate({ to: '/student' })
    },
  })
  const names = {
    name: w.name,
    idNumberTail: w.idTail(students.document[roster.documentType]),
    secondFact: w.secondFact[roster.secondFact?.kind ?? 'exam-number'],
    phone: w.phone,
    email: w.email,
    password: w.password,
  }
  const asked = roster.secondFact
  const [form] = Form.useForm<Typed>()
  const own = useOwnRules()
  const owner = () => ({
    name: roster.name,
    studentNumber: roster.studentNumber,
    phone: normalPhone(form.getFieldValue('phone') ?? ''),
  })
  /** Judged when it is left: what is being typed is not wrong yet. */
  const field = (
    name: string,
    label: string,
    input: React.ReactNode,
    { extra, rules = [] }: { extra?: string; rules?: readonly Rule[] } = {},
  ) => (
    <Form.Item
      name={name}
      label={label}
      extra={extra}
      validateTrigger="onBlur"
      rules={[...(name === 'email' ? [] : [{ required: true, message: ui.needed(label) }]), ...rules]}
      {...fieldFault(pass.error, name)}
    >
      {input}
    </Form.Item>
  )
  const tick = (name: string, label: string) => (
    <Form.Item
      name={name}
      valuePropName="checked"
      rules={[
        {
          validator: async (_, on) => {
            if (!on) throw new Error(w.tick)
          },
        },
      ]}
    >
      <Checkbox>{label}</Checkbox>
    </Form.Item>
  )
  return (
    <div className="column verification">
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      <section className="card">
        <h2>{w.roster}</h2>
        <Facts
          of={[
            [students.name, roster.name],
            [cases.studentNumber, roster.studentNumber],
            [students.document[roster.documentType], roster.maskedIdNumber],
            [cases.college, roster.college],
            [cases.major, roster.major],
            [students.level, nameOf(roster.educationLevel)],
            [students.year, roster.graduationYear],
          ]}
        />
        <p>{w.wrong}</p>
      </section>
      <section className="card">
        <ProblemNote error={pass.error} names={names} />
        {asked && !asked.onRoster && <Note type="warning" title={w.secondFactMissing} />}
        <CheckedForm<Typed> form={form} onFinish={(values) => pass.mutate(values)}>
          {field('name', w.name, <Input maxLength={LONGEST.personName} autoComplete="name" />)}
          {field(
            'idNumberTail',
            w.idTail(students.document[roster.documentType]),
            <Input maxLength={LONGEST.documentTail} autoComplete="off" {...IN_CAPITALS} />,
            { extra: w.idTailHint, rules: [own.documentTail] },
          )}
          {asked &&
            field(
              'secondFact',
              w.secondFact[asked.kind],
              <Input
                maxLength={LONGEST.number}
                autoComplete="off"
                {...(asked.kind === 'phone-tail' && { inputMode: 'numeric' as const })}
                {...IN_CAPITALS}
              />,
              { extra: w.secondFactHint },
            )}
          {field(
            'phone',
            w.phone,
            <Input type="tel" inputMode="tel" maxLength={LONGEST.number} autoComplete="tel" />,
            { extra: w.phoneHint, rules: [own.mobile] },
          )}
          {field(
            'email',
            w.email,
            <Input inputMode="email" maxLength={LONGEST.email} autoComplete="email" {...AS_TYPED} />,
            { extra: w.emailHint },
          )}
          {field(
            'password',
            w.password,
            <Input.Password maxLength={LONGEST.secret} autoComplete="new-password" {...AS_TYPED} />,
            { extra: w.passwordHint, rules: [own.password(owner)] },
          )}
          {tick('rosterConfirmed', w.rosterConfirmed)}
          {ELECTRONIC_FORM[language].map((paragraph) => (
            <p key={paragraph} className="soft">
              {paragraph}
            </p>
          ))}
          {tick('electronicFormAgreed', w.electronicFormAgreed)}
          <Button type="primary" htmlType="submit" block loading={pass.isPending}>
            {w.submit}
          </Button>
        </CheckedForm>
      </section>
    </div>
  )
}
