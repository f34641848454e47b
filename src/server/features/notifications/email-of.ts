import type { Me } from '../../../contracts/accounts.ts'
import { leadsTo } from '../../../contracts/case-address.ts'
import type { Notification } from '../../../contracts/notifications.ts'
import type { Language } from '../../../words/language.ts'
import { MAIL_WORDS } from '../../../words/mails.ts'
import { notificationText } from '../../../words/notifications.ts'
import type { Email } from '../../services/mail.ts'
import { calendarToldOf } from './interview-file.ts'

/** A notification and the person whom its copy is for. */
export type Copy = Pick<Notification, 'id' | 'kind' | 'params' | 'school' | 'subject'> & {
  readonly email: string
  readonly name: string
  readonly portal: Me['portal']
  readonly language: Language
  /** In the reader's language; null where it comes from no school. */
  readonly schoolName: string | null
}

const LONGEST_SUBJECT = 100

/** What people have typed makes no lines of its own, in the subject or in the text. */
export const onOneLine = (text: string) => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

const shortened = (text: string) => {
  const characters = [...text]
  return characters.length > LONGEST_SUBJECT ? `${characters.slice(0, LONGEST_SUBJECT).join('')}…` : text
}

/** The e-mail copy of a notification, in its reader's language. */
export function emailOf(copy: Copy, baseUrl: string): Email {
  const w = MAIL_WORDS[copy.language]
  const text = onOneLine(notificationText(copy.kind, copy.language, copy.params))
  const page = leadsTo(copy.portal, copy) ?? `/${copy.portal}/notices`
  return {
    id: copy.id,
    to: copy.email,
    calendar: calendarToldOf(copy, baseUrl),
    subject: `[${w.product}] ${shortened(text)}`,
    text: [
      w.greeting(onOneLine(copy.name)),
      text,
      w.see(baseUrl + page),
      copy.schoolName === null ? w.product : w.from(onOneLine(copy.schoolName)),
      w.stop(`${baseUrl}/${copy.portal}/account`),
    ].join('\n\n'),
  }
}
