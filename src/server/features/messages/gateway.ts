import { type MessageFault, meaningOf } from '../../../domain/message/delivery.ts'
import { askedIn, filledIn, type Template } from '../../../domain/message/template.ts'
import { type Outward, OutwardRefused } from '../../services/outward.ts'
import { shortened, signedHeaders } from '../../services/webhook.ts'

/** Whom a message is for: a text message's number; of WeChat the gateway finds by the student number whom it knows. */
export type Recipient = { readonly mobile: string } | { readonly studentNumber: string }

export type Outgoing = Pick<Template, 'template' | 'text'> & {
  readonly id: string
  readonly school: string
  readonly channel: string
  readonly recipient: Recipient
  /** All that the text may ask for, as it is read; what it does not ask for is not sent. */
  readonly values: Readonly<Record<string, string>>
  /** When it was told, and when it is no use any more. */
  readonly toldAt: Date
  readonly deadline: Date | null
  /** The gateway answers as ever, and sends nothing where it can. */
  readonly isTrial: boolean
}

type Gateway = { readonly server: string; readonly key: string; readonly outward: Outward }
export type Handed =
  | { readonly end: 'taken'; readonly status: number; readonly said: string }
  | {
      readonly end: 'refused' | 'later'
      readonly fault: MessageFault
      readonly status: number | null
      readonly said: string
    }

const bodyOf = ({ school, channel, recipient, template, text, values, ...of }: Outgoing): string =>
  JSON.stringify({
    type: `message.${channel}`,
    timestamp: of.toldAt.toISOString(),
    data: {
      school,
      recipient,
      template,
      values: Object.fromEntries(askedIn(text).map((name) => [name, values[name]])),
      text: filledIn(text, values),
      deadline: of.deadline?.toISOString() ?? null,
      trial: of.isTrial,
    },
  })

/** Characters of a gateway's words. */
const MOST_SAID = 500

function reasonIn(text: string): unknown {
  try {
    const said: unknown = JSON.parse(text)
    return typeof said === 'object' && said !== null && 'reason' in said ? said.reason : null
  } catch {
    return null
  }
}

/** Hands one message to its school's gateway, signed as of `at`; what the gateway makes of it, or what kept us from it. */
export async function handToGateway(gateway: Gateway, message: Outgoing, at: Date): Promise<Handed> {
  const body = bodyOf(message)
  const signed = signedHeaders([gateway.key], { id: message.id, at, body })
  try {
    const headers = { ...signed, 'content-type': 'application/json' }
    const answer = await gateway.outward.fetch(gateway.server, { method: 'POST', headers, body })
    const text = await answer.text()
    const { status } = answer
    return { ...meaningOf(status, reasonIn(text)), status, said: shortened(text, MOST_SAID) }
  } catch (error) {
    const { message: said, cause } = error as Error
    const isRefused = error instanceof OutwardRefused || cause instanceof OutwardRefused
    const fault = isRefused ? 'address-refused' : 'unreachable'
    return { end: 'later', fault, status: null, said: shortened(said, MOST_SAID) }
  }
}
