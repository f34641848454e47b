import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox, Form, Input } from 'antd'
import type { Input as Asked } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/verification.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call, ProblemError } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { Facts } from '../../ui/facts.tsx'
import { AS_TYPED, IN_CAPITALS } from '../../ui/keyboards.ts'
import { Note } from '../../ui/note.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { caseWords } from '../cases/words.ts'
import { studentWords } from '../students/words.ts'
import { useMySchool } from './me.ts'
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
  const faults = pass.error instanceof ProblemError ? (pass.error.problem?.errors ?? []) : []
  const field = (name: string, label: string, input: React.ReactNode, extra?: string, needed = true) => {
    const fault = faults.find((one) => one.field === name)
    return (
      <Form.Item
        name={name}
        label={label}
        extra={extra}
        rules={needed ? [{ required: true, message: ui.needed(label) }] : []}
        {...(fault && { validateStatus: 'error' as const, help: fault.message })}
      >
        {input}
      </Form.Item>
    )
  }
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
        <CheckedForm<Typed> onFinish={(values) => pass.mutate(values)}>
          {field('name', w.name, <Input maxLength={LONGEST.personName} autoComplete="name" />)}
          {field(
            'idNumberTail',
            w.idTail(students.document[roster.documentType]),
            <Input maxLength={LONGEST.documentTail} autoComplete="off" {...IN_CAPITALS} />,
            w.idTailHint,
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
              w.secondFactHint,
            )}
          {field(
            'phone',
            w.phone,
            <Input type="tel" inputMode="tel" maxLength={LONGEST.number} autoComplete="tel-national" />,
          )}
          {field(
            'email',
            w.email,
            <Input inputMode="email" maxLength={LONGEST.email} autoComplete="email" {...AS_TYPED} />,
            w.emailHint,
            false,
          )}
          {field(
            'password',
            w.password,
            <Input.Password maxLength={LONGEST.secret} autoComplete="new-password" {...AS_TYPED} />,
            w.passwordHint,
          )}
          {tick('rosterConfirmed', w.rosterConfirmed)}
          {tick('electronicFormAgreed', w.electronicFormAgreed)}
          <Button type="primary" htmlType="submit" block loading={pass.isPending}>
            {w.submit}
          </Button>
        </CheckedForm>
      </section>
    </div>
  )
}
