import type { NotificationKind } from '../../../domain/notification.ts'
import { fillIn } from '../../../words/language.ts'
import { zh } from '../../../words/notifications.zh.ts'
import { area } from '../../words/area.ts'
import { useWords } from '../../words/language.tsx'

const sentences = area(zh, () => import('../../../words/notifications.en.ts'))

/** The sentence of a notification in the reader's language. */
export function useNotificationText(): (
  kind: NotificationKind,
  params: Readonly<Record<string, string>>,
) => string {
  const words = useWords(sentences)
  return (kind, params) => fillIn(words[kind], params).trim()
}
