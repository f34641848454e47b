import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { Button, Form, Input } from 'antd'
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
  const { language, adopt } = useLanguage()
  const { portal: given } = useParams({ strict: false }) as { portal: string }
  const { school, from } = useSearch({ strict: false }) as { school?: string; from?: string }
  const portal = isPortal(given) ? given : 'student'
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(listSchools))
  const enter = useMutation({
    mutationFn: (body: object) => call(contract.signIn, { body: { ...body, portal } }),
    onSuccess: async (me) => {
      client.clear()
      adopt(me.language)
      // Only a page of this portal: an address in a link must not lead elsewhere.
      const home = from?.startsWith(`/${portal}/`) ? from : `/${portal}`
      await navigate({ to: me.verified ? home : '/student/verification', replace: true })
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
          {from && <p role="status">{w.again}</p>}
          <ProblemNote error={enter.error} />
          <Form
            layout="vertical"
            onFinish={(values) => enter.mutate(values)}
            initialValues={{ school: school ?? data.items[0]?.code }}
          >
            {portal !== 'employer' && (
              <Form.Item name="school" label={w.school} rules={[{ required: true, message: w.school }]}>
                <select className="choice">
                  {data.items.map(({ code, name, nameEn }) => (
                    <option key={code} value={code}>
                      {language === 'en' ? nameEn : name}
                    </option>
                  ))}
                </select>
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
        <nav className="elsewhere" aria-label={w.elsewhere}>
          {contract.portal.options
            .filter((other) => other !== portal)
            .map((other) => (
              <Link key={other} to="/sign-in/$portal" params={{ portal: other }}>
                {w.title[other]}
              </Link>
            ))}
        </nav>
      </main>
    </>
  )
}
