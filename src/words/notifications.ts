import type { NotificationKind } from '../domain/notification.ts'
import { fillIn } from './fill-in.ts'
import type { Language } from './language.ts'
import { en } from './notifications.en.ts'
import { zh } from './notifications.zh.ts'

const WORDS: Record<Language, Record<NotificationKind, string>> = { 'zh-CN': zh, en }

/** The sentence of a notification in one language. */
export const notificationText = (
  kind: NotificationKind,
  language: Language,
  params: Readonly<Record<string, string>>,
): string => fillIn(WORDS[language][kind], params, language).trim()
