import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Input } from 'antd'
import { useDeferredValue, useState } from 'react'
import * as contract from '../../../contracts/people.ts'
import { ask } from '../../call.ts'
import { DataList } from '../../ui/data-list.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useMe } from '../../ui/shell.tsx'
import { StatusTag } from '../../ui/status-tag.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'

export function StudentListPage() {
  const words = useWords()
  const w = words.students
  const me = useMe()
  const school = me.school?.code ?? ''
  const [page, setPage] = useState(1)
  const [q, setQ] = useState('')
  const query = useDeferredValue({ page, q })
  const { data } = useSuspenseQuery(ask(contract.listStudents, { params: { school }, query }))
  return (
    <>
      <h1>{w.title}</h1>
      <section className="card">
        <div className="filters">
          <Input.Search
            style={{ maxWidth: 300 }}
            aria-label={w.q}
            placeholder={w.q}
            allowClear
            onSearch={(text) => {
              setQ(text)
              setPage(1)
            }}
          />
        </div>
        <DataList
          page={data}
          label={w.title}
          empty={w.empty}
          onPage={setPage}
          columns={[
            { title: words.home.name, show: (row) => row.name },
            { title: words.home.number, show: (row) => row.studentNumber },
            { title: words.home.college, show: (row) => row.college },
            { title: words.home.major, show: (row) => row.major },
            { title: w.verified, show: (row) => (row.verified ? w.verified : w.notVerified) },
            {
              title: words.home.status,
              show: (row) => <StatusTag kind="employmentStatus" status={row.employment.status} />,
            },
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

export function StudentFilePage() {
  const nameOf = useNameOf()
  const words = useWords()
  const w = words.home
  const { school, id } = useParams({ strict: false }) as { school: string; id: string }
  const { data: file } = useSuspenseQuery(ask(contract.getStudentFile, { params: { school, id } }))
  return (
    <>
      <h1>{file.name}</h1>
      <section className="card">
        <Facts
          of={[
            [w.number, file.studentNumber],
            [w.id, file.maskedIdNumber],
            [w.phone, file.maskedPhone],
            [w.college, file.college],
            [w.major, file.major],
            [w.level, nameOf(file.educationLevel)],
            [w.year, file.graduationYear],
            [w.status, <StatusTag key="s" kind="employmentStatus" status={file.employment.status} />],
            [w.employer, file.employment.employerName ?? ''],
          ]}
        />
      </section>
      <section className="card">
        <h2>{words.students.agreements}</h2>
        {file.agreements.length === 0 ? (
          words.none
        ) : (
          <ul>
            {file.agreements.map((row) => (
              <li key={row.id}>
                <Link to="/school/agreements/$school/$id" params={{ school, id: row.id }}>
                  {row.number}
                </Link>{' '}
                {row.employerName} <StatusTag kind="agreementStatus" status={row.status} />
              </li>
            ))}
          </ul>
        )}
      </section>
      <section className="card">
        <h2>{words.students.history}</h2>
        {file.timeline.length === 0 ? words.none : <Timeline of={file.timeline} />}
      </section>
    </>
  )
}
