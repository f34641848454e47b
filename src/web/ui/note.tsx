import type { ReactNode } from 'react'
import './note.css'

type Props = {
  type: 'info' | 'warning' | 'error'
  title: ReactNode
  description?: ReactNode
  /** A way out, beside the words. */
  action?: ReactNode
  /** The space below, in px. */
  below?: 8 | 12 | 16
}

/** Something to know before what stands below it. */
export const Note = ({ type, title, description, action, below = 16 }: Props) => (
  <div role="alert" className={`note note-${type} note-${below}`}>
    <svg viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
      <circle cx="12" cy="12" r="11" fill="currentColor" />
      <path
        className="note-sign"
        d={type === 'info' ? 'M12 11v6M12 6.5v1.5' : 'M12 6v7M12 16v1.5'}
        strokeWidth="2.4"
        strokeLinecap="round"
      />
    </svg>
    <div className="note-words">
      <div className={description ? 'note-title' : undefined}>{title}</div>
      {description}
    </div>
    {action}
  </div>
)
