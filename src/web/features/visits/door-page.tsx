import { useQueryClient } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type FormEvent, useId, useRef, useState } from 'react'
import { v7 as newId } from 'uuid'
import { caseAddress } from '../../../contracts/case-address.ts'
import type { Arrived, AttendanceCounts } from '../../../contracts/visits.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { type EventKind, ticketIn } from '../../../domain/visit/visit.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { PlainLink } from '../../ui/plain-button.tsx'
import { serverNow } from '../../ui/server-now.ts'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { ProblemNote } from '../cases/problem-note.tsx'
import { CodeCamera } from './code-camera.tsx'
import { type CountsAt, type Scan, useDoorQueue } from './door-queue.ts'
import { visitWords } from './words.ts'
import './visits.css'

/** Of those that were counted last as many are shown. */
const LAST = 10
/** Milliseconds in which a code that stays before the camera is one. */
const SAME = 3_000

type Props = {
  kind: EventKind
  title: string
  door: { readonly opens: string; readonly closes: string } | null
  counts: AttendanceCounts
  countsAt: CountsAt
}
/** The door of a talk or a fair: whoever comes is counted by the code on their phone or by their number. */
export function DoorPage({ kind, title, door, counts, countsAt }: Props) {
  const w = useWords(visitWords)
  const figures = useFigures()
  const key = useKey()
  const client = useQueryClient()
  const [last, setLast] = useState<readonly Arrived[]>([])
  const [note, setNote] = useState('')
  const [number, setNumber] = useState('')
  const numberId = useId()
  const seen = useRef({ ticket: '', at: 0 })
  const onArrived = (items: readonly Arrived[]) => {
    setLast((before) => [...items.slice().reverse(), ...before].slice(0, LAST))
    const newest = items[items.length - 1]
    if (newest) setNote(`${w.arrival[newest.arrival]} ${newest.student?.name ?? ''}`)
    void client.invalidateQueries()
  }
  const { waiting, count, flush, error, isOffline, isKept } = useDoorQueue(key, countsAt, onArrived)
  const take = (scan: Pick<Scan, 'ticket' | 'studentNumber'>) => {
    setNote(w.door.kept)
    count({ id: newId(), at: serverNow().toISOString(), ...scan })
  }
  const onRead = (text: string) => {
    const ticket = ticketIn(text)
    if (!ticket) return setNote(w.door.notOurs)
    const at = performance.now()
    if (seen.current.ticket === ticket && at - seen.current.at < SAME) {
      seen.current.at = at
      return
    }
    seen.current = { ticket, at }
    navigator.vibrate?.(60)
    take({ ticket })
  }
  const byNumber = (event: FormEvent) => {
    event.preventDefault()
    const studentNumber = number.trim()
    if (studentNumber === '') return
    take({ studentNumber })
    setNumber('')
  }
  const at = serverNow()
  return (
    <div className="column">
      <BackButton list={caseAddress('school', { kind, ...key })} />
      <h1>
        {w.door.title} · {title}
      </h1>
      <section className="card">
        <p className="soft">{w.door.lead}</p>
        {door && new Date(door.opens) > at && <p>{w.door.opens(figures.instant(door.opens))}</p>}
        {door && new Date(door.closes) <= at && <p>{w.door.closed}</p>}
        <ProblemNote error={error} names={{ studentNumber: w.door.number }} />
        <CodeCamera onRead={onRead} />
        <form className="door-number" onSubmit={byNumber}>
          <label htmlFor={numberId}>{w.door.number}</label>
          <Input
            id={numberId}
            autoComplete="off"
            maxLength={LONGEST.number}
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
          <Button htmlType="submit">{w.door.count}</Button>
        </form>
        <p role="status" className="door-said">
          {isOffline && waiting.length > 0 ? w.door.offline : note}
        </p>
        {waiting.length > 0 && (
          <p>
            {w.door.waiting(waiting.length)}{' '}
            <Button size="small" onClick={() => void flush()}>
              {w.door.send}
            </Button>
          </p>
        )}
        {!isKept && waiting.length > 0 && <p role="alert">{w.door.lost}</p>}
      </section>
      <section className="card">
        <Facts
          of={[
            [w.signedUp, counts.signedUp],
            [w.came, counts.came],
            [w.cameBesides, counts.cameBesides],
            [w.guests, w.guestsSaid(counts.guests, counts.guestsCame)],
          ]}
        />
        <PlainLink to={caseAddress('school', { kind, ...key }, 'visitors')}>{w.visitors}</PlainLink>
      </section>
      <section className="card">
        <h2>{w.door.last}</h2>
        {last.length === 0 && <p className="soft">{w.door.none}</p>}
        <ul className="door-last">
          {last.map((one) => (
            <li key={one.id}>
              <span>
                {one.student ? `${one.student.name} ${one.student.studentNumber}` : w.arrival.unknown}
                {one.student && (
                  <span className="soft"> {one.hadSignedUp ? w.door.hadSignedUp : w.door.besides}</span>
                )}
              </span>
              <span>
                {one.student && w.arrival[one.arrival]} {one.cameAt && figures.instant(one.cameAt)}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
