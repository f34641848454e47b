import type { TimelineEntry } from '../../../contracts/case.ts'
import type { EventName } from '../../../domain/event.ts'
import { showInstant } from '../../ui/moment.ts'
import { Note } from '../../ui/note.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { caseWords } from './words.ts'

type Props = { timeline: readonly TimelineEntry[]; event: EventName }

/** What the reviewer last asked to have corrected; nothing where nobody has. */
export function ReturnedFor({ timeline, event }: Props) {
  const { returnedBy } = useWords(caseWords)
  const { language } = useLanguage()
  const last = [...timeline].reverse().find(({ action }) => action === event)
  if (!last) return null
  return (
    <Note
      below={12}
      type="warning"
      title={returnedBy(last.actorName, showInstant(last.at, language))}
      description={last.reason}
    />
  )
}
