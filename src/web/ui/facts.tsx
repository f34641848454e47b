import type { ReactNode } from 'react'
import './facts.css'

/** Names and values, in as many columns as fit. */
export const Facts = ({ of }: { of: readonly (readonly [string, ReactNode])[] }) => (
  <dl className="facts">
    {of.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value === '' || value === null ? '—' : value}</dd>
      </div>
    ))}
  </dl>
)
