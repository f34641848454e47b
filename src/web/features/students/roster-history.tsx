import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listRosterHistory, type RosterLine } from '../../../contracts/roster.ts'
import { ask } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { Pager } from '../../ui/pager.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { eventWords } from '../cases/event-words.ts'
import { fileWords } from './file-words.ts'
import { rosterListWords } from './roster-list-words.ts'
import '../cases/timeline.css'
import './roster-history.css'

const A_PAGE = 10

function Line({ of }: { of: RosterLine }) {
  const w = useWords(fileWords)
  const events = useWords(eventWords)
  const { purposes } = useWords(rosterListWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  return (
    <li>
      {events[of.action]} <small>{of.actorName}</small>
      <br />
      <small>{figures.instant(of.at)}</small>
      {of.changes.length > 0 && (
        <ul className="roster-changes">
          {of.changes.map((one) => (
            <li key={one.name}>
              {nameOf(one)}:{' '}
              {one.from === null || one.to === null ? (
                <span className="soft">{w.changed}</span>
              ) : (
                w.arrow(one.from, one.to)
              )}
            </li>
          ))}
        </ul>
      )}
      {of.purpose && <div>{w.purpose(purposes[of.purpose])}</div>}
      {of.reason && <div>{of.reason}</div>}
    </li>
  )
}

/** What was changed about a student's roster data, and who looked at it whole, the newest first. */
export function RosterHistory({ school, id }: { school: string; id: string }) {
  const w = useWords(fileWords)
  const [page, setPage] = useState(1)
  const { data } = useQuery({
    ...ask(listRosterHistory, { params: { school, id }, query: { page, pageSize: A_PAGE } }),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="card">
      <h2>{w.history}</h2>
      {data?.total === 0 && w.noHistory}
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
