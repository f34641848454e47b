import { type Anything, addressOf, type InputOf, type Output } from '../contracts/address.ts'
import type { Endpoint } from '../contracts/endpoint.ts'
import type { Problem } from '../contracts/problem.ts'
import { hearVersion } from './site-version.ts'

let requestLanguage = 'zh-CN'
export const setRequestLanguage = (language: string) => {
  requestLanguage = language
}
/** What every request says of its reader's language. */
export const languageHeader = () => ({ 'accept-language': requestLanguage })

/** An answer that was not 2xx; `problem` is null where it was not the product's own, or where there was none at all. */
export class ProblemError extends Error {
  readonly problem: Problem | null
  /** Nobody was reached. */
  readonly isOffline: boolean
  constructor(problem: Problem | null, isOffline = false) {
    super(problem?.title ?? (isOffline ? 'offline' : 'no answer of the product'))
    this.problem = problem
    this.isOffline = isOffline
  }
}

/** One request by its contract. Throws ProblemError. */
export async function call<E extends Endpoint>(endpoint: E, ...given: InputOf<E>): Promise<Output<E>> {
  const [input] = given as [Anything?]
  const body = input?.body
  let answer: Response
  try {
    answer = await fetch(addressOf(endpoint, input), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        ...languageHeader(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch {
    throw new ProblemError(null, true)
  }
  hearVersion(answer.headers)
  if (!answer.ok) throw new ProblemError((await answer.json().catch(() => null)) as Problem | null)
  return (await answer.json()) as Output<E>
}

/** Query options by contract: the key is the address. */
export const ask = <E extends Endpoint>(endpoint: E, ...input: InputOf<E>) => ({
  queryKey: [addressOf(endpoint, input[0] as Anything)],
  queryFn: () => call(endpoint, ...input),
})
