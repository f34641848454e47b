import { type Anything, addressOf, type InputOf, type Output } from '../contracts/address.ts'
import type { Endpoint } from '../contracts/endpoint.ts'
import type { Problem } from '../contracts/problem.ts'

let requestLanguage = 'zh-CN'
export const setRequestLanguage = (language: string) => {
  requestLanguage = language
}
/** What every request says of its reader's language. */
export const languageHeader = () => ({ 'accept-language': requestLanguage })

/** An answer that was not 2xx, or none at all (`problem` null). */
export class ProblemError extends Error {
  readonly problem: Problem | null
  constructor(problem: Problem | null) {
    super(problem?.title ?? 'offline')
    this.problem = problem
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
    throw new ProblemError(null)
  }
  if (!answer.ok) throw new ProblemError((await answer.json().catch(() => null)) as Problem | null)
  return (await answer.json()) as Output<E>
}

/** Query options by contract: the key is the address. */
export const ask = <E extends Endpoint>(endpoint: E, ...input: InputOf<E>) => ({
  queryKey: [addressOf(endpoint, input[0] as Anything)],
  queryFn: () => call(endpoint, ...input),
})
