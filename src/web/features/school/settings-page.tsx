import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { App, Button, Form, InputNumber, Radio, Switch } from 'antd'
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
  const days = (name: string, label: string) => (
    <Form.Item name={name} label={label} rules={[{ required: true, message: label }]}>
      <InputNumber min={1} max={90} precision={0} />
    </Form.Item>
  )
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
          {days('minDays', w.min)}
          {days('defaultDays', w.default)}
          {days('maxDays', w.max)}
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
