import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import type { Queue } from '../../../contracts/desk.ts'
import type { Holder } from '../../../domain/review.ts'
import type { Column } from '../../ui/data-list.tsx'
import { type ListAddress, useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import type { Asked } from '../../ui/opened.ts'
import { useTicks } from '../../ui/ticks.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { Age } from '../cases/age.tsx'
import { caseWords } from '../cases/words.ts'
import { BatchPass, type PassEndpoint } from './batch-pass.tsx'
import { type QueueFilter, QueueFilters } from './queue-filters.tsx'
import { WaitingHere } from './waiting-here.tsx'
import { reviewWords } from './words.ts'

type Queued = {
  id: string
  version: number
  status: string
  waitingFor: Holder
  waitingSince: string
  student: { name: string; studentNumber: string; college: string }
}
type QueuePage<Row> = {
  items: Row[]
  page: number
  pageSize: number
  total: number
  counts: Record<string, number>
  colleges: { id: string; name: string }[]
}
type Props<Row extends Queued> = {
  queue: Queue
  words: { readonly title: string; readonly q: string; readonly empty: string }
  list: (input: {
    params: { school: string }
    query: ListAddress<QueueFilter<Row['status']>>
  }) => Asked<QueuePage<Row>>
  pass: PassEndpoint
  /** Every status with its word, in the order of the lifecycle. */
  statuses: Readonly<Record<Row['status'], string>>
  /** The statuses in which a tick passes; what waits for another decision is decided on its page. */
  passable: readonly string[]
  /** What else tells one case from another where there is no table around it. */
  caseName: (row: Row) => string
  columns: readonly Column<Row>[]
  state: (row: Row) => ReactNode
  /** Where it is decided. */
  to: (row: Row) => string
}

/** What waits for this reviewer, or all there is: one frame for every kind of business. */
export function ReviewQueue<Row extends Queued>(props: Props<Row>) {
  const { passable, caseName } = props
  const w = useWords(reviewWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const params = { school: useMySchool() }
  const { address, shown, change, turn, isTurning } = useListAddress<QueueFilter<Row['status']>>()
  const { data } = useSuspenseQuery(props.list({ params, query: shown }))
  const isMine = shown.queue !== 'all'
  const mayTick = (row: Row) => passable.includes(row.status)
  const [chosen, setChosen] = useTicks<Row>(data.items, JSON.stringify(shown), mayTick)
  const toggle = (row: Row) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    setChosen(next)
  }
  const waiting = (row: Row) => (row.waitingFor ? <Age since={row.waitingSince} /> : ui.none)
  const box: Column<Row> = {
    title: w.select,
    show: (row) =>
      mayTick(row) ? (
        <Checkbox
          aria-label={`${w.select} ${row.student.name} ${row.student.studentNumber}`}
          checked={chosen.has(row.id)}
          onChange={() => toggle(row)}
        />
      ) : (
        <small className="soft">{w.onItsPage}</small>
      ),
  }
  const statuses = Object.entries<string>(props.statuses).map(([value, word]) => ({
    value,
    label: `${word} ${data.counts[value] ?? 0}`,
  }))
  return (
    <ListPage<Row>
      title={props.words.title}
      page={data}
      empty={props.words.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{
        q: address.q,
        status: address.status && props.statuses[address.status],
        college: data.colleges.find(({ id }) => id === address.college)?.name,
      }}
      onClear={change}
      to={props.to}
      tick={isMine ? box : undefined}
      brief={(row) => ({
        who: row.student.name,
        what: caseName(row),
        state: props.state(row),
        due: waiting(row),
      })}
      notes={isMine && <WaitingHere queue={props.queue} />}
      filters={
        <QueueFilters<Row['status']>
          address={address}
          searchLabel={props.words.q}
          statuses={statuses}
          colleges={data.colleges}
          onChange={change}
        />
      }
      columns={[
        {
          title: cases.student,
          show: (row) => (
            <>
              {row.student.name} <span className="soft">{row.student.studentNumber}</span>
            </>
          ),
        },
        { title: cases.college, show: (row) => row.student.college },
        ...props.columns,
        { title: cases.review, show: props.state },
        { title: cases.waited, show: waiting },
        {
          title: ui.actions,
          show: (row) => <Link to={props.to(row)}>{isMine ? w.review : ui.details}</Link>,
        },
      ]}
    >
      {isMine && (
        <BatchPass
          endpoint={props.pass}
          tickable={data.items.filter(mayTick)}
          chosen={chosen}
          nameOf={(row) => `${row.student.name} ${row.student.studentNumber} · ${caseName(row)}`}
          onChoose={setChosen}
        />
      )}
    </ListPage>
  )
}
