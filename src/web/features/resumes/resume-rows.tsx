import { Button, Form, Input, Select } from 'antd'
import {
  EXPERIENCE_KINDS,
  LANGUAGE_LEVELS,
  LONGEST_RESUME,
  RESUME_BOUNDS,
} from '../../../domain/resume/content.ts'
import { useWords } from '../../words/language.tsx'
import { fieldFault } from '../cases/field-fault.ts'
import { readWords, resumeWords } from './words.ts'

const MONTH = /^((19|20)\d{2}-(0[1-9]|1[0-2]))?$/
export type RowsOf = 'experiences' | 'projects' | 'certificates' | 'languages'
type FieldName =
  | 'kind'
  | 'organisation'
  | 'role'
  | 'from'
  | 'to'
  | 'detail'
  | 'title'
  | 'month'
  | 'language'
  | 'level'
  | 'proof'

/** Which fields a row has, in their order, and what a new one begins with. */
const ROWS: Readonly<Record<RowsOf, { readonly fields: readonly FieldName[]; readonly anew: object }>> = {
  experiences: {
    fields: ['organisation', 'kind', 'role', 'from', 'to', 'detail'],
    anew: { kind: 'internship', organisation: '', role: '', from: '', to: '', detail: '' },
  },
  projects: {
    fields: ['title', 'role', 'from', 'to', 'detail'],
    anew: { title: '', role: '', from: '', to: '', detail: '' },
  },
  certificates: { fields: ['title', 'month'], anew: { title: '', month: '' } },
  languages: { fields: ['language', 'level', 'proof'], anew: { language: '', level: 'working', proof: '' } },
}
const NEEDED: readonly FieldName[] = ['organisation', 'title', 'language']
const MONTHS: readonly FieldName[] = ['from', 'to', 'month']
const MOST: Readonly<Partial<Record<FieldName, number>>> = {
  organisation: LONGEST_RESUME.organisation,
  role: LONGEST_RESUME.role,
  title: LONGEST_RESUME.title,
  language: LONGEST_RESUME.skill,
  proof: LONGEST_RESUME.title,
}

function useInput() {
  const read = useWords(readWords)
  return (field: FieldName) => {
    if (field === 'detail') return <Input.TextArea rows={3} maxLength={LONGEST_RESUME.detail} showCount />
    if (field === 'kind')
      return <Select options={EXPERIENCE_KINDS.map((value) => ({ value, label: read.experience[value] }))} />
    if (field === 'level')
      return <Select options={LANGUAGE_LEVELS.map((value) => ({ value, label: read.level[value] }))} />
    if (MONTHS.includes(field)) return <Input type="month" placeholder="2025-07" />
    return <Input maxLength={MOST[field]} />
  }
}

/** A part of a résumé of which there are several: each in rows that are added and removed. */
export function ResumeRows({ of, error }: { of: RowsOf; error: unknown }) {
  const w = useWords(resumeWords)
  const read = useWords(readWords)
  const input = useInput()
  const { fields, anew } = ROWS[of]
  const rulesOf = (field: FieldName) => [
    ...(NEEDED.includes(field)
      ? [{ required: true, whitespace: true, message: w.needed(w.name[field]) }]
      : []),
    ...(MONTHS.includes(field) ? [{ pattern: MONTH, message: w.monthForm }] : []),
  ]
  return (
    <Form.List name={of}>
      {(rows, { add, remove }) => (
        <section className="form-part">
          <h2>{read.parts[of]}</h2>
          {rows.map(({ key, name: at }) => (
            <div key={key} className="form-fields resume-row">
              {fields.map((field) => (
                <Form.Item
                  key={field}
                  name={[at, field]}
                  label={w.name[field]}
                  className={field === 'detail' ? 'both' : ''}
                  rules={rulesOf(field)}
                  validateTrigger="onBlur"
                  {...fieldFault(error, `resume.${of}.${at}.${field}`)}
                >
                  {input(field)}
                </Form.Item>
              ))}
              <div className="actions both">
                <Button aria-label={`${w.removeOne}: ${read.parts[of]} ${at + 1}`} onClick={() => remove(at)}>
                  {w.removeOne}
                </Button>
              </div>
            </div>
          ))}
          <Button disabled={rows.length >= RESUME_BOUNDS[of]} onClick={() => add(anew)}>
            {w.add[of]}
          </Button>
        </section>
      )}
    </Form.List>
  )
}
