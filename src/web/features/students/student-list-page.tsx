import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import * as contract from '../../../contracts/students.ts'
import { ask } from '../../call.ts'
import { useMe } from '../../portals/shell.tsx'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { DataList } from '../../ui/data-list.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { SearchField } from '../../ui/search-field.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { StatusTag } from '../cases/status-tag.tsx'

/** The roster, as far as the reader's scope goes. */
export function StudentListPage() {
  const words = useWords()
  const nameOf = useNameOf()
  const w = words.students
  const school = useMe().school?.code ?? ''
  const { address, shown, change, turn } = useListAddress<'q' | 'college'>()
  const { data } = useSuspenseQuery(ask(contract.listStudents, { params: { school }, query: shown }))
  return (
    <>
      <h1>{w.title}</h1>
      <section className="card">
        <div className="filters">
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          {data.colleges.length > 1 && (
            <ChoiceFilter
              label={words.queue.college}
              all={words.queue.allColleges}
              value={address.college ?? ''}
              onChange={(college) => change({ college })}
              options={data.colleges.map(({ id: value, name: label }) => ({ value, label }))}
            />
          )}
        </div>
        <DataList
          page={data}
          label={w.title}
          empty={w.empty}
          onPage={turn}
          columns={[
            { title: words.home.name, show: (row) => <span className="whole">{row.name}</span> },
            { title: words.home.number, show: (row) => row.studentNumber },
            { title: words.home.college, show: (row) => row.college },
            { title: words.home.major, show: (row) => row.major },
            { title: w.verification, show: (row) => (row.verified ? w.verified : w.notVerified) },
            {
              title: words.home.status,
              show: (row) => <StatusTag kind="employmentStatus" status={row.employment.status} />,
            },
            {
              title: words.home.category,
              show: ({ employment: { category } }) => (category ? nameOf(category) : words.none),
            },
            { title: words.home.holder, show: (row) => row.employment.holder ?? words.none },
            {
              title: words.list.actions,
              show: (row) => (
                <Link to="/school/students/$school/$id" params={{ school, id: row.id }}>
                  {w.see}
                </Link>
              ),
            },
          ]}
        />
      </section>
    </>
  )
}
