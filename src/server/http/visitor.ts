import type { Readable } from 'node:stream'
import { type Anything, addressOf, type InputOf, type Output } from '../../contracts/address.ts'
import { type Endpoint, IDEMPOTENCY_KEY } from '../../contracts/endpoint.ts'
import { agreeToNotice, getMyNotice } from '../../contracts/privacy.ts'
import { SESSION_COOKIE } from '../features/accounts/sessions.ts'
import { inTurn, signedFirst } from './sign-first.ts'
import type { App } from './slice.ts'

/** What may be asked with, right or wrong; `file` is the body where the endpoint takes no JSON, `key` the act's own. */
export type Asking = Anything & { readonly file?: Buffer | Readable; readonly key?: string }
/** The same as the contract wants it. */
export type Calling<E extends Endpoint> = E['schema'] extends { readonly consumes: readonly string[] }
  ? [input: Omit<InputOf<E>[0] & object, 'body'> & { readonly file: Buffer | Readable }]
  : InputOf<E>

/**
 * One person's way through HTTP: what the demo and the tests use, as a browser would. Asked to agree to the privacy notice,
 * they read it, agree and go on, unless they are of those who do not; what is to be signed they sign first, likewise.
 */
export function visitor(
  app: App,
  token: string | null = null,
  headers: Readonly<Record<string, string>> = {},
  address = '127.0.0.1',
  agrees = true,
  signs = true,
) {
  const cookies = new Map(token ? [[SESSION_COOKIE, token]] : [])
  const askOnce = async (endpoint: Endpoint, input: Asking) => {
    const answer = await app.inject({
      method: endpoint.method,
      url: addressOf(endpoint, input),
      headers: {
        ...(input.file && { 'content-type': endpoint.schema.consumes?.[0] }),
        ...(input.key && { [IDEMPOTENCY_KEY]: input.key }),
        ...headers,
      },
      remoteAddress: address,
      cookies: Object.fromEntries(cookies),
      ...(input.body !== undefined && { payload: input.body as object }),
      ...(input.file && { payload: input.file }),
    })
    for (const { name, value } of answer.cookies) {
      if (value) cookies.set(name, value)
      else cookies.delete(name)
    }
    return answer
  }
  const askAgreed = async (endpoint: Endpoint, input: Asking) => {
    const answer = await askOnce(endpoint, input)
    const isToAgree = answer.statusCode === 403 && answer.body.includes('"notice-to-agree"')
    if (!agrees || !isToAgree) return answer
    const { publisher, version } = (await askOnce(getMyNotice, {})).json()
    await askOnce(agreeToNotice, { body: { publisher, version } })
    return askOnce(endpoint, input)
  }
  const askFor = async (endpoint: Endpoint, input: Anything) => {
    const answer = await askAgreed(endpoint, input)
    return answer.statusCode === 200 ? answer.json() : null
  }
  const turn = inTurn()
  const signed = async <Asked extends Asking>(endpoint: Endpoint, input: Asked) =>
    endpoint.config.signs ? turn(() => signedFirst(endpoint, input, askFor)) : input
  const ask = async (endpoint: Endpoint, input: Asking = {}) =>
    askAgreed(endpoint, signs ? await signed(endpoint, input) : input)
  return {
    /** The answer, whatever it is, to anything. */
    ask,
    /** What an act is asked with, signed: for who wants to see the act alone. */
    signed,
    /** The answer's body, or an Error that quotes the problem. What is not as the contract says does not compile. */
    async call<E extends Endpoint>(endpoint: E, ...[input]: Calling<E>): Promise<Output<E>> {
      const answer = await ask(endpoint, input as Asking)
      if (answer.statusCode >= 300)
        throw new Error(`${endpoint.method} ${endpoint.url}: ${answer.statusCode} ${answer.body}`)
      return answer.json() as Output<E>
    },
    cookies,
  }
}
export type Visitor = ReturnType<typeof visitor>
