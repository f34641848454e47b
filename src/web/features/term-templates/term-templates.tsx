import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormInstance, Select } from 'antd'
import { useState } from 'react'
import type { Output } from '../../../contracts/address.ts'
import { listTermTemplates } from '../../../contracts/term-templates.ts'
import { addDays } from '../../../domain/day.ts'
import { ask } from '../../call.ts'
import { Note } from '../../ui/note.tsx'
import { confirmed } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { draftOfTemplate, type TermsDraft } from '../terms/terms-draft.ts'
import { useTermNames } from '../terms/terms-view.tsx'
import { SaveTemplate } from './save-template.tsx'
import { templateWords } from './words.ts'
import './term-templates.css'

type Template = Output<typeof listTermTemplates>['items'][number]
type Path = readonly string[]

/** Every value of a draft by the path of its field. */
const leaves = (draft: object, above: Path = []): { path: Path; value: unknown }[] =>
  Object.entries(draft).flatMap(([name, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? leaves(value, [...above, name])
      : [{ path: [...above, name], value }],
  )

const isEmpty = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** Begins the terms of a form with a template, and keeps what was typed as one. What was typed by hand is overwritten only once that is wished. */
export function TermTemplates({ form, today }: { form: FormInstance<TermsDraft>; today: string }) {
  const w = useWords(templateWords)
  const nameOf = useTermNames()
  const { data } = useQuery(ask(listTermTemplates))
  const [filled, setFilled] = useState<{ name: string; wrong: boolean } | null>(null)
  const fields: FormInstance = form

  async function use({ name, terms, answerDays, faults }: Template) {
    const respondBy = answerDays === null ? undefined : addDays(today, answerDays)
    const said = leaves(draftOfTemplate(terms, respondBy))
    const typed = said.filter(({ path, value }) => {
      const now: unknown = fields.getFieldValue([...path])
      return fields.isFieldTouched([...path]) && !isEmpty(now) && String(now) !== String(value)
    })
    const names = typed.map(({ path }) => nameOf(path.join('.')))
    const overwrites =
      typed.length === 0 ||
      (await confirmed({
        title: w.keep.title(typed.length),
        content: w.keep.text(names.join('、')),
        okText: w.keep.ok,
        cancelText: w.keep.cancel,
      }))
    const taken = overwrites ? said : said.filter((one) => !typed.includes(one))
    const faultOf = (path: Path) => faults.find(({ field }) => field === path.join('.'))
    fields.setFields(taken.map(({ path, value }) => ({ name: [...path], value })))
    // What hangs on another field, such as an address, is drawn first.
    await new Promise((drawn) => window.setTimeout(drawn))
    await fields.validateFields(taken.map(({ path }) => [...path])).catch(() => {})
    // A choice that is offered no more is chosen anew; a day that is over stays to be seen.
    const gone = taken.flatMap(({ path, value }) => {
      const fault = faultOf(path)
      if (!fault) return []
      return [
        { name: [...path], value: path.join('.') === 'reportBy' ? value : undefined, errors: [fault.said] },
      ]
    })
    fields.setFields(gone)
    const wrong = fields.getFieldsError(taken.map(({ path }) => [...path]))
    setFilled({ name, wrong: wrong.some(({ errors }) => errors.length > 0) })
  }

  if (!data) return null
  return (
    <div className="term-templates">
      <div className="actions">
        {data.items.length > 0 && (
          <Select
            aria-label={w.use}
            placeholder={w.use}
            value={null}
            showSearch={{ optionFilterProp: 'label' }}
            options={data.items.map(({ id, name }) => ({ value: id, label: name }))}
            onSelect={(id: string | null) => {
              const template = data.items.find((one) => one.id === id)
              if (template) void use(template)
            }}
          />
        )}
        <SaveTemplate form={form} today={today} kept={data.items} />
        {data.items.length > 0 && <Link to="/employer/term-templates">{w.manage}</Link>}
      </div>
      {filled && (
        <Note
          type={filled.wrong ? 'warning' : 'info'}
          title={w.filled(filled.name)}
          description={filled.wrong && w.wrong}
        />
      )}
    </div>
  )
}
