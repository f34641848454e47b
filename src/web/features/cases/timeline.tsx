import type { ReactNode } from 'react'
import type { TimelineEntry } from '../../../contracts/case.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { eventWords } from './event-words.ts'
import type { Told } from './event-words.zh.ts'
import './timeline.css'

type Entry = Omit<TimelineEntry, 'action'> & { readonly action: Told }

/** What has happened, by whom and when; `now` says who has it and since when. */
export function Timeline({ of, now }: { of: readonly Entry[]; now?: ReactNode }) {
  const w = useWords(eventWords)
  const figures = useFigures()
  return (
    <ol className="timeline">
      {of.map(({ at, action, actorName, reason }) => (
        <li key={`${at}${action}`}>
          {w[action]} <small>{actorName}</small>
          <br />
          <small>{figures.instant(at)}</small>
          {reason && <div>{reason}</div>}
        </li>
      ))}
      {now && <li className="now">{now}</li>}
    </ol>
  )
}
