import { type Anything, addressOf, type InputOf, type Output } from '../contracts/address.ts'
import { BEGUN_BY, type Endpoint, IDEMPOTENCY_KEY } from '../contracts/endpoint.ts'
import type { Problem } from '../contracts/problem.ts'
import { hearVersion } from './site-version.ts'
import { hearServerTime } from './ui/server-now.ts'

let requestLanguage = 'zh-CN'
export const setRequestLanguage = (language: string) => {
  requestLanguage = language
}
/** The acts that nobody has answered, each with its key and when that was. */
const unanswered = new Map<string, { readonly key: string; readonly at: number }>()
let begunBy: string | null = null
/** Whose page this is from now on; null until somebody signs in. Nothing is asked as anybody else. */
export const beginAs = (account: string | null) => {
  if (begunBy !== account) unanswered.clear()
  begunBy = account
}
/** What every request says: its reader's language, and who began the page. */
export const requestHeaders = () => ({
  'accept-language': requestLanguage,
  ...(begunBy && { [BEGUN_BY]: begunBy }),
})

let lookAgain = () => {}
/** What is done where nobody knows whether an act was done: every page reads again what is. */
export const lookAgainBy = (look: () => void) => {
  lookAgain = look
}

/** What is known beside a problem, or instead of one: nobody was reached; the act may have been done all the same. */
type Beside = { readonly isOffline?: boolean; readonly isUnknown?: boolean }

/** An answer that was not 2xx; `problem` is null where it was not the product's own, or where there was none at all. */
export class ProblemError extends Error {
  readonly problem: Problem | null
  readonly isOffline: boolean
  readonly isUnknown: boolean
  constructor(problem: Problem | null, { isOffline = false, isUnknown = false }: Beside = {}) {
    super(problem?.title ?? (isOffline ? 'offline' : 'no answer of the product'))
    this.problem = problem
    this.isOffline = isOffline
    this.isUnknown = isUnknown
  }
}

async function fetchAnswer(endpoint: Endpoint, input: Anything | undefined, key: string | null) {
  const body = input?.body
  let answer: Response
  try {
    answer = await fetch(addressOf(endpoint, input), {
      method: endpoint.method,
      credentials: 'same-origin',
      headers: {
        ...requestHeaders(),
        ...(key && { [IDEMPOTENCY_KEY]: key }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  } catch {
    throw new ProblemError(null, { isOffline: true })
  }
  if (answer.headers.get('cache-control') === 'no-store') hearServerTime(answer.headers.get('date'))
  hearVersion(answer.headers)
  if (!answer.ok) throw new ProblemError((await answer.json().catch(() => null)) as Problem | null)
  return answer
}

const send = async <E extends Endpoint>(endpoint: E, input: Anything | undefined, key: string | null) =>
  (await (await fetchAnswer(endpoint, input, key)).json()) as Output<E>

/** A file that is asked for with a body, so that no link can lead to it. Throws ProblemError. */
export async function fetchFile<E extends Endpoint>(endpoint: E, ...given: InputOf<E>): Promise<Blob> {
  const [input] = given as [Anything?]
  const answer = await fetchAnswer(endpoint, input, null)
  return answer.blob().catch(() => {
    throw new ProblemError(null, { isOffline: true })
  })
}

const isUnanswered = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && (error.problem === null || error.problem.code === 'outcome-unknown')

/** Milliseconds in which the same act, sent once more, is the one that nobody has answered; later it is meant anew. */
const SAME_ACT = 10 * 60_000
const PAUSE = 1_000
const keyOf = (act: string): string => {
  const kept = unanswered.get(act)
  return kept && performance.now() - kept.at < SAME_ACT ? kept.key : newKey()
}
const newKey = () => crypto.getRandomValues(new Uint32Array(4)).join('-')

/** The acts on their way: pressed twice, each is one. */
const underWay = new Map<string, Promise<unknown>>()

function sendAct<E extends Endpoint>(endpoint: E, input: Anything | undefined): Promise<Output<E>> {
  const act = JSON.stringify([begunBy, endpoint.method, addressOf(endpoint, input), input?.body])
  const coming = underWay.get(act) as Promise<Output<E>> | undefined
  if (coming) return coming
  const sent = sendOnce(act, endpoint, input).finally(() => underWay.delete(act))
  underWay.set(act, sent)
  return sent
}

/** An act under a key of its own, sent once more by itself where no answer comes. */
async function sendOnce<E extends Endpoint>(
  act: string,
  endpoint: E,
  input: Anything | undefined,
): Promise<Output<E>> {
  const key = keyOf(act)
  const mayHaveLeft = navigator.onLine
  try {
    const answer = await send(endpoint, input, key).catch(async (error: unknown) => {
      if (!isUnanswered(error) || !mayHaveLeft) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
      return send(endpoint, input, key)
    })
    unanswered.delete(act)
    return answer
  } catch (error) {
    if (!isUnanswered(error) || !mayHaveLeft) throw error
    unanswered.set(act, { key, at: performance.now() })
    lookAgain()
    throw new ProblemError(error.problem, { isUnknown: true })
  }
}

/** One request by its contract. Throws ProblemError. */
export async function call<E extends Endpoint>(endpoint: E, ...given: InputOf<E>): Promise<Output<E>> {
  const [input] = given as [Anything?]
  const isAct = endpoint.method !== 'GET' && endpoint.config.access !== 'public'
  return isAct ? sendAct(endpoint, input) : send(endpoint, input, null)
}

/** Query options by contract: the key is the address. */
export const ask = <E extends Endpoint>(endpoint: E, ...input: InputOf<E>) => ({
  queryKey: [addressOf(endpoint, input[0] as Anything)],
  queryFn: () => call(endpoint, ...input),
})
