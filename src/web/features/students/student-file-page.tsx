import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import * as contract from '../../../contracts/students.ts'
import { ask } from '../../call.ts'
import { Facts } from '../../ui/facts.tsx'
import { showDay } from '../../ui/moment.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { StatusTag } from '../cases/status-tag.tsx'
import { Timeline } from '../cases/timeline.tsx'
import { headlineOf } from '../destinations/headline.ts'
import { EmploymentFacts } from './employment-facts.tsx'

/** Cases of one kind in a student's file; each line leads to its page. */
function Cases({ title, children }: { title: string; children: ReactNode[] }) {
  const words = useWords()
  return (
    <section className="card">
      <h2>{title}</h2>
      {children.length === 0 ? words.none : <ul className="cases">{children}</ul>}
    </section>
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
        <h2>{w.basics}</h2>
        <Facts
          of={[
            [w.number, file.studentNumber],
            [w.id, file.maskedIdNumber],
            [w.phone, file.maskedPhone],
            [w.college, file.college],
            [w.major, file.major],
            [w.level, nameOf(file.educationLevel)],
            [w.year, file.graduationYear],
            [
              words.students.verification,
              file.verified ? words.students.verified : words.students.notVerified,
            ],
          ]}
        />
      </section>
      <section className="card">
        <h2>{w.employment}</h2>
        <EmploymentFacts of={file.employment} />
      </section>
      <Cases title={words.students.agreements}>
        {file.agreements.map((row) => (
          <li key={row.id}>
            <Link to="/school/agreements/$school/$id" params={{ school, id: row.id }}>
              {row.employerName}
            </Link>
            <StatusTag kind="agreementStatus" status={row.status} />
            <span className="soft">
              {words.agreementKind[row.kind]} · {row.number} · {showDay(row.formedAt)}
            </span>
          </li>
        ))}
      </Cases>
      <Cases title={words.students.dissolutions}>
        {file.dissolutions.map((row) => (
          <li key={row.id}>
            <Link to="/school/dissolutions/$school/$id" params={{ school, id: row.id }}>
              {row.employerName}
            </Link>
            <StatusTag kind="dissolutionStatus" status={row.status} />
            <span className="soft">
              {words.dissolution.askedBy}: {words.side[row.askedBy]} · {words.dissolution.ground[row.ground]}{' '}
              · {showDay(row.askedAt)}
            </span>
          </li>
        ))}
      </Cases>
      <Cases title={words.students.destinations}>
        {file.destinations.map((row) => (
          <li key={row.id}>
            <Link to="/school/destinations/$school/$id" params={{ school, id: row.id }}>
              {nameOf(row.category)}
            </Link>
            <StatusTag kind="destinationStatus" status={row.voiding ? 'voiding' : row.status} />
            <span className="soft">
              {headlineOf(row)} {showDay(row.declaredAt)}
            </span>
          </li>
        ))}
      </Cases>
      <section className="card">
        <h2>{words.students.history}</h2>
        {file.timeline.length === 0 ? words.none : <Timeline of={file.timeline} />}
      </section>
    </>
  )
}
