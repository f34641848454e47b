import { type Anything, addressOf, type Input, type Output } from '../contracts/address.ts'
import type { Endpoint } from '../contracts/endpoint.ts'
import type { Problem } from '../contracts/problem.ts'
import { ProblemError, requestHeaders } from './call.ts'

export type Watch = { readonly signal: AbortSignal; readonly onSent: (bytes: number) => void }

/**
 * One file as the body of a request by its contract; XMLHttpRequest, because `fetch` does not say how much has
 * left. Throws ProblemError, or an AbortError where the signal stopped it.
 */
export const upload = <E extends Endpoint>(
  endpoint: E,
  input: Input<E> & Anything,
  file: Blob,
  { signal, onSent }: Watch,
): Promise<Output<E>> =>
  new Promise((resolve, reject) => {
    const stopped = new DOMException('stopped', 'AbortError')
    if (signal.aborted) throw stopped
    const request = new XMLHttpRequest()
    request.open(endpoint.method, addressOf(endpoint, input))
    const headers = {
      ...requestHeaders(),
      'content-type': endpoint.schema.consumes?.[0] ?? 'application/octet-stream',
    }
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value)
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded }) => onSent(loaded)
    request.onload = () =>
      request.status === 200
        ? resolve(request.response as Output<E>)
        : reject(new ProblemError(request.response as Problem | null))
    request.onerror = () => reject(new ProblemError(null, { isOffline: true }))
    request.onabort = () => reject(stopped)
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
