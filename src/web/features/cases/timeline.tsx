import type { ReactNode } from 'react'
import type { TimelineEntry } from '../../../contracts/case.ts'
import { showInstant } from '../../ui/moment.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { eventWords } from './event-words.ts'
import type { Told } from './event-words.zh.ts'
import './timeline.css'

type Entry = Omit<TimelineEntry, 'action'> & { readonly action: Told }

/** What has happened, by whom and when; `now` says who has it and since when. */
export function Timeline({ of, now }: { of: readonly Entry[]; now?: ReactNode }) {
  const w = useWords(eventWords)
  const { language } = useLanguage()
  return (
    <ol className="timeline">
      {of.map(({ at, action, actorName, reason }) => (
        <li key={`${at}${action}`}>
          {w[action]} <small>{actorName}</small>
          <br />
          <small>{showInstant(at, language)}</small>
          {reason && <div>{reason}</div>}
        </li>
      ))}
      {now && <li className="now">{now}</li>}
    </ol>
  )
}
