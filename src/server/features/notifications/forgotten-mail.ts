import { v4 as uuidv4 } from 'uuid'
import { normalLogin } from '../../../domain/login.ts'
import type { Portal } from '../../../domain/portal.ts'
import type { Language } from '../../../words/language.ts'
import { MAIL_WORDS } from '../../../words/mails.ts'
import type { Db } from '../../db/database.ts'
import { type Mail, MailRefused } from '../../services/mail.ts'
import { onOneLine } from './email-of.ts'

type Typed = { readonly portal: Portal; readonly school: string | null; readonly login: string }

/** The account that somebody has typed, once it has begun and gets in; its address is null where none is confirmed. */
export async function findForgotten(db: Db, { portal, school, login }: Typed) {
  const found = await db
    .selectFrom('users as u')
    .leftJoin('schools as s', 's.id', 'u.schoolId')
    .leftJoin('notificationSettings as n', 'n.userId', 'u.id')
    .where('u.portal', '=', portal)
    .where('u.schoolId', school === null ? 'is' : '=', school)
    .where('u.loginKey', '=', normalLogin(login))
    .where('u.passwordHash', 'is not', null)
    .where('u.disabledAt', 'is', null)
    .where('s.suspendedAt', 'is', null)
    .select(['u.id as userId', 'u.name', 'u.login', 'u.studentId', 'u.language', 'n.email'])
    .executeTakeFirst()
  return found ? { ...found, email: found.email || null, language: found.language as Language } : null
}

type Reader = Omit<NonNullable<Awaited<ReturnType<typeof findForgotten>>>, 'email'> & {
  readonly email: string
}

/** Sends the link; throws where it is to be tried again, and gives up where the address takes nothing. */
export async function sendEntryLink(mail: Mail, { email, name, login, language }: Reader, link: string) {
  const w = MAIL_WORDS[language]
  const lines = [w.greeting(onOneLine(name)), w.anew.text(onOneLine(login), link), w.anew.notYou, w.product]
  try {
    await mail.send({
      // Tried again it is another link, and another e-mail.
      id: uuidv4(),
      to: email,
      subject: `[${w.product}] ${w.anew.subject}`,
      text: lines.join('\n\n'),
    })
  } catch (error) {
    if (!(error instanceof MailRefused)) throw error
  }
}
