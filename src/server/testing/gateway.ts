import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'

export type Received = {
  readonly id: string
  readonly type: string
  readonly data: {
    readonly school: string
    readonly recipient: { readonly mobile?: string; readonly studentNumber?: string }
    readonly template: string
    readonly values: Readonly<Record<string, string>>
    readonly text: string
    readonly deadline: string | null
    readonly trial: boolean
  }
}

/** What a gateway answers to a message, before it is taken: a status and a body; null to hang up without a word. */
type Answers = (message: Received) => readonly [status: number, body: object] | null

/**
 * A gateway as a school runs one, which checks signatures by the standard's own library and takes a message once, however often it
 * comes.
 */
export async function startGateway(key: string, port = 0) {
  const webhook = new Webhook(key)
  const received: Received[] = []
  const taken = new Map<string, Received>()
  let answers: Answers = () => [200, {}]
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signature } = request.headers
    // The tests' clock is not the machine's, by which the library would judge the time.
    const expected = webhook.sign(String(id), new Date(Number(seconds) * 1000), body)
    const answer = (status: number, of: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(of))
    if (signature !== expected) return answer(401, { reason: 'signature' })
    const message = { id: String(id), ...JSON.parse(body) } as Received
    received.push(message)
    const said = answers(message)
    if (!said) return request.socket.destroy()
    if (said[0] === 200) taken.set(message.id, message)
    return answer(...said)
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const at = (server.address() as AddressInfo).port
  return {
    address: `http://127.0.0.1:${at}/messages`,
    port: at,
    /** Every message that came rightly signed, and each that was taken. */
    received,
    taken,
    answer: (next: Answers) => {
      answers = next
    },
    async stop() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
export type Gateway = Awaited<ReturnType<typeof startGateway>>

/** As a gateway signs what it tells. */
export const signedReport = (key: string, of: { id: string; at: Date; body: string }) => ({
  'webhook-id': of.id,
  'webhook-timestamp': String(Math.floor(of.at.getTime() / 1000)),
  'webhook-signature': new Webhook(key).sign(of.id, of.at, of.body),
})
