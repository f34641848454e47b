import { useSuspenseQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import { type InterviewRow, listInterviews } from '../../../contracts/interviews.ts'
import { dayInChina } from '../../../domain/day.ts'
import { ask } from '../../call.ts'
import { RowsOrTable } from '../../ui/data-list.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { OnwardPages } from '../../ui/onward-pages.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useNameOf, useWords } from '../../words/language.tsx'
import { InterviewMark } from './interview-mark.tsx'
import { Place } from './interview-part.tsx'
import { interviewWords } from './words.ts'
import './interviews.css'

type Which = 'fixed' | 'asked' | 'waiting'
type Address = { which: Which; from: string; after: string }

/** Those that lie on one day in China, in their order. */
function byDay(items: readonly InterviewRow[]): [day: string, those: InterviewRow[]][] {
  const days = new Map<string, InterviewRow[]>()
  for (const one of items) {
    const day = dayInChina(new Date(one.beginsAt ?? one.changedAt))
    days.set(day, [...(days.get(day) ?? []), one])
  }
  return [...days]
}

/** Those of one day, or those that have no time yet. */
function List({
  items,
  label,
  isFixed,
}: {
  items: readonly InterviewRow[]
  label: string
  isFixed: boolean
}) {
  const w = useWords(interviewWords)
  const figures = useFigures()
  const nameOf = useNameOf()
  const whenOf = ({ beginsAt, endsAt }: InterviewRow) =>
    beginsAt && endsAt ? figures.hours(beginsAt, endsAt) : ''
  return (
    <RowsOrTable<InterviewRow>
      label={label}
      items={items}
      to={({ school, applicationId }) =>
        caseAddress('employer', { kind: 'application', school: school.code, id: applicationId })
      }
      brief={(row) => ({
        who: row.student,
        what: `${row.title} · ${w.manner[row.manner]} · ${row.place}`,
        state: <InterviewMark status={row.status} reader="employer" />,
        due: whenOf(row),
      })}
      columns={[
        ...(isFixed
          ? [{ title: w.when, show: (row: InterviewRow) => <span className="whole">{whenOf(row)}</span> }]
          : []),
        { title: w.list.student, show: ({ student }) => <span className="whole">{student}</span> },
        { title: w.list.post, show: ({ title }) => title },
        { title: w.list.school, show: ({ school }) => nameOf(school) },
        { title: w.where, show: (row) => <Place of={row} /> },
        { title: w.list.state, show: ({ status }) => <InterviewMark status={status} reader="employer" /> },
        ...(isFixed
          ? []
          : [{ title: w.list.changedAt, show: ({ changedAt }: InterviewRow) => figures.dayOf(changedAt) }]),
      ]}
    />
  )
}

/** 面试安排: an employer's interviews by day, and those that still wait to be arranged. */
export function InterviewsPage() {
  const w = useWords(interviewWords)
  const figures = useFigures()
  const { address, shown, change, isTurning } = useListAddress<Address>()
  const which = shown.which ?? 'fixed'
  const query = { which, after: shown.after ?? '', ...(shown.from && { from: shown.from }) }
  const { data } = useSuspenseQuery(ask(listInterviews, { query }))
  const isFixed = which === 'fixed'
  return (
    <>
      <div className="page-head">
        <h1>{w.list.title}</h1>
      </div>
      <TabLinks
        label={w.list.title}
        open={which}
        of={[
          { tab: 'fixed', name: w.list.fixed },
          { tab: 'asked', name: w.list.asked, count: data.asked },
          { tab: 'waiting', name: w.list.waiting },
        ]}
        searchOf={(tab) => ({ which: tab })}
      />
      <section className={isTurning ? 'card turning' : 'card'} aria-busy={isTurning}>
        {isFixed && (
          <p>
            <label htmlFor="from">{w.list.from}</label>{' '}
            <Input
              id="from"
              type="date"
              className="day"
              value={data.from}
              onChange={({ target }) => target.value && change({ from: target.value, after: undefined })}
            />
          </p>
        )}
        {data.items.length === 0 && <div className="empty">{w.list.none[which]}</div>}
        {data.items.length > 0 && !isFixed && (
          <List items={data.items} label={w.list[which]} isFixed={false} />
        )}
        {isFixed &&
          byDay(data.items).map(([day, those]) => (
            <div key={day} className="interview-day">
              <h2>{w.list.onDay(figures.said.day(day), those.length)}</h2>
              <List items={those} label={figures.said.day(day)} isFixed />
            </div>
          ))}
        <OnwardPages label={w.list.title} after={address.after} next={data.next} onPage={change} />
      </section>
    </>
  )
}
