import { type Tally, weighRates } from '../../../domain/attempts.ts'
import { refuseToWait } from '../accounts/attempts.ts'

/**
 * How often each token asks, in memory: what is bounded is what a program costs this instance, so that one which asks without
 * a pause keeps no connection to the database from people. Only tokens that were found are remembered.
 */
export function tokenMeter() {
  const tallies = new Map<string, Tally>()
  return {
    knows: (token: string) => tallies.has(token),
    /** Refuses `locked-out` with the seconds to wait. */
    count(token: string, at: Date): void {
      const { waitUntil, after } = weighRates({ tokens: tallies.get(token) ?? null }, at)
      refuseToWait(waitUntil, at)
      if (after.tokens) tallies.set(token, after.tokens)
    },
    forget: (token: string) => void tallies.delete(token),
  }
}
export type TokenMeter = ReturnType<typeof tokenMeter>
