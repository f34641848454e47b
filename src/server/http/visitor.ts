import type { Readable } from 'node:stream'
import { addressOf, type Input, type Output } from '../../contracts/address.ts'
import type { Endpoint } from '../../contracts/endpoint.ts'
import { SESSION_COOKIE } from '../features/accounts/sessions.ts'
import type { App } from './app.ts'

/** What is asked with; `file` is the body where the endpoint takes no JSON. */
export type Asking = Input & { readonly file?: Buffer | Readable }

/** One person's way through HTTP: what the demo and the tests use, as a browser would. */
export function visitor(
  app: App,
  token: string | null = null,
  headers: Readonly<Record<string, string>> = {},
) {
  let session = token
  const ask = async (endpoint: Endpoint, input: Asking = {}) => {
    const answer = await app.inject({
      method: endpoint.method,
      url: addressOf(endpoint, input),
      headers: { ...(input.file && { 'content-type': endpoint.schema.consumes?.[0] }), ...headers },
      ...(session && { cookies: { [SESSION_COOKIE]: session } }),
      ...(input.body !== undefined && { payload: input.body as object }),
      ...(input.file && { payload: input.file }),
    })
    const given = answer.cookies.find(({ name }) => name === SESSION_COOKIE)
    if (given) session = given.value || null
    return answer
  }
  return {
    /** The answer, whatever it is. */
    ask,
    /** The answer's body, or an Error that quotes the problem. */
    async call<E extends Endpoint>(endpoint: E, input: Asking = {}): Promise<Output<E>> {
      const answer = await ask(endpoint, input)
      if (answer.statusCode >= 300)
        throw new Error(`${endpoint.method} ${endpoint.url}: ${answer.statusCode} ${answer.body}`)
      return answer.json() as Output<E>
    },
    session: () => session,
  }
}
export type Visitor = ReturnType<typeof visitor>
