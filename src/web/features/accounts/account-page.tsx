import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import * as contract from '../../../contracts/accounts.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { useFigures } from '../../ui/figures.ts'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { said } from '../../ui/said.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { OwnChannels } from '../messages/own-channels.tsx'
import { EmailAddress } from '../notifications/email-address.tsx'
import { MailSettings } from '../notifications/mail-settings.tsx'
import { PinSection } from '../signing/pin-section.tsx'
import { PhoneNumber } from '../students/phone-number.tsx'
import { deviceName } from './device.ts'
import { useMe } from './me.ts'
import { useOwnRules } from './own-rules.ts'
import { PasskeySection } from './passkey-section.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'
import { accountWords } from './words.ts'

type Typed = { current: string; next: string }

export function AccountPage() {
  const w = useWords(accountWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const { portal, name, login } = useMe()
  const own = useOwnRules()
  const owner = () => ({ name, studentNumber: login })
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const { data } = useSuspenseQuery(ask(contract.listSessions))
  const refresh = () => client.invalidateQueries()
  const change = useMutation({
    mutationFn: (body: Typed) => call(contract.changePassword, { body }),
    onSuccess: async () => {
      form.resetFields()
      said.success(w.changed)
      await refresh()
    },
  })
  const end = useMutation({
    mutationFn: () => call(contract.endOtherSessions),
    onSuccess: async ({ ended }) => {
      said.success(w.ended(ended))
      await refresh()
    },
  })
  return (
    <>
      {/* The manual's name, where it has one. */}
      <h1>{portal === 'student' ? w.change : w.title}</h1>
      <section className="card slim">
        <h2>{w.password}</h2>
        <ProblemNote error={change.error} names={{ current: w.current, next: w.next }} />
        <CheckedForm form={form} onFinish={(values) => change.mutate(values)}>
          <Form.Item
            name="current"
            label={w.current}
            rules={[{ required: true, message: ui.needed(w.current) }]}
            {...fieldFault(change.error, 'current')}
          >
            <Input.Password autoComplete="current-password" maxLength={LONGEST.secret} {...AS_TYPED} />
          </Form.Item>
          <Form.Item
            name="next"
            label={w.next}
            extra={w.verification.passwordHint}
            validateTrigger="onBlur"
            rules={[{ required: true, message: ui.needed(w.next) }, own.password(owner)]}
            {...fieldFault(change.error, 'next')}
          >
            <Input.Password autoComplete="new-password" maxLength={LONGEST.secret} {...AS_TYPED} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {w.change}
          </Button>
        </CheckedForm>
      </section>
      {(portal === 'student' || portal === 'employer') && <PinSection />}
      <PasskeySection />
      <SecondFactorSection />
      {portal === 'student' && <PhoneNumber />}
      {portal !== 'platform' && (
        <>
          <EmailAddress />
          <MailSettings />
          {portal === 'student' && <OwnChannels />}
        </>
      )}
      <section className="card">
        <h2>{w.sessions}</h2>
        <ProblemNote error={end.error} />
        <ul>
          {data.items.map(({ id, startedAt, ip, userAgent, current }) => (
            <li key={id}>
              {figures.instant(startedAt)} · {ip} · <span title={userAgent}>{deviceName(userAgent)}</span>{' '}
              {current && <strong>{w.thisOne}</strong>}
            </li>
          ))}
        </ul>
        <Button disabled={data.items.length < 2} loading={end.isPending} onClick={() => end.mutate()}>
          {w.endOthers}
        </Button>
      </section>
    </>
  )
}
