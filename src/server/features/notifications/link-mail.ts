import { MAIL_WORDS } from '../../../words/mails.ts'
import { type Email, MailRefused } from '../../services/mail.ts'
import type { Services } from '../../services/services.ts'
import { type LinkKey, listLinks, tokenFor } from './addresses.ts'
import { onOneLine } from './email-of.ts'

type Sending = Pick<Services, 'db' | 'mail' | 'secrets' | 'baseUrl' | 'now'>
type Link = Awaited<ReturnType<typeof listLinks>>[number]

/** The token stands behind `#`: no server on the way writes it down. */
function linkMail({ secrets, baseUrl }: Sending, { id, email, name, language }: Link): Email {
  const w = MAIL_WORDS[language]
  return {
    id,
    to: email,
    subject: `[${w.product}] ${w.confirm.subject}`,
    text: [
      w.greeting(onOneLine(name)),
      w.confirm.text(`${baseUrl}/confirm-email#${tokenFor(secrets, id)}`),
      w.confirm.notYou,
      w.product,
    ].join('\n\n'),
  }
}

/** Sends these links; answers the ids of those that are to be tried again, with what went wrong. */
export async function sendLinks(sending: Sending, keys: readonly LinkKey[]): Promise<Map<string, string>> {
  const { db, mail, now } = sending
  if (!mail) return new Map()
  const again = new Map<string, string>()
  const send = async (link: Link) => {
    try {
      await mail.send(linkMail(sending, link))
    } catch (error) {
      // Refused for good: the page says that the address is not confirmed, and sends again when it is asked.
      if (!(error instanceof MailRefused)) again.set(link.id, (error as Error).message.slice(0, 500))
    }
  }
  await Promise.all((await listLinks(db, keys, now())).map(send))
  return again
}
