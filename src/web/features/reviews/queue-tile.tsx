import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { type Desk, getDesk } from '../../../contracts/desk.ts'
import { ask } from '../../call.ts'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { listOf } from './queue-of.ts'
import { tileWords } from './tile-words.ts'
import { WaitingHere } from './waiting-here.tsx'
import { reviewWords } from './words.ts'
import './desk-page.css'

/** The name of a queue and how much waits in it, which lead to its list. */
export function QueueHead({ title, to, waiting }: { title: string; to: string; waiting: number }) {
  return (
    <h2>
      <Link to={to} search={{ queue: 'mine' }}>
        <span>{title}</span> <strong className={waiting > 0 ? 'some' : undefined}>{waiting}</strong>
      </Link>
    </h2>
  )
}

type Tile = {
  to: string
  words: { readonly title: string; readonly empty: string }
  waiting: number
  children?: ReactNode
}
/** A queue that is worked through from its list: how much waits, and what of it is due. */
function QueueTile({ to, words, waiting, children }: Tile) {
  const w = useWords(reviewWords)
  return (
    <section className="queue-card card" aria-label={words.title}>
      <QueueHead title={words.title} to={to} waiting={waiting} />
      {waiting > 0 ? (
        <>
          {children}
          <Link className="begin" to={to} search={{ queue: 'mine' }}>
            {w.openList}
          </Link>
        </>
      ) : (
        <p className="soft">{words.empty}</p>
      )}
    </section>
  )
}

type Dated = NonNullable<Desk['postReports']>
function Overdue({ of: { overdue } }: { of: Dated }) {
  const w = useWords(reviewWords)
  return (
    <p className="waiting-here">
      {overdue > 0 && <StateMark standing="wrong">{w.overdue(overdue)}</StateMark>}
    </p>
  )
}

/** What the school alone decides on beside the cases; nothing to a college. */
export function QueueTiles() {
  const w = useWords(tileWords)
  const { data: desk } = useSuspenseQuery(ask(getDesk, { params: { school: useMySchool() } }))
  const dated = (of: Dated | null, to: string, words: Tile['words']) =>
    of && (
      <QueueTile to={to} words={words} waiting={of.waiting}>
        <Overdue of={of} />
      </QueueTile>
    )
  const aged = (queue: 'posts' | 'talks') => {
    const of = desk[queue]
    return (
      of && (
        <QueueTile to={listOf({ queue })} words={w[queue]} waiting={of.waiting}>
          <WaitingHere queue={queue} />
        </QueueTile>
      )
    )
  }
  return (
    <>
      {aged('posts')}
      {aged('talks')}
      {desk.fairEntries && (
        <QueueTile to="/school/fairs" words={w.fairEntries} waiting={desk.fairEntries.waiting} />
      )}
      {dated(desk.absences, '/school/absences', w.absences)}
      {dated(desk.postReports, '/school/post-reports', w.postReports)}
      {dated(desk.objections, '/school/objections', w.objections)}
      {dated(desk.privacyRequests, '/school/privacy-requests', w.privacyRequests)}
    </>
  )
}
