import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form, Input } from 'antd'
import type { z } from 'zod'
import * as contract from '../../../contracts/notifications.ts'
import { NOTIFICATION_GROUPS } from '../../../domain/notification.ts'
import { ask, call } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { notificationWords } from './words.ts'

type Settings = z.infer<typeof contract.notificationSettings>

/** To which address, and of which groups, copies are sent. */
export function MailSettings() {
  const w = useWords(notificationWords).settings
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(contract.getNotificationSettings))
  const save = useMutation({
    mutationFn: (body: Settings) => call(contract.saveNotificationSettings, { body }),
    onSuccess: async () => {
      said.success(w.saved)
      await client.invalidateQueries()
    },
  })
  return (
    <section className="card slim">
      <h2>{w.title}</h2>
      {data.mailAvailable ? <p>{w.lead}</p> : <Note type="info" title={w.unavailable} />}
      <ProblemNote error={save.error} names={{ email: w.email, mail: w.groups }} />
      <Form
        layout="vertical"
        disabled={!data.mailAvailable}
        initialValues={data}
        onFinish={(values: Settings) => save.mutate({ ...values, email: values.email.trim() })}
      >
        <Form.Item name="email" label={w.email} extra={w.emailHint} {...fieldFault(save.error, 'email')}>
          <Input inputMode="email" autoComplete="email" maxLength={120} />
        </Form.Item>
        <Form.Item name="mail" label={w.groups}>
          <Checkbox.Group options={NOTIFICATION_GROUPS.map((value) => ({ value, label: w.group[value] }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {ui.save}
        </Button>
      </Form>
    </section>
  )
}
