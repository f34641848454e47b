import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { Pager } from '../../ui/pager.tsx'
import { Rows } from '../../ui/rows.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useInQueue } from './in-queue.ts'
import { type LeadingQueue, listOf, type Placeable, placeOf } from './queue-of.ts'

/** The list that a case was opened from, beside the case: its page of the queue, narrowed as it was. */
export function QueueColumn<Row extends Placeable>({
  of,
  current,
}: {
  of: LeadingQueue<Row>
  current: string
}) {
  const school = useMySchool()
  const navigate = useNavigate()
  const { list, at } = useInQueue<Row['status']>()
  const asked = of.list({ params: { school }, query: list })
  const { data } = useQuery({ ...asked, placeholderData: keepPreviousData })
  const column = useRef<HTMLElement>(null)
  useEffect(() => {
    if (data) column.current?.querySelector(`a[href*="${current}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [current, data])
  const turn = (page: number) =>
    navigate({ to: '.', search: { ...list, at, page: String(page) }, replace: true })
  return (
    <nav className="queue-column card" aria-label={of.words.title} ref={column}>
      <h2>
        <Link to={listOf(of)} search={list}>
          {of.words.title}
        </Link>{' '}
        <span className="soft">{data?.total}</span>
      </h2>
      {data && (
        <Rows
          items={data.items}
          label={of.words.title}
          current={current}
          to={({ id }) => placeOf(of, { school, id })}
          search={(row) => ({
            ...list,
            at: list.queue === 'all' ? of.begunAt(row) : row.waitingSince,
          })}
          brief={of.brief}
        />
      )}
      {data && <Pager of={data} onPage={turn} inColumn />}
    </nav>
  )
}
