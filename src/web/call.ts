import { addressOf, type Input, type Output } from '../contracts/address.ts'
import type { Endpoint, Problem } from '../contracts/endpoint.ts'

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
export async function call<E extends Endpoint>(endpoint: E, input: Input = {}): Promise<Output<E>> {
  let answer: Response
  try {
    answer = await fetch(addressOf(endpoint, input), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        ...languageHeader(),
        ...(input.body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(input.body !== undefined && { body: JSON.stringify(input.body) }),
    })
  } catch {
    throw new ProblemError(null)
  }
  if (!answer.ok) throw new ProblemError((await answer.json().catch(() => null)) as Problem | null)
  return (await answer.json()) as Output<E>
}

/** Query options by contract: the key is the address. */
export const ask = <E extends Endpoint>(endpoint: E, input: Input = {}) => ({
  queryKey: [addressOf(endpoint, input)],
  queryFn: () => call(endpoint, input),
})
