import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export type Delivered = {
  /** Whom the envelope names: who really gets it. */
  readonly recipients: readonly string[]
  readonly headers: ReadonlyMap<string, string>
  readonly subject: string
  readonly text: string
}

/** A real SMTP server of the test's own. `says` may answer a recipient with an error: `550 No such user`. */
export async function startMailServer(says: (recipient: string) => string | null = () => null, port = 0) {
  const delivered: Delivered[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    closeTimeout: 1,
    onRcptTo({ address }, _session, done) {
      const refusal = says(address)
      if (!refusal) return done()
      done(Object.assign(new Error(refusal.slice(4)), { responseCode: Number(refusal.slice(0, 3)) }))
    },
    onData(stream, { envelope }, done) {
      text(stream).then((message) => {
        delivered.push({ recipients: envelope.rcptTo.map(({ address }) => address), ...read(message) })
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const at = (server.server.address() as AddressInfo).port
  return {
    delivered,
    port: at,
    url: `smtp://127.0.0.1:${at}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

function read(message: string): Omit<Delivered, 'recipients'> {
  const [head, body] = message.split(/\r\n\r\n([\s\S]*)/) as [string, string]
  const headers = new Map(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => line.split(/:\s*([\s\S]*)/).slice(0, 2) as [string, string])
      .map(([name, value]) => [name.toLowerCase(), value]),
  )
  const encoding = headers.get('content-transfer-encoding')
  const plain =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString()
      : encoding === 'quoted-printable'
        ? unquoted(body.replace(/=\r\n/g, ''))
        : body
  return {
    headers,
    subject: words(headers.get('subject') ?? ''),
    text: plain.replaceAll('\r\n', '\n').trim(),
  }
}

const unquoted = (coded: string) =>
  Buffer.from(
    coded.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()

/** The encoded words of a header (RFC 2047). */
const words = (header: string) =>
  header
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_all, kind: string, coded: string) =>
      kind.toLowerCase() === 'b'
        ? Buffer.from(coded, 'base64').toString()
        : unquoted(coded.replaceAll('_', ' ')),
    )
