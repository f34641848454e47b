import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, InputNumber, Radio, Switch } from 'antd'
import type { Rule } from 'antd/es/form'
import * as contract from '../../../contracts/schools.ts'
import { ask, call } from '../../call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { useMe } from '../../ui/shell.tsx'
import { useWords } from '../../words/language.tsx'

export function SettingsPage() {
  const words = useWords()
  const w = words.settings
  const me = useMe()
  const params = { school: me.school?.code ?? '' }
  const client = useQueryClient()
  const { message } = App.useApp()
  const { data } = useSuspenseQuery(ask(contract.getSettings, { params }))
  const save = useMutation({
    mutationFn: ({ levels, ...rest }: Record<string, unknown>) =>
      call(contract.saveSettings, {
        params,
        body: { ...rest, agreementLevels: levels === 'both' ? ['college', 'school'] : ['school'] },
      }),
    onSuccess: async () => {
      message.success(w.saved)
      await client.invalidateQueries()
    },
  })
  const days = (
    name: 'minDays' | 'defaultDays' | 'maxDays',
    label: string,
    most: number,
    rules: Rule[] = [],
  ) => (
    <Form.Item
      name={name}
      label={label}
      dependencies={name === 'defaultDays' ? ['minDays', 'maxDays'] : []}
      rules={[{ required: true, message: label }, ...rules]}
    >
      <InputNumber min={1} max={most} precision={0} />
    </Form.Item>
  )
  const inOrder: Rule = ({ getFieldValue }) => ({
    validator: async (_, usual) => {
      if (getFieldValue('minDays') > usual || usual > getFieldValue('maxDays')) {
        throw new Error(`${w.min} ≤ ${w.default} ≤ ${w.max}`)
      }
    },
  })
  return (
    <>
      <h1>{w.title}</h1>
      <section className="card" style={{ maxWidth: 560 }}>
        <ProblemNote error={save.error} />
        <Form
          layout="vertical"
          initialValues={{ ...data, levels: data.agreementLevels.length > 1 ? 'both' : 'school' }}
          onFinish={(values) => save.mutate(values)}
        >
          <Form.Item name="levels" label={w.levels}>
            <Radio.Group
              options={[
                { value: 'school', label: w.schoolOnly },
                { value: 'both', label: w.collegeThenSchool },
              ]}
            />
          </Form.Item>
          {days('minDays', w.min, 30)}
          {days('defaultDays', w.default, 60, [inOrder])}
          {days('maxDays', w.max, 90)}
          <Form.Item name="declineNeedsReason" label={w.declineNeedsReason} valuePropName="checked">
            <Switch />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {words.save}
          </Button>
        </Form>
      </section>
    </>
  )
}
