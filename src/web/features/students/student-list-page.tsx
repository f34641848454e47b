import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import * as contract from '../../../contracts/students.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { caseWords } from '../cases/words.ts'
import { EmploymentMark } from './employment-facts.tsx'
import { rosterWords } from './roster-words.ts'
import { studentWords } from './words.ts'

/** The roster, as far as the reader's scope goes. */
export function StudentListPage() {
  const w = useWords(rosterWords)
  const cases = useWords(caseWords)
  const students = useWords(studentWords)
  const ui = useWords(uiWords)
  const nameOf = useNameOf()
  const school = useMySchool()
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string; college: string }>()
  const { data } = useSuspenseQuery(ask(contract.listStudents, { params: { school }, query: shown }))
  return (
    <ListPage
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q, college: data.colleges.find(({ id }) => id === address.college)?.name }}
      onClear={change}
      to={({ id }) => `/school/students/${school}/${id}`}
      brief={(row) => ({
        who: row.name,
        what: row.studentNumber,
        state: <EmploymentMark of={row.employment} />,
        due: `${row.college} ${row.major}`,
      })}
      filters={
        <>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          {data.colleges.length > 1 && (
            <ChoiceFilter
              label={cases.college}
              all={cases.allColleges}
              value={address.college ?? ''}
              onChange={(college) => change({ college })}
              options={data.colleges.map(({ id: value, name: label }) => ({ value, label }))}
            />
          )}
        </>
      }
      columns={[
        { title: students.name, show: (row) => <span className="whole">{row.name}</span> },
        { title: cases.studentNumber, show: (row) => row.studentNumber },
        { title: cases.college, show: (row) => row.college },
        { title: cases.major, show: (row) => row.major },
        { title: w.verification, show: (row) => (row.verified ? w.verified : w.notVerified) },
        {
          title: students.status,
          show: (row) => <EmploymentMark of={row.employment} />,
        },
        {
          title: students.category,
          show: ({ employment: { category } }) => (category ? nameOf(category) : ui.none),
        },
        { title: students.holder, show: (row) => row.employment.holder ?? ui.none },
        {
          title: ui.actions,
          show: (row) => (
            <Link to="/school/students/$school/$id" params={{ school, id: row.id }}>
              {w.see}
            </Link>
          ),
        },
      ]}
    />
  )
}
