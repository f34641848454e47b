import type { ReactNode } from 'react'
import './tick-bar.css'

/** At the bottom while rows are ticked: what will happen to how many, and the acts. */
export const TickBar = ({ text, children }: { text: ReactNode; children: ReactNode }) => (
  <div className="tick-bar">
    <span role="status">{text}</span>
    <span className="tick-acts">{children}</span>
  </div>
)
