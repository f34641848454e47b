import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { askDissolutions, type DissolvableRow } from '../../../contracts/dissolutions.ts'
import type { GroundCode } from '../../../domain/dissolution.ts'
import { call } from '../../call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useWords } from '../../words/language.tsx'
import { useGroundOptions } from './ground-options.ts'

/** By the agreement's id. */
type Typed = Record<string, { ground: GroundCode; reason: string }>
type Props = {
  rows: readonly DissolvableRow[]
  onSent: (ids: readonly string[]) => void
  onDone: () => void
}
const nameOf = ({ student }: DissolvableRow) => `${student.name} ${student.studentNumber}`

/** One ground and one reason each, sent together; who could not be asked stays, with why. */
export function ReasonsForEach({ rows, onSent, onDone }: Props) {
  const words = useWords()
  const w = words.dissolution
  const grounds = useGroundOptions()
  const client = useQueryClient()
  const { message } = App.useApp()
  const [form] = Form.useForm<Typed>()
  const [sent, setSent] = useState<readonly string[]>([])
  const send = useMutation({
    mutationFn: (typed: Typed) =>
      call(askDissolutions, {
        body: {
          noticeRead: true,
          items: rows.map(({ id, school, agreement }) => ({
            id,
            school: school.code,
            seenVersion: agreement.version,
            ...typed[id],
          })),
        },
      }),
    onSuccess: async ({ results }) => {
      const ids = results.filter(({ passed }) => passed).map(({ id }) => id)
      const failed = results.length - ids.length
      setSent([...sent, ...rows.filter(({ id }) => ids.includes(id)).map(nameOf)])
      if (failed === 0) message.success(w.several.sent(ids.length))
      else message.warning(w.several.someFailed(ids.length, failed), 8)
      await client.invalidateQueries()
      onSent(ids)
      if (failed === 0) onDone()
    },
  })
  const fillAll = (id: string) => {
    const one = form.getFieldValue(id)
    form.setFieldsValue(Object.fromEntries(rows.map((row) => [row.id, { ...one }])))
  }
  return (
    <>
      <h2>{w.several.title(rows.length)}</h2>
      <p>{w.several.reasonsHint}</p>
      {sent.length > 0 && (
        <Alert type="info" showIcon title={w.several.sentTo(sent.join('、'))} style={{ marginBottom: 16 }} />
      )}
      <ProblemNote error={send.error} names={w.form.fields} />
      <Form
        form={form}
        layout="vertical"
        onFinish={(typed) => send.mutate(typed)}
        scrollToFirstError={{ block: 'center', focus: true }}
      >
        {rows.map((row, index) => {
          const failure = send.data?.results.find(({ id, passed }) => id === row.id && !passed)
          return (
            <fieldset key={row.id} className="each">
              <legend>
                {nameOf(row)} <span className="mono">{row.agreement.number}</span>
              </legend>
              {failure && (
                <Alert type="warning" showIcon title={failure.title} style={{ marginBottom: 12 }} />
              )}
              <Form.Item
                name={[row.id, 'ground']}
                label={w.form.fields.ground}
                rules={[{ required: true, message: w.form.groundNeeded }]}
              >
                <Select options={grounds} />
              </Form.Item>
              <Form.Item
                name={[row.id, 'reason']}
                label={w.form.fields.reason}
                rules={[{ required: true, whitespace: true, message: words.needed(w.form.fields.reason) }]}
              >
                <Input.TextArea rows={2} maxLength={500} showCount />
              </Form.Item>
              {index === 0 && rows.length > 1 && (
                <Button onClick={() => fillAll(row.id)}>{w.several.fillAll}</Button>
              )}
            </fieldset>
          )
        })}
        <Button type="primary" htmlType="submit" loading={send.isPending}>
          {w.several.send}
        </Button>
      </Form>
    </>
  )
}
