import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { listRosterChoices } from '../../../contracts/roster.ts'
import { EMPLOYMENT_STATUSES } from '../../../domain/employment.ts'
import { ENROLMENTS } from '../../../domain/enrolment/life.ts'
import { ROSTER_ORDERS, ROSTER_SORTS } from '../../../domain/roster/filter.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { caseWords } from '../cases/words.ts'
import type { useOwnChoices } from '../own-fields/own-choices.ts'
import type { Narrow } from './roster-address.ts'
import { rosterListWords } from './roster-list-words.ts'
import { rosterWords } from './roster-words.ts'
import { studentWords } from './words.ts'
import './roster-filters.css'

type Props = {
  school: string
  colleges: readonly { readonly id: string; readonly name: string }[]
  of: Narrow
  /** What of the school's own fields can be chosen. */
  own: ReturnType<typeof useOwnChoices>['choices']
  narrow: (next: Partial<Record<keyof Narrow, string | undefined>>) => void
  /** Where the columns are chosen. */
  chooser: ReactNode
}
const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }))

/** What is asked for once somebody narrows further. */
export const useRosterChoices = (school: string, isWanted: boolean) =>
  useQuery({ ...ask(listRosterChoices, { params: { school } }), enabled: isWanted }).data

function MoreFilters({ school, of, own, narrow }: Omit<Props, 'colleges' | 'chooser'>) {
  const w = useWords(rosterListWords)
  const students = useWords(studentWords)
  const roster = useWords(rosterWords)
  const cases = useWords(caseWords)
  const nameOf = useNameOf()
  const isNarrowed = [of.major, of.className, of.level, of.year, of.enrolment, of.verified, of.chosen].some(
    Boolean,
  )
  const [isOpen, setOpen] = useState(isNarrowed)
  const choices = useRosterChoices(school, isOpen)
  const classes = (choices?.classes ?? []).filter(({ college }) => !of.college || college === of.college)
  const sort = `${of.sort ?? 'number'}.${of.order ?? 'asc'}`
  return (
    <details
      className="more-filters"
      open={isOpen}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary>{w.more}</summary>
      {isOpen && (
        <div className="filters">
          <ChoiceFilter
            seeks
            label={cases.major}
            all={w.all.major}
            value={of.major ?? ''}
            onChange={(major) => narrow({ major })}
            options={plain(choices?.majors ?? [])}
          />
          <ChoiceFilter
            seeks
            label={w.className}
            all={w.all.className}
            value={of.className ?? ''}
            onChange={(className) => narrow({ className })}
            options={plain([...new Set(classes.map(({ name }) => name))])}
          />
          <ChoiceFilter
            label={students.level}
            all={w.all.level}
            value={of.level ?? ''}
            onChange={(level) => narrow({ level })}
            options={(choices?.levels ?? []).map((one) => ({ value: one.code, label: nameOf(one) }))}
          />
          <ChoiceFilter
            label={students.year}
            all={w.all.year}
            value={of.year ?? ''}
            onChange={(year) => narrow({ year })}
            options={(choices?.years ?? []).map((year) => ({ value: String(year), label: w.of(year) }))}
          />
          <ChoiceFilter
            label={w.enrolment}
            all={w.all.enrolment}
            value={of.enrolment ?? ''}
            onChange={(enrolment) => narrow({ enrolment })}
            options={ENROLMENTS.map((value) => ({ value, label: w.enrolments[value] }))}
          />
          <ChoiceFilter
            label={roster.verification}
            all={w.all.verified}
            value={of.verified ?? ''}
            onChange={(verified) => narrow({ verified })}
            options={[
              { value: 'yes', label: roster.verified },
              { value: 'no', label: roster.notVerified },
            ]}
          />
          {own.map(({ name, choose, ...choice }) => (
            <ChoiceFilter key={name} {...choice} onChange={(value) => narrow({ chosen: choose(value) })} />
          ))}
          <ChoiceFilter
            label={w.sort}
            value={sort}
            onChange={(chosen) => {
              const [by, order] = (chosen ?? '').split('.')
              narrow({ sort: by === 'number' ? undefined : by, order: order === 'asc' ? undefined : order })
            }}
            options={ROSTER_SORTS.flatMap((by) =>
              ROSTER_ORDERS.map((order) => ({
                value: `${by}.${order}`,
                label: `${w.sorts[by]} ${w.orders[order]}`,
              })),
            )}
          />
        </div>
      )}
    </details>
  )
}

/** By what the roster is narrowed: what is asked for most in one line, the rest below it. */
export function RosterFilters({ school, colleges, of, own, narrow, chooser }: Props) {
  const w = useWords(rosterListWords)
  const roster = useWords(rosterWords)
  const students = useWords(studentWords)
  const cases = useWords(caseWords)
  return (
    <>
      <SearchField label={roster.q} sought={of.q ?? ''} onSearch={(q) => narrow({ q })} />
      {colleges.length > 1 && (
        <ChoiceFilter
          label={cases.college}
          all={cases.allColleges}
          value={of.college ?? ''}
          onChange={(college) => narrow({ college, className: undefined })}
          options={colleges.map(({ id: value, name: label }) => ({ value, label }))}
        />
      )}
      <ChoiceFilter
        label={students.status}
        all={w.all.employment}
        value={of.employment ?? ''}
        onChange={(employment) => narrow({ employment })}
        options={EMPLOYMENT_STATUSES.map((value) => ({ value, label: cases.employmentStatus[value] }))}
      />
      {chooser}
      <MoreFilters school={school} of={of} own={own} narrow={narrow} />
    </>
  )
}
