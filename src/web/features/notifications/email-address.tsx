import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import type { Input as Asked } from '../../../contracts/address.ts'
import { changeEmail, sendEmailLink } from '../../../contracts/contact.ts'
import { getNotificationSettings } from '../../../contracts/notifications.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { AS_TYPED } from '../../ui/keyboards.ts'
import { Note } from '../../ui/note.tsx'
import { PlainButton } from '../../ui/plain-button.tsx'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { OwnPasswordItem } from '../accounts/own-password-item.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { notificationWords } from './words.ts'

type Typed = NonNullable<Asked<typeof changeEmail>['body']>

/** The address to which copies go: whether it is confirmed, and changed by whoever knows the password. */
export function EmailAddress() {
  const { email: w } = useWords(notificationWords)
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const { data } = useSuspenseQuery(ask(getNotificationSettings))
  const change = useMutation({
    mutationFn: (body: Typed) => call(changeEmail, { body }),
    onSuccess: async (_, { email }) => {
      form.setFieldValue('password', '')
      said.success(email === '' ? w.removed : w.sent(email))
      await client.invalidateQueries()
    },
  })
  const again = useMutation({
    mutationFn: () => call(sendEmailLink),
    onMutate: () => change.reset(),
    onSuccess: async ({ pendingEmail }) => {
      said.success(w.sent(pendingEmail ?? ''))
      await client.invalidateQueries()
    },
  })
  return (
    <section className="card slim">
      <h2>{w.title}</h2>
      {data.pendingEmail !== null && (
        <Note
          type="warning"
          title={w.waits(data.pendingEmail)}
          description={data.mailAvailable ? w.waitsHint : w.unavailable}
          action={
            data.mailAvailable && (
              <PlainButton busy={again.isPending} onClick={() => again.mutate()}>
                {w.again}
              </PlainButton>
            )
          }
        />
      )}
      <p>{data.email === '' ? w.none : w.confirmed(data.email)}</p>
      <ProblemNote error={change.error ?? again.error} names={{ email: w.next, password: w.password }} />
      <CheckedForm
        form={form}
        name="address"
        disabled={!data.mailAvailable}
        initialValues={{ email: data.pendingEmail ?? data.email, password: '' }}
        onFinish={(values) => change.mutate({ ...values, email: values.email.trim() })}
      >
        <Form.Item name="email" label={w.next} extra={w.hint} {...fieldFault(change.error, 'email')}>
          <Input inputMode="email" autoComplete="email" maxLength={LONGEST.email} {...AS_TYPED} />
        </Form.Item>
        <OwnPasswordItem label={w.password} error={change.error} />
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {w.change}
        </Button>
      </CheckedForm>
    </section>
  )
}
