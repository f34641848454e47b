import type { ReactNode } from 'react'
import type { z } from 'zod'
import type { timelineEntry } from '../../../contracts/endpoint.ts'
import { showInstant } from '../../ui/moment.ts'
import { useLanguage, useWords } from '../../words/language.tsx'

/** What has happened, by whom and when; `now` says who has it and since when. */
export function Timeline({ of, now }: { of: readonly z.infer<typeof timelineEntry>[]; now?: ReactNode }) {
  const words = useWords()
  const { language } = useLanguage()
  return (
    <ol className="timeline">
      {of.map(({ at, action, actorName, reason }) => (
        <li key={`${at}${action}`}>
          {words.event[action] ?? action} <small>{actorName}</small>
          <br />
          <small>{showInstant(at, language)}</small>
          {reason && <div>{reason}</div>}
        </li>
      ))}
      {now && <li className="now">{now}</li>}
    </ol>
  )
}
