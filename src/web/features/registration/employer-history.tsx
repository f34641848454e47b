import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { EmployerLine, EmployerLines } from '../../../contracts/employer-records.ts'
import { useFigures } from '../../ui/figures.ts'
import type { Asked } from '../../ui/newest.ts'
import { Pager } from '../../ui/pager.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { eventWords } from '../cases/event-words.ts'
import { registrationWords } from './words.ts'
import '../cases/timeline.css'

const A_PAGE = 10

function Line({ of: { action, actorName, at, reason, school, changed, name } }: { of: EmployerLine }) {
  const words = useWords(registrationWords)
  const events = useWords(eventWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  return (
    <li>
      {school && `${nameOf(school)} · `}
      {events[action]} <small>{actorName}</small>
      <br />
      <small>{figures.instant(at)}</small>
      {name && <div>{words.history.calledNow(name)}</div>}
      {changed.length > 0 && (
        <div>
          {words.history.changed(changed.map((field) => words.name[field]).join(words.history.between))}
        </div>
      )}
      {reason && <div>{reason}</div>}
    </li>
  )
}

type Props = { ask: (query: { page: number; pageSize: number }) => Asked<EmployerLines> }

/** What has become of an employer, newest first: its data, its members, what schools decided, as far as its reader goes. */
export function EmployerHistory({ ask }: Props) {
  const w = useWords(registrationWords).history
  const [page, setPage] = useState(1)
  const { data } = useQuery({ ...ask({ page, pageSize: A_PAGE }), placeholderData: keepPreviousData })
  return (
    <section className="card">
      <h2>{w.title}</h2>
      {data?.total === 0 && <p>{w.none}</p>}
      {data && data.total > 0 && (
        <>
          <ol className="timeline">
            {data.items.map((line) => (
              <Line key={line.id} of={line} />
            ))}
          </ol>
          {data.total > A_PAGE && <Pager of={data} onPage={setPage} />}
        </>
      )}
    </section>
  )
}
