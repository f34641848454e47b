import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox, Form } from 'antd'
import type { Input as Asked } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/notifications.ts'
import { NOTIFICATION_GROUPS } from '../../../domain/notification.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ProblemNote } from '../cases/problem-note.tsx'
import { notificationWords } from './words.ts'

type Groups = NonNullable<Asked<typeof contract.saveNotificationSettings>['body']>

/** Of which groups copies are sent. */
export function MailSettings() {
  const w = useWords(notificationWords).settings
  const ui = useWords(uiWords)
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(contract.getNotificationSettings))
  const save = useMutation({
    mutationFn: (body: Groups) => call(contract.saveNotificationSettings, { body }),
    onSuccess: async () => {
      said.success(w.saved)
      await client.invalidateQueries()
    },
  })
  return (
    <section className="card slim">
      <h2>{w.title}</h2>
      {data.mailAvailable ? <p>{w.lead}</p> : <Note type="info" title={w.unavailable} />}
      <ProblemNote error={save.error} names={{ mail: w.groups }} />
      <CheckedForm
        disabled={!data.mailAvailable}
        initialValues={{ mail: data.mail }}
        onFinish={(values: Groups) => save.mutate(values)}
      >
        <Form.Item name="mail" label={w.groups} extra={w.always}>
          <Checkbox.Group options={NOTIFICATION_GROUPS.map((value) => ({ value, label: w.group[value] }))} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {ui.save}
        </Button>
      </CheckedForm>
    </section>
  )
}
