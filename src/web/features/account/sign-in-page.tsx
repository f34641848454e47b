import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { Button, Form, Input, Select } from 'antd'
import * as contract from '../../../contracts/accounts.ts'
import { listSchools } from '../../../contracts/schools.ts'
import { ask, call } from '../../call.ts'
import { ProblemNote } from '../../ui/problem-note.tsx'
import { LanguageSwitch, Top } from '../../ui/shell.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'

const isPortal = (text: string): text is contract.Me['portal'] => contract.portal.safeParse(text).success

export function SignInPage() {
  const words = useWords()
  const w = words.signIn
  const { language } = useLanguage()
  const { portal: given } = useParams({ strict: false }) as { portal: string }
  const portal = isPortal(given) ? given : 'student'
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(listSchools))
  const enter = useMutation({
    mutationFn: (body: object) => call(contract.signIn, { body: { ...body, portal } }),
    onSuccess: async (me) => {
      client.clear()
      await navigate({ to: me.verified ? `/${portal}` : '/student/verification' })
    },
  })
  return (
    <>
      <Top>
        <LanguageSwitch />
      </Top>
      <main id="content" className="narrow">
        <section className="card">
          <h1>{w.title[portal]}</h1>
          <ProblemNote error={enter.error} />
          <Form
            layout="vertical"
            onFinish={(values) => enter.mutate(values)}
            initialValues={{ school: data.items[0]?.code }}
          >
            {portal !== 'employer' && (
              <Form.Item name="school" label={w.school} rules={[{ required: true, message: w.school }]}>
                <Select
                  showSearch={{ optionFilterProp: 'label' }}
                  options={data.items.map(({ code, name, nameEn }) => ({
                    value: code,
                    label: language === 'en' ? nameEn : name,
                  }))}
                />
              </Form.Item>
            )}
            <Form.Item
              name="login"
              label={w.login[portal]}
              rules={[{ required: true, message: w.login[portal] }]}
            >
              <Input autoComplete="username" maxLength={64} />
            </Form.Item>
            <Form.Item
              name="secret"
              label={w.secret}
              extra={portal === 'student' ? w.firstTime : undefined}
              rules={[{ required: true, message: w.secret }]}
            >
              <Input.Password autoComplete="current-password" maxLength={128} />
            </Form.Item>
            <Button type="primary" htmlType="submit" block loading={enter.isPending}>
              {w.submit}
            </Button>
          </Form>
        </section>
      </main>
    </>
  )
}
