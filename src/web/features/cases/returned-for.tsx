import { Alert } from 'antd'
import type { z } from 'zod'
import type { timelineEntry } from '../../../contracts/endpoint.ts'
import { showInstant } from '../../ui/moment.ts'
import { useLanguage, useWords } from '../../words/language.tsx'

type Props = { timeline: readonly z.infer<typeof timelineEntry>[]; event: string }

/** What the reviewer last asked to have corrected; nothing where nobody has. */
export function ReturnedFor({ timeline, event }: Props) {
  const { returnedBy } = useWords()
  const { language } = useLanguage()
  const last = timeline.findLast(({ action }) => action === event)
  if (!last) return null
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={returnedBy(last.actorName, showInstant(last.at, language))}
      description={last.reason}
    />
  )
}
