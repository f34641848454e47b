import { ProblemError } from '../call.ts'
import { NotFetched } from './lazy-page.tsx'

/**
 * Why a page could not be shown: there is none, the product refused it and would again, nobody was reached, the server is in trouble, a
 * part of the program did not come, or the program is at fault.
 */
export type Cause = 'noPage' | 'refused' | 'offline' | 'server' | 'missing' | 'program'

export function causeOf(error: unknown): Cause {
  if (error === undefined) return 'noPage'
  if (error instanceof NotFetched) return navigator.onLine ? 'missing' : 'offline'
  if (!(error instanceof ProblemError)) return 'program'
  if (error.isOffline) return 'offline'
  const { problem } = error
  // Too many requests pass by themselves, as a server in trouble does.
  return problem === null || problem.status >= 500 || problem.status === 429 ? 'server' : 'refused'
}
