import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useWords } from '../words/language.tsx'
import { uiWords } from './words.ts'
import './filters.css'

/** What a list is narrowed by now: of each filter its name in the address and what is chosen, in words. */
export type Active = Readonly<Record<string, string | undefined>>
type Cleared = Record<string, undefined>
type Props = {
  children: ReactNode
  active?: Active | undefined
  /** Given the filters that are let go. */
  onClear?: ((cleared: Cleared) => void) | undefined
}

export const chosenOf = (active: Active = {}): [string, string][] =>
  Object.entries(active).flatMap(([name, chosen]) => (chosen ? [[name, chosen]] : []))
export const clearing = (active: Active = {}): Cleared =>
  Object.fromEntries(Object.keys(active).map((name) => [name, undefined]))

/** Above a list: what it is searched and narrowed by, in one line, and below it what is chosen, to be let go. */
export function Filters({ children, active, onClear }: Props) {
  const w = useWords(uiWords)
  const chosen = chosenOf(active)
  return (
    <>
      <div className="filters">{children}</div>
      {onClear && chosen.length > 0 && (
        <div className="chips">
          {chosen.map(([name, text]) => (
            <button
              key={name}
              type="button"
              className="chip"
              aria-label={w.letGo(text)}
              onClick={() => onClear({ [name]: undefined })}
            >
              {text} <span aria-hidden="true">×</span>
            </button>
          ))}
          <Button size="small" onClick={() => onClear(clearing(active))}>
            {w.clear}
          </Button>
        </div>
      )}
    </>
  )
}
