import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import type { Placed } from '../../../contracts/review.ts'
import { Loading } from '../../ui/loading.tsx'
import { useIsOneColumn } from '../../ui/narrow.ts'
import { fetchNewest } from '../../ui/newest.ts'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { AfterAct } from '../cases/after-act.ts'
import { useKey } from '../cases/key.ts'
import { listAt, useInQueue } from './in-queue.ts'
import { QueueBar } from './queue-bar.tsx'
import { QueueColumn } from './queue-column.tsx'
import { type LeadingQueue, listOf, type Placeable, placeOf } from './queue-of.ts'
import { reviewWords } from './words.ts'
import './case-in-queue.css'

type Props<Row extends Placeable> = { of: LeadingQueue<Row>; children: ReactNode }
/** What was decided just before: to be said beside the next case, with the way back to it. */
type Decided = {
  readonly id: string
  /** The case beside which it is said. */
  readonly beside: string
  readonly words: string
  readonly passedOver: string | null
}

/** The page of a case; opened from a queue (its address says so) as a place in it, from which deciding leads on. */
export function CaseInQueue<Row extends Placeable>({ of, children }: Props<Row>) {
  const { list } = useInQueue<Row['status']>()
  return list.queue ? <Place of={of}>{children}</Place> : children
}

/** Puts the reader before the case that has come, as its page being opened does. */
function Arrived({ isFirst }: { isFirst: boolean }) {
  useEffect(() => {
    const heading = document.querySelector<HTMLElement>('.case-head h1')
    if (isFirst || !heading) return
    heading.tabIndex = -1
    heading.focus({ preventScroll: true })
  }, [isFirst])
  return null
}

function Place<Row extends Placeable>({ of, children }: Props<Row>) {
  const w = useWords(reviewWords)
  const client = useQueryClient()
  const navigate = useNavigate()
  const isOneColumn = useIsOneColumn()
  const key = useKey()
  const { list, narrowed, at } = useInQueue<Row['status']>()
  const [first] = useState(key.id)
  const [latest, setDecided] = useState<Decided | null>(null)
  const { school } = key
  const besideOf = (place: { id: string; at: string | undefined }) =>
    of.beside({ params: { school, id: place.id }, query: { ...narrowed, at: place.at } })
  const shown = useRef<string | null>(key.id)
  useEffect(() => {
    shown.current = key.id
    return () => {
      shown.current = null
    }
  }, [key.id])
  const { data: beside } = useQuery(besideOf({ id: key.id, at }))
  const ahead = beside?.next
  useEffect(() => {
    if (!ahead) return
    for (const asked of [of.open({ school, id: ahead.id }), besideOf(ahead)])
      if (!client.getQueryState(asked.queryKey)) void client.prefetchQuery(asked)
  })

  const go = ({ id, at }: Placed, before: number) =>
    navigate({
      to: placeOf(of, { school, id }),
      search: { ...listAt(list, before), at },
      replace: true,
    })
  const step = (to: Placed | null | undefined, before: number) => (to ? () => void go(to, before) : undefined)
  const next = beside && step(beside.next, beside.before + (beside.isHere ? 1 : 0))
  const previous = beside && step(beside.previous, beside.before - 1)
  const toList = () => navigate({ to: listOf(of), search: list, replace: true })

  const look = (place: { id: string; at: string | undefined }) => fetchNewest(client, besideOf(place))

  /**
   * On to what stood next; where a colleague has decided that meanwhile, to what comes after it. A case that still waits
   * for this reviewer, as one does whose evidence was taken, stays.
   */
  async function leadOn(words: string) {
    const stood = beside?.next
    const hasLeft = () => shown.current !== key.id
    const [here, found] = await Promise.all([look({ id: key.id, at }), stood && look(stood)])
    // Who has gone on by hand meanwhile is not carried off.
    if (hasLeft() || (list.queue === 'mine' && here.isHere)) {
      said.success(words)
      return
    }
    if (!stood || !found) {
      said.success(words)
      await toList()
      return
    }
    const passedOver = found.isHere ? null : stood.student
    const target = found.isHere ? stood : found.next
    if (target) {
      setDecided({ id: key.id, beside: target.id, words, passedOver })
      await go(target, found.before)
    } else {
      said.success(passedOver ? `${words}${w.passedOver(passedOver)}` : words)
      await toList()
    }
  }

  const decided = latest?.beside === key.id ? latest : null
  return (
    <div className={isOneColumn ? 'in-queue' : 'in-queue in-columns'}>
      {!isOneColumn && <QueueColumn of={of} current={key.id} />}
      <div>
        <QueueBar of={of} beside={beside} next={next} previous={previous} />
        <div role="status">
          {decided && (
            <p className="decided">
              {decided.words} <Link to={placeOf(of, { school, id: decided.id })}>{w.lookAgain}</Link>
              {decided.passedOver && ` ${w.passedOver(decided.passedOver)}`}
            </p>
          )}
        </div>
        {beside && !beside.isHere && <Note below={12} type="info" title={w.notHere} />}
        <AfterAct value={(words) => void leadOn(words).catch(() => said.success(words))}>
          {/* Anew for each case: what was typed for one must not stand in another's dialog. */}
          <Suspense key={key.id} fallback={<Loading />}>
            {children}
            <Arrived isFirst={key.id === first && latest === null} />
          </Suspense>
        </AfterAct>
      </div>
    </div>
  )
}
