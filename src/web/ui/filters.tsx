import type { ReactNode } from 'react'
import './filters.css'

/** Above a list: what it is searched and narrowed by. */
export const Filters = ({ children }: { children: ReactNode }) => <div className="filters">{children}</div>
