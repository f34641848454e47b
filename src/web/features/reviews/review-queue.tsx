import { useSuspenseQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import type { Endpoint } from '../../../contracts/endpoint.ts'
import type { Holder } from '../../../domain/agreement.ts'
import { ask } from '../../call.ts'
import { useMe } from '../../portals/shell.tsx'
import { type Column, DataList } from '../../ui/data-list.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { Waiting } from '../../ui/waiting.tsx'
import { useWords } from '../../words/language.tsx'
import { BatchPass, type Chosen, type PassEndpoint } from './batch-pass.tsx'
import { QueueFilters } from './queue-filters.tsx'

type Queued = {
  id: string
  version: number
  status: string
  waitingFor: Holder
  waitingSince: string
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
  words: { readonly title: string; readonly q: string; readonly empty: string }
  list: Endpoint & { readonly schema: { readonly response: { readonly 200: z.ZodType<QueuePage<Row>> } } }
  pass: PassEndpoint
  /** Every status with its word, in the order of the lifecycle. */
  statuses: Readonly<Record<Row['status'], string>>
  /** The statuses in which a tick passes; what waits for another decision is decided on its page. */
  passable: readonly string[]
  student: (row: Row) => { name: string; studentNumber: string; college: string }
  /** What else tells one case from another where there is no table around it. */
  caseName: (row: Row) => string
  columns: readonly Column<Row>[]
  /** What is waited for, where it is not a review. */
  waitingText?: (row: Row) => string | undefined
  see: (row: Row, text: string) => ReactNode
}

/** What waits for this reviewer, or all there is: one frame for every kind of business. */
export function ReviewQueue<Row extends Queued>(props: Props<Row>) {
  const { passable, student, caseName } = props
  const words = useWords()
  const w = words.queue
  const params = { school: useMe().school?.code ?? '' }
  const { address, shown, change, turn } = useListAddress<'queue' | 'q' | 'status' | 'college'>()
  const { data } = useSuspenseQuery(ask(props.list, { params, query: shown }))
  const [chosen, setChosen] = useState<Chosen<Row>>(new Map())
  const isMine = shown.queue !== 'all'
  const mayTick = (row: Row) => passable.includes(row.status)
  const toggle = (row: Row) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    setChosen(next)
  }
  const box: Column<Row> = {
    title: w.select,
    show: (row) =>
      mayTick(row) ? (
        <Checkbox
          aria-label={`${w.select} ${student(row).name} ${student(row).studentNumber}`}
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
    <>
      <h1>{props.words.title}</h1>
      <section className="card">
        <QueueFilters
          address={address}
          searchLabel={props.words.q}
          statuses={statuses}
          colleges={data.colleges}
          onChange={change}
        />
        {isMine && (
          <BatchPass
            endpoint={props.pass}
            tickable={data.items.filter(mayTick)}
            chosen={chosen}
            nameOf={(row) => `${student(row).name} ${student(row).studentNumber} · ${caseName(row)}`}
            onChoose={setChosen}
          />
        )}
        <DataList<Row>
          page={data}
          label={props.words.title}
          empty={shown.q || shown.status || shown.college ? w.noMatch : props.words.empty}
          onPage={turn}
          columns={[
            ...(isMine ? [box] : []),
            {
              title: words.agreement.student,
              show: (row) => (
                <>
                  {student(row).name} <span className="soft">{student(row).studentNumber}</span>
                </>
              ),
            },
            { title: w.college, show: (row) => student(row).college },
            ...props.columns,
            {
              title: w.age,
              show: (row) => (
                <Waiting holder={row.waitingFor} since={row.waitingSince} text={props.waitingText?.(row)} />
              ),
            },
            {
              title: words.list.actions,
              show: (row) => props.see(row, isMine ? w.review : words.list.details),
            },
          ]}
        />
      </section>
    </>
  )
}
