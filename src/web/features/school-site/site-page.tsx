import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Form, Input } from 'antd'
import { getOwnSite, saveOwnSite } from '../../../contracts/public-site.ts'
import { readability } from '../../../domain/contrast.ts'
import { dayInChina } from '../../../domain/day.ts'
import { LONGEST } from '../../../domain/longest.ts'
import type { SchoolContact } from '../../../domain/public-site.ts'
import { colours } from '../../../looks/tokens.ts'
import { ask, call } from '../../call.ts'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useEditing } from '../cases/editing.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { ColourField } from './colour-field.tsx'
import { DateFields } from './date-fields.tsx'
import { PictureField } from './picture-field.tsx'
import { draftOf, type SiteDraft, siteOf } from './site-draft.ts'
import { siteWords } from './words.ts'
import './site.css'

const LENGTHS: Readonly<Record<keyof SchoolContact, number>> = {
  office: LONGEST.organisation,
  officeEn: LONGEST.organisation,
  officePhone: LONGEST.number,
  officeEmail: LONGEST.email,
  address: LONGEST.address,
  addressEn: LONGEST.address,
  hours: LONGEST.line,
  hoursEn: LONGEST.line,
}
const CONTACT = Object.keys(LENGTHS) as (keyof SchoolContact)[]
/** Those who graduate next: the year changes when a class has left. */
const nextClass = () => {
  const [year = '', month = ''] = dayInChina(serverNow()).split('-')
  return String(Number(year) + (month > '08' ? 1 : 0))
}

/** 公开网站: what anybody reads of the school, for its administrators. */
export function SchoolSitePage() {
  const w = useWords(siteWords)
  const ui = useWords(uiWords)
  const params = { school: useMySchool() }
  const client = useQueryClient()
  const { data } = useSuspenseQuery({ ...ask(getOwnSite, { params }), refetchOnWindowFocus: false })
  const { shown, form } = useEditing(data, {
    send: (draft: SiteDraft, seenVersion) => call(saveOwnSite, { params, body: siteOf(draft, seenVersion) }),
    saved: () => w.saved,
    settled: () => void client.invalidateQueries(),
  })
  const { error } = form
  const line = (name: 'intro' | 'introEn' | 'privacyUrl' | 'icp' | 'police', most: number) => (
    <Form.Item name={name} label={w.name[name]} {...fieldFault(error, name)}>
      <Input maxLength={most} {...(name === 'privacyUrl' && { type: 'url', inputMode: 'url' as const })} />
    </Form.Item>
  )
  const colour = (name: 'colour' | 'accent') => (
    <Form.Item
      name={name}
      label={w.name[name]}
      rules={[
        {
          validator: async (_, typed: string | null) => {
            if (typed === null) return
            const { isEnough, ratio, least } = readability(name, typed, [colours.white, colours.paper])
            if (!isEnough) throw new Error(w.tooPale(ratio, least))
          },
        },
      ]}
      {...fieldFault(error, name)}
    >
      <ColourField label={w.name[name]} />
    </Form.Item>
  )
  return (
    <div className="column">
      <h1>{w.title}</h1>
      <p>
        {w.lead} <a href={`/s/${params.school}`}>{w.open}</a>
      </p>
      <ProblemNote error={error} names={w.name} onReload={form.onReload} />
      <CheckedForm<SiteDraft>
        key={shown.version}
        initialValues={draftOf(shown)}
        onValuesChange={form.onChange}
        onFinish={form.onSubmit}
      >
        <section className="card">
          <h2>{w.looks}</h2>
          <p className="soft">{w.looksHint}</p>
          <div className="grid2">
            {line('intro', LONGEST.intro)}
            {line('introEn', LONGEST.intro)}
            {colour('colour')}
            {colour('accent')}
          </div>
          <Form.Item name="picture" label={w.picture} {...fieldFault(error, 'pictureId')}>
            <PictureField school={params.school} />
          </Form.Item>
        </section>
        <DateFields error={error} year={nextClass()} />
        <section className="card">
          <h2>{w.contact}</h2>
          <p className="soft">{w.contactHint}</p>
          <div className="grid2">
            {CONTACT.map((name) => (
              <Form.Item
                key={name}
                name={['contact', name]}
                label={w.name[name]}
                {...fieldFault(error, `contact.${name}`)}
              >
                <Input
                  maxLength={LENGTHS[name]}
                  {...(name === 'officePhone' && { type: 'tel', inputMode: 'tel' as const })}
                  {...(name === 'officeEmail' && { type: 'email', inputMode: 'email' as const })}
                />
              </Form.Item>
            ))}
          </div>
        </section>
        <section className="card">
          <h2>{w.records}</h2>
          <p className="soft">{w.recordsHint}</p>
          <div className="grid2">
            {line('icp', LONGEST.number)}
            {line('police', LONGEST.number)}
            {line('privacyUrl', LONGEST.url)}
          </div>
        </section>
        <Button type="primary" htmlType="submit" loading={form.busy}>
          {ui.save}
        </Button>
      </CheckedForm>
    </div>
  )
}
