import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Form, type FormInstance, Input, Select } from 'antd'
import { useRef } from 'react'
import { listOwnFields } from '../../../contracts/own-fields.ts'
import { listColleges } from '../../../contracts/schools.ts'
import { addStudent } from '../../../contracts/students.ts'
import { DOCUMENT_TYPES } from '../../../domain/identity-document.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { inUse, ownNames } from '../../../domain/own-field/field.ts'
import {
  COLUMN_KEYS,
  type ColumnKey,
  ROSTER_COLUMNS,
  type RosterValues,
} from '../../../domain/roster/columns.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { CheckedForm } from '../../ui/checked-form.tsx'
import { FormSection } from '../../ui/form-section.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { uiWords } from '../../ui/words.ts'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { fieldFault } from '../cases/field-fault.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { correctionWords } from '../corrections/words.ts'
import { answerInput } from '../destinations/answer-input.tsx'
import { MajorCodeInput } from '../majors/major-code-input.tsx'
import { OwnInput, useOwnRule } from '../own-fields/own-input.tsx'
import { ownFieldWords } from '../own-fields/words.ts'
import { fileWords } from './file-words.ts'

type Typed = { readonly values: RosterValues }

/** Asked first: what no student is without, and what says who it is. */
const FIRST = COLUMN_KEYS.filter(
  (key) =>
    ROSTER_COLUMNS[key].isNeeded ||
    ['documentType', 'gender', 'className', 'majorCode', 'mobile'].includes(key),
)
const REST = COLUMN_KEYS.filter((key) => !FIRST.includes(key))

const KEYBOARDS: { readonly [takes in string]?: 'tel' | 'email' | 'numeric' } = {
  mobile: 'tel',
  phone: 'tel',
  email: 'email',
  year: 'numeric',
}

/** The input for what a column takes; what it means the server judges, as it judges a file. */
function useColumnInput(school: string, form: FormInstance<Typed>) {
  const ui = useWords(uiWords)
  const { documents } = useWords(correctionWords)
  const { data } = useSuspenseQuery(ask(listColleges, { params: { school } }))
  const choice = (options: { value: string; label: string }[]) => (
    <Select placeholder={ui.choose} allowClear options={options} />
  )
  return (key: ColumnKey) => {
    if (key === 'majorCode')
      return (
        <MajorCodeInput
          school={school}
          onChosen={({ name, educationLevel }) => {
            form.setFieldValue(['values', 'majorName'], name)
            form.setFieldValue(['values', 'educationLevel'], educationLevel)
          }}
        />
      )
    const { takes } = ROSTER_COLUMNS[key]
    if (takes.startsWith('code:')) return answerInput({ type: takes })
    switch (takes) {
      case 'college':
        return choice(data.items.map(({ id: value, name: label }) => ({ value, label })))
      case 'document-type':
        return choice(DOCUMENT_TYPES.map((value) => ({ value, label: documents[value] })))
      case 'yes-no':
        return choice([
          { value: '是', label: ui.yes },
          { value: '否', label: ui.no },
        ])
      default:
        return (
          <Input
            autoComplete="off"
            spellCheck={false}
            inputMode={KEYBOARDS[takes] ?? 'text'}
            maxLength={LONGEST.line}
          />
        )
    }
  }
}

/** One student by hand. Nothing of it is kept on the device: it has the number of a document. */
export function AddStudentPage() {
  const w = useWords(fileWords).add
  const ui = useWords(uiWords)
  const { language } = useLanguage()
  const school = useMySchool()
  const navigate = useNavigate()
  const client = useQueryClient()
  const touched = useRef(false)
  const [form] = Form.useForm<Typed>()
  const inputOf = useColumnInput(school, form)
  const ruleOf = useOwnRule()
  const nameIn = useNameOf()
  const ownWords = useWords(ownFieldWords)
  const nameOf = (key: ColumnKey) => ROSTER_COLUMNS[key][language === 'en' ? 'en' : 'zh']
  const add = useMutation({
    mutationFn: ({ values }: Typed) => {
      const given = Object.entries(values).filter(([, value]) => value)
      return call(addStudent, { params: { school }, body: { values: Object.fromEntries(given) } })
    },
    onSuccess: async ({ id }) => {
      touched.current = false
      said.success(w.done)
      await client.invalidateQueries()
      await navigate({ to: `/school/students/${school}/${id}`, replace: true })
    },
  })
  useUnsaved(() => touched.current && !add.isPending)
  const items = (keys: readonly ColumnKey[]) =>
    keys.map((key) => (
      <Form.Item
        key={key}
        name={['values', key]}
        label={nameOf(key)}
        rules={
          ROSTER_COLUMNS[key].isNeeded
            ? [{ required: true, whitespace: true, message: ui.needed(nameOf(key)) }]
            : []
        }
        {...fieldFault(add.error, `values.${key}`)}
      >
        {inputOf(key)}
      </Form.Item>
    ))
  const { data } = useSuspenseQuery(ask(listOwnFields, { params: { school } }))
  const own = inUse(data.roster.fields).map((field) => ({ ...field, ...ownNames(field) }))
  const called = [
    ...COLUMN_KEYS.map((key) => [key, nameOf(key)] as const),
    ...own.map((field) => [field.key, nameIn(field)] as const),
  ]
  const names = Object.fromEntries(
    called.flatMap(([key, name]) => [
      [key, name],
      [`values.${key}`, name],
    ]),
  )
  return (
    <>
      <BackButton list="/school/students" />
      <h1>{w.title}</h1>
      <section className="card">
        <CheckedForm<Typed>
          form={form}
          onValuesChange={() => {
            touched.current = true
          }}
          onFinish={(typed) => add.mutate(typed)}
          above={<ProblemNote error={add.error} names={names} />}
        >
          <FormSection title={w.needed} reason={w.hint}>
            {items(FIRST)}
          </FormSection>
          <FormSection title={w.more} reason={w.moreHint}>
            {items(REST)}
          </FormSection>
          {own.length > 0 && (
            <FormSection title={ownWords.filled.title}>
              {own.map((field) => (
                <Form.Item
                  key={field.key}
                  name={['values', field.key]}
                  label={nameIn(field)}
                  rules={[
                    ...(field.required
                      ? [{ required: true, whitespace: true, message: ui.needed(nameIn(field)) }]
                      : []),
                    ruleOf(field.takes),
                  ]}
                  {...fieldFault(add.error, `values.${field.key}`)}
                >
                  <OwnInput takes={field.takes} />
                </Form.Item>
              ))}
            </FormSection>
          )}
          <Button type="primary" htmlType="submit" loading={add.isPending}>
            {w.save}
          </Button>
        </CheckedForm>
      </section>
    </>
  )
}
