/** One e-mail, plain text. `id` stays the same when it is tried again, so that a second copy can be recognised. */
export type Email = {
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** An entry for the reader's calendar (RFC 5545), and what its file is called. */
  readonly calendar?:
    | { readonly name: string; readonly text: string; readonly isCancelled: boolean }
    | undefined
}

export type Mail = {
  /** Resolves when the server has taken it; throws MailRefused when it never will, another Error when it may later. */
  send(email: Email): Promise<void>
  close(): void
}

/** The server will not take this e-mail, however often it is tried. */
export class MailRefused extends Error {}

const SECOND = 1000
type SmtpError = Error & { readonly command?: string; readonly permanent?: boolean }
/** What is wrong with the address or the e-mail; a 5xx to anything else is wrong with the set-up, which people mend. */
const REFUSED_AT: readonly (string | undefined)[] = ['RCPT TO', 'DATA', 'API']

/** Mail over the SMTP server at `url` (smtp: or smtps:), from `from`, an address with or without a name. */
export async function openMail(url: string, from: string): Promise<Mail> {
  // 15 MB and 45 ms of every start: loaded only where there is a server to send to.
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: 2,
    connectionTimeout: 10 * SECOND,
    greetingTimeout: 10 * SECOND,
    socketTimeout: 30 * SECOND,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = /@([^@>]+)>?$/.exec(from)![1]!
  return {
    async send({ id, to, subject, text, calendar }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address: to },
          subject,
          text,
          messageId: `<${id}@${domain}>`,
          ...(calendar && {
            icalEvent: {
              method: calendar.isCancelled ? 'CANCEL' : 'PUBLISH',
              filename: calendar.name,
              content: calendar.text,
            },
          }),
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        const { command, permanent, message } = error as SmtpError
        if (REFUSED_AT.includes(command) && permanent !== false) throw new MailRefused(message)
        throw error
      }
    },
    close: () => transport.close(),
  }
}
