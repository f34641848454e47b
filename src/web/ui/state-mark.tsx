import type { ReactNode } from 'react'
import './state-mark.css'

/** How something stands for its reader (`docs/looks.md`). */
export type Standing = 'mine' | 'theirs' | 'done' | 'over' | 'wrong'

/** The sign beside the word, in a box of 16 by 16: never colour alone. */
const SIGNS: Readonly<Record<Standing, string>> = {
  mine: 'M2 8h10M8 3.5 12.5 8 8 12.5',
  theirs: 'M8 2a6 6 0 1 0 .01 0M8 4.8V8l2.2 1.6',
  done: 'M2.5 8.5 6.3 12.3 13.5 4',
  over: 'M3 8h10',
  wrong: 'M8 2.5v7.2M8 12.4v1.1',
}

/** A state, everywhere: one colour, one small sign and one word. */
export const StateMark = ({ standing, children }: { standing: Standing; children: ReactNode }) => (
  <span className={`state state-${standing}`}>
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      <path d={SIGNS[standing]} />
    </svg>
    <span>{children}</span>
  </span>
)
