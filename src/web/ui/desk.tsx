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
  /** Where it stands, in a sentence, where the mark does not say it all. */
  readonly said?: ReactNode
  readonly since: string
  /** Until when; nothing where no day is set. */
  readonly until?: string | undefined
  /** What can be done with it at once; a link or a button of its own beside the row. */
  readonly act?: ReactNode
}

/** The desk of a role (`docs/looks.md`): what waits, as the cases themselves with whom, since when and until when. */
export const Desk = ({
  title,
  of,
  empty,
  tone = 'mine',
  number,
  more,
}: {
  title: string
  of: readonly DeskCase[]
  /** Said where nothing waits: why, and what comes first. */
  empty: ReactNode
  /** What the cases are to the reader. */
  tone?: 'mine' | 'theirs' | 'over'
  /** How many there are, where not all of them are shown. */
  number?: number
  /** Below them, where there are more. */
  more?: ReactNode
}) => (
  <section className={`desk desk-${tone}`} aria-label={title}>
    <h2>
      {title} {number !== undefined && number > 0 && <span className="desk-number">{number}</span>}
    </h2>
    {of.length === 0 && <div className="card">{empty}</div>}
    <ul>
      {of.map(({ id, to, who, what, state, said, since, until, act }) => (
        <li key={id}>
          <Link to={to}>
            <span className="desk-what">
              <strong>{who}</strong> <span>{what}</span>
              {said && <span className="desk-said soft">{said}</span>}
            </span>
            <span className="desk-when">
              {state}
              {until && <strong>{until}</strong>}
              <span className="soft">{since}</span>
            </span>
          </Link>
          {act}
        </li>
      ))}
    </ul>
    {more && <p className="soft">{more}</p>}
  </section>
)
