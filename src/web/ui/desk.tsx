import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import './desk.css'

export type DeskCase = {
  readonly id: string
  readonly to: string
  /** With whom, and what it is about. */
  readonly who: string
  readonly what: string
  /** What is to be done, or what is waited for: a mark. */
  readonly state: ReactNode
  readonly since: string
  /** Until when; nothing where no day is set. */
  readonly until?: string | undefined
}

/** The desk of a role (`docs/looks.md`): what waits, as the cases themselves with whom, since when and until when. */
export const Desk = ({
  title,
  of,
  empty,
}: {
  title: string
  of: readonly DeskCase[]
  /** Said where nothing waits: why, and what comes first. */
  empty: ReactNode
}) => (
  <section className="desk" aria-label={title}>
    <h2>{title}</h2>
    {of.length === 0 && <div className="card">{empty}</div>}
    <ul>
      {of.map(({ id, to, who, what, state, since, until }) => (
        <li key={id}>
          <Link to={to}>
            <span className="desk-what">
              <strong>{who}</strong> <span>{what}</span>
            </span>
            <span className="desk-when">
              {state}
              {until && <strong>{until}</strong>}
              <span className="soft">{since}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  </section>
)
