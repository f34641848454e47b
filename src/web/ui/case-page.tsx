import type { ReactNode } from 'react'
import { BackButton } from './back-button.tsx'
import './case-page.css'
import './within-reach.css'

type Props = {
  /** Who, and what it is about. */
  title: string
  /** The list it stands in. */
  back: string
  /** Its state: a mark, and a sentence where there is more to say. */
  state: ReactNode
  /** Until when, and how long that is still. */
  due?: ReactNode
  /** What this reader may do now, the next act first. */
  acts?: ReactNode
  /** Ways to what belongs to it, and to paper. */
  more?: ReactNode
  /** To be known before it is read. */
  notes?: ReactNode
  /** What has happened, and who has it now. */
  timeline?: ReactNode
  /** The paper. */
  children: ReactNode
}

/**
 * A case is a page (`docs/looks.md`). In the document the acts come after what is agreed to; a desktop shows them in
 * the header, a phone at its bottom edge, below the end of the text and never over it.
 */
export const CasePage = ({ title, back, state, due, acts, more, notes, timeline, children }: Props) => (
  <div className={timeline ? 'case' : 'case alone'}>
    <header className="case-head">
      <BackButton list={back} />
      <h1>{title}</h1>
      <div className="case-state">{state}</div>
      {due && <div className="case-due">{due}</div>}
    </header>
    {more && <div className="case-more">{more}</div>}
    <div className="case-body">
      {notes}
      {children}
    </div>
    {timeline && <aside className="case-side card">{timeline}</aside>}
    {acts && <div className="case-acts within-reach">{acts}</div>}
  </div>
)
