import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Checkbox } from 'antd'
import { useColumnChoice } from '../../ui/column-choice.tsx'
import type { Column } from '../../ui/data-list.tsx'
import { useKeptChoice } from '../../ui/kept-choice.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { useTicks } from '../../ui/ticks.ts'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMe, useMySchool } from '../accounts/me.ts'
import { Age } from '../cases/age.tsx'
import { caseWords } from '../cases/words.ts'
import { useOwnChoices } from '../own-fields/own-choices.ts'
import { useTagChoice } from '../places/place-tags.tsx'
import { AllDone } from './all-done.tsx'
import { BatchPass } from './batch-pass.tsx'
import { USUAL_SIZE } from './in-queue.ts'
import { QueueFilters } from './queue-filters.tsx'
import { placeOf, type Queued, type QueueFilter, type QueueOf } from './queue-of.ts'
import { WaitingHere } from './waiting-here.tsx'
import { reviewWords } from './words.ts'

/** What waits for this reviewer, or all there is: one frame for every kind of business. */
export function ReviewQueue<Row extends Queued>({ of }: { of: QueueOf<Row> }) {
  const { passable, caseName } = of
  const w = useWords(reviewWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const me = useMe()
  const school = useMySchool()
  const [keptSize, keepSize] = useKeptChoice(`page-size.${me.id}`)
  const { address, shown, change, turn, isTurning } = useListAddress<QueueFilter<Row['status']>>()
  const queue = shown.queue ?? 'mine'
  // As the column beside a case asks, so that it is there already.
  const query = { pageSize: keptSize ?? USUAL_SIZE, ...shown, queue }
  const { data } = useSuspenseQuery(of.list({ params: { school }, query }))
  const isMine = queue === 'mine'
  const tags = useTagChoice()
  const own = useOwnChoices(data.own ?? [], address.chosen)
  const columns = useColumnChoice(`${of.queue}.${me.id}`, [
    { name: 'college', title: cases.college, show: (row: Row) => row.student.college },
    ...of.columns,
  ])
  const mayTick = (row: Row) => passable.includes(row.status)
  const [chosen, setChosen] = useTicks<Row>(data.items, JSON.stringify(query), mayTick)
  const toggle = (row: Row) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    setChosen(next)
  }
  const to = ({ id }: Row) => placeOf(of, { school, id })
  const search = (row: Row) => ({ ...query, at: isMine ? row.waitingSince : of.begunAt(row) })
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
  const statuses = Object.entries<string>(of.statuses).map(([value, word]) => ({
    value,
    label: `${word} ${data.counts[value] ?? 0}`,
  }))
  return (
    <ListPage<Row>
      title={of.words.title}
      page={data}
      empty={isMine ? <AllDone of={of} /> : w.nothingYet}
      onPage={turn}
      sizes={{
        size: query.pageSize,
        choose: (size) => {
          keepSize(size)
          void change({ pageSize: undefined })
        },
      }}
      isTurning={isTurning}
      active={{
        q: address.q,
        status: address.status && of.statuses[address.status],
        college: data.colleges.find(({ id }) => id === address.college)?.name,
        waited: address.waited && w.waitedLong,
        due: address.due && w.isDueToday,
        tag: address.tag && tags.options.find(({ value }) => value === address.tag)?.label,
        chosen: own.said,
      }}
      onClear={change}
      to={to}
      search={search}
      tick={isMine ? box : undefined}
      brief={(row) => ({
        who: row.student.name,
        what: caseName(row),
        state: of.state(row),
        due: waiting(row),
      })}
      notes={isMine && <WaitingHere queue={of.queue} />}
      filters={
        <>
          <QueueFilters<Row['status']>
            address={address}
            searchLabel={of.words.q}
            statuses={statuses}
            colleges={data.colleges}
            tags={of.hasPlaces ? tags : null}
            own={own.choices}
            onChange={change}
          />
          {columns.chooser}
        </>
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
        ...columns.shown,
        { title: cases.review, show: of.state },
        { title: cases.waited, show: waiting },
        {
          title: ui.actions,
          show: (row) => (
            <Link to={to(row)} search={search(row)}>
              {isMine ? w.review : ui.details}
            </Link>
          ),
        },
      ]}
    >
      {isMine && (
        <BatchPass
          endpoint={of.pass}
          tickable={data.items.filter(mayTick)}
          chosen={chosen}
          nameOf={(row) => `${row.student.name} ${row.student.studentNumber} · ${caseName(row)}`}
          onChoose={setChosen}
        />
      )}
    </ListPage>
  )
}
