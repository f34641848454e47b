import type { TimelineEntry } from '../../../contracts/case.ts'
import type { EventName } from '../../../domain/event.ts'
import { useFigures } from '../../ui/figures.ts'
import { Note } from '../../ui/note.tsx'
import { useWords } from '../../words/language.tsx'
import { caseWords } from './words.ts'

type Props = { timeline: readonly TimelineEntry[]; event: EventName }

/** What the reviewer last asked to have corrected; nothing where nobody has. */
export function ReturnedFor({ timeline, event }: Props) {
  const { returnedBy } = useWords(caseWords)
  const figures = useFigures()
  const last = [...timeline].reverse().find(({ action }) => action === event)
  if (!last) return null
  return (
    <Note
      below={12}
      type="warning"
      title={returnedBy(last.actorName, figures.said.instant(last.at))}
      description={last.reason}
    />
  )
}
