import { Select } from 'antd'
import { LONGEST } from '../../../domain/longest.ts'
import { STAFF_ROLES, type StaffRole } from '../../../domain/staff.ts'
import { type FieldAt, FieldFault } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { OneOf } from '../../ui/one-of.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import type { Faults } from '../cases/act-button.tsx'
import { caseWords } from '../cases/words.ts'
import { staffWords } from './words.ts'
import './duty-fields.css'

/** No role until one is chosen: what an account may do is decided, not left as it was. */
export type DutyDraft = {
  readonly name: string
  readonly role: StaffRole | null
  readonly collegeId: string | null
}
type Props = {
  of: DutyDraft
  colleges: readonly { readonly id: string; readonly name: string }[]
  at: (field: string) => FieldAt
  change: (part: Partial<DutyDraft>) => void
}

/** What is still to be given, by the names that the endpoint's fields have. */
export function useDutyFaults() {
  const w = useWords(staffWords)
  const ui = useWords(uiWords)
  const cases = useWords(caseWords)
  return ({ name, role, collegeId }: DutyDraft): Faults => ({
    name: name.trim() ? null : ui.needed(w.name),
    role: role ? null : ui.toChoose(w.role),
    collegeId: role === 'college_reviewer' && !collegeId ? ui.toChoose(cases.college) : null,
  })
}

/** As it is sent: a college only where the role reviews for one. A draft with faults is not sent. */
export function dutyOf({ name, role, collegeId }: DutyDraft) {
  if (role === null) throw new Error('a duty without a role')
  return { name: name.trim(), role, collegeId: role === 'college_reviewer' ? collegeId : null }
}

/** The name, what the account may do, and for which college. */
export function DutyFields({ of: { name, role, collegeId }, colleges, at, change }: Props) {
  const w = useWords(staffWords)
  const cases = useWords(caseWords)
  return (
    <>
      <LineField
        at={at('name')}
        label={w.name}
        value={name}
        most={LONGEST.personName}
        onChange={(text) => change({ name: text })}
      />
      <OneOf
        at={at('role')}
        label={w.role}
        options={STAFF_ROLES.map((value) => ({ value, label: w.roles[value] }))}
        value={role}
        onChange={(chosen) => change({ role: chosen })}
      />
      {role === 'college_reviewer' && (
        <div className="college-choice">
          <label htmlFor={at('collegeId').id}>{cases.college}</label>
          <Select<string>
            id={at('collegeId').id}
            status={at('collegeId').fault ? 'error' : ''}
            showSearch={{ optionFilterProp: 'label' }}
            notFoundContent={w.noColleges}
            options={colleges.map(({ id: value, name: label }) => ({ value, label }))}
            value={collegeId}
            onChange={(value) => change({ collegeId: value })}
          />
          <FieldFault of={at('collegeId')} />
        </div>
      )}
    </>
  )
}
