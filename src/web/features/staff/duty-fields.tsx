import { Radio, Select } from 'antd'
import { useId } from 'react'
import { LONGEST } from '../../../domain/longest.ts'
import { STAFF_ROLES, type StaffRole } from '../../../domain/staff.ts'
import { LineField } from '../../ui/line-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { caseWords } from '../cases/words.ts'
import { staffWords } from './words.ts'
import './duty-fields.css'

export type DutyDraft = { readonly name: string; readonly role: StaffRole; readonly collegeId: string | null }
type Props = {
  of: DutyDraft
  colleges: readonly { readonly id: string; readonly name: string }[]
  change: (part: Partial<DutyDraft>) => void
}

/** What is still to be given; null where it is whole. */
export function useMissingDuty() {
  const w = useWords(staffWords)
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  return ({ name, role, collegeId }: DutyDraft): string | null => {
    if (!name.trim()) return ui.needed(w.name)
    return role === 'college_reviewer' && !collegeId ? ui.toChoose(cases.college) : null
  }
}

/** As it is sent: a college only where the role reviews for one. */
export const dutyOf = ({ name, role, collegeId }: DutyDraft) => ({
  name: name.trim(),
  role,
  collegeId: role === 'college_reviewer' ? collegeId : null,
})

/** The name, what the account may do, and for which college. */
export function DutyFields({ of: { name, role, collegeId }, colleges, change }: Props) {
  const w = useWords(staffWords)
  const cases = useWords(caseWords)
  const id = useId()
  return (
    <>
      <LineField
        label={w.name}
        value={name}
        most={LONGEST.personName}
        onChange={(text) => change({ name: text })}
      />
      <Radio.Group
        aria-label={w.role}
        options={STAFF_ROLES.map((value) => ({ value, label: w.roles[value] }))}
        value={role}
        onChange={({ target }) => change({ role: target.value })}
      />
      {role === 'college_reviewer' && (
        <div className="college-choice">
          <label htmlFor={`${id}college`}>{cases.college}</label>
          <Select<string>
            id={`${id}college`}
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={w.noColleges}
            options={colleges.map(({ id: value, name: label }) => ({ value, label }))}
            value={collegeId}
            onChange={(value) => change({ collegeId: value })}
          />
        </div>
      )}
    </>
  )
}
