import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { addressOf } from '../src/contracts/address.ts'
import { type Endpoint, IDEMPOTENCY_KEY } from '../src/contracts/endpoint.ts'
import { SESSION_COOKIE } from '../src/server/features/accounts/sessions.ts'
import { signedFirst } from '../src/server/http/sign-first.ts'
import type { Asking } from '../src/server/http/visitor.ts'

export const print = (name: string, value: string) => console.log(`${name.padEnd(44)} ${value}`)

export const percentile = (times: readonly number[], share: number) =>
  [...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0

/** `p50 … ms  p95 … ms` of times in milliseconds. */
export const spread = (times: readonly number[]) =>
  `p50 ${percentile(times, 0.5).toFixed(1)} ms  p95 ${percentile(times, 0.95).toFixed(1)} ms`

const agent = new Agent({ keepAlive: true, maxSockets: 64 })
/** What an act is asked with, once it is signed as a page would do it first. */
export const signed = <Asked extends Asking>(port: number, token: string, endpoint: Endpoint, input: Asked) =>
  signedFirst(endpoint, input, (first, given) =>
    sendOnce<unknown>(port, token, first, given).catch(() => null),
  )

/** One request by its contract over a kept connection, signed first where it is to be; its JSON, or an Error that quotes what was answered. */
export async function send<T>(
  port: number,
  token: string,
  endpoint: Endpoint,
  input: Asking,
  how: { readonly keyed?: boolean } = {},
): Promise<T> {
  return sendOnce<T>(port, token, endpoint, await signed(port, token, endpoint, input), how)
}

function sendOnce<T>(
  port: number,
  token: string,
  endpoint: Endpoint,
  input: Asking,
  { keyed = endpoint.method !== 'GET' }: { readonly keyed?: boolean } = {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const type = input.file ? endpoint.schema.consumes?.[0] : 'application/json'
    const headers = {
      'content-type': type,
      cookie: `${SESSION_COOKIE}=${token}`,
      // As pages do.
      ...(keyed && { [IDEMPOTENCY_KEY]: randomUUID() }),
    }
    const payload = input.file ?? (input.body === undefined ? undefined : JSON.stringify(input.body))
    const path = addressOf(endpoint, input)
    const sent = request({ agent, port, path, method: endpoint.method, headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const text = Buffer.concat(parts).toString('utf8')
        if (answer.statusCode === 200) resolve(JSON.parse(text))
        else reject(new Error(`${endpoint.method} ${path}: ${answer.statusCode} ${text}`))
      })
    })
    sent.on('error', reject).end(payload)
  })
}

/** `users` at once, each taking the next of the work: how much a second, and how long each took. */
export async function inParallel<T>(users: number, work: readonly T[], act: (item: T) => Promise<unknown>) {
  const times: number[] = []
  const queue = [...work]
  const began = performance.now()
  await Promise.all(
    Array.from({ length: users }, async () => {
      for (let item = queue.pop(); item !== undefined; item = queue.pop()) {
        const from = performance.now()
        await act(item)
        times.push(performance.now() - from)
      }
    }),
  )
  return { rate: (work.length * 1000) / (performance.now() - began), times }
}
