import type { NotificationKind } from '../../../domain/notification.ts'
import { fillIn } from '../../../words/fill-in.ts'
import { zh } from '../../../words/notifications.zh.ts'
import { area } from '../../words/area.ts'
import { useLanguage, useWords } from '../../words/language.tsx'

const sentences = area(zh, () => import('../../../words/notifications.en.ts'))

/** The sentence of a notification in the reader's language. */
export function useNotificationText(): (
  kind: NotificationKind,
  params: Readonly<Record<string, string>>,
) => string {
  const words = useWords(sentences)
  const { language } = useLanguage()
  return (kind, params) => fillIn(words[kind], params, language).trim()
}
