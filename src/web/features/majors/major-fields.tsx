import { Select } from 'antd'
import type { Major } from '../../../contracts/majors.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import type { Faults } from '../cases/act-button.tsx'
import { useCodeOptions } from '../terms/code-options.ts'
import { majorWords } from './words.ts'
import './major-fields.css'

export type MajorDraft = {
  readonly majorName: string
  readonly educationLevel: string | null
  readonly colleges: readonly string[]
}
export const majorDraftOf = ({ name, educationLevel, colleges }: Major): MajorDraft => ({
  majorName: name,
  educationLevel,
  colleges: colleges.map(({ id }) => id),
})
/** As it is sent. A draft with faults is not sent. */
export const majorOf = ({ majorName, educationLevel, colleges }: MajorDraft) => ({
  majorName: majorName.trim(),
  educationLevel: educationLevel ?? '',
  colleges: [...colleges],
})

/** What is still to be given, by the names that the endpoint's fields have. */
export function useMajorFaults() {
  const w = useWords(majorWords)
  const ui = useWords(uiWords)
  return ({ majorName, educationLevel }: MajorDraft): Faults => ({
    majorName: majorName.trim() ? null : ui.needed(w.name),
    educationLevel: educationLevel ? null : ui.toChoose(w.level),
  })
}

type Props = {
  of: MajorDraft
  colleges: readonly { readonly id: string; readonly name: string }[]
  at: (field: string) => FieldAt
  change: (part: Partial<MajorDraft>) => void
}
/** What a major is called, of which level it is, and who teaches it. */
export function MajorFields({
  of: { majorName, educationLevel, colleges: taught },
  colleges,
  at,
  change,
}: Props) {
  const w = useWords(majorWords)
  const ui = useWords(uiWords)
  const levels = useCodeOptions('education_level')
  return (
    <>
      <LineField
        at={at('majorName')}
        label={w.name}
        value={majorName}
        most={LONGEST.line}
        onChange={(text) => change({ majorName: text })}
      />
      <div className="major-choice">
        <label htmlFor={at('educationLevel').id}>{w.level}</label>
        <Select<string>
          id={at('educationLevel').id}
          status={at('educationLevel').fault ? 'error' : ''}
          placeholder={ui.choose}
          showSearch={{ optionFilterProp: 'label' }}
          options={levels}
          value={educationLevel}
          onChange={(value) => change({ educationLevel: value })}
        />
        <FieldFault of={at('educationLevel')} />
      </div>
      <div className="major-choice">
        <label htmlFor={at('colleges').id}>{w.colleges}</label>
        <Select<string[]>
          id={at('colleges').id}
          mode="multiple"
          placeholder={w.none}
          optionFilterProp="label"
          options={colleges.map(({ id: value, name: label }) => ({ value, label }))}
          value={[...taught]}
          onChange={(value) => change({ colleges: value })}
        />
        <FieldFault of={at('colleges')} />
      </div>
    </>
  )
}
