import type { ReactNode } from 'react'
import './tiles.css'

/** What there is to do, each with its number: links of the class `tile`. */
export const Tiles = ({ children }: { children: ReactNode }) => <div className="tiles">{children}</div>
