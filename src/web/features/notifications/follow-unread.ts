import { addressOf } from '../../../contracts/address.ts'
import { listNotifications, streamNotifications } from '../../../contracts/notifications.ts'
import { call, ProblemError } from '../../call.ts'

const MINUTE = 60_000
/** The stream speaks at once: where it does not, something between holds its events back. */
const FIRST_WORD = 15_000
/** The stream tells the count every half minute: one that is quiet was lost without a word, and is opened anew. */
const QUIET = 2 * MINUTE
/** For so long a page that nobody looks at still asks each minute, for the number in its title. */
const FORGOTTEN = 60 * MINUTE
/** From so many failures in a row on, each new try also asks without the stream. */
const BROKEN = 3

/**
 * Milliseconds before the next try after so many failures in a row: doubling from two seconds to a minute, spread over
 * its second half by `chance` (0 to 1), so that a server that comes back is not met by everybody at once.
 */
export const waitAfter = (failures: number, chance: number): number =>
  Math.min(MINUTE, 1_000 * 2 ** failures) * (0.5 + chance / 2)

/**
 * Tells the count of unread notifications, at once and whenever it may have changed, until the returned function is
 * called. A page in sight listens to the stream. One out of sight asks once a minute instead: browsers open six
 * connections to a server, and a clerk's seventh tab would wait for ever.
 */
export function followUnread(tell: (unread: number) => void): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let failures = 0
  let stopped = false

  const close = () => {
    source?.close()
    source = null
    clearTimeout(timer)
  }
  const then = (wait: number, next: () => void) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(next, wait)
  }
  const stop = () => {
    stopped = true
    close()
    document.removeEventListener('visibilitychange', turn)
    window.removeEventListener('online', turn)
  }

  const ask = async () => {
    try {
      const { unread } = await call(listNotifications, { query: { pageSize: 1 } })
      if (!stopped) tell(unread)
    } catch (error) {
      // The session is over: the reader is told by the next thing they do, not in the middle of this one.
      if (error instanceof ProblemError && error.problem?.status === 401) stop()
    }
  }

  const listen = () => {
    close()
    source = new EventSource(addressOf(streamNotifications))
    source.addEventListener('error', fail)
    source.addEventListener('unread', ({ data }: MessageEvent<string>) => {
      failures = 0
      then(QUIET, listen)
      tell((JSON.parse(data) as { unread: number }).unread)
    })
    then(FIRST_WORD, fail)
  }
  const fail = () => {
    close()
    failures += 1
    then(waitAfter(failures, Math.random()), retry)
  }
  const retry = async () => {
    if (failures >= BROKEN) await ask()
    if (!stopped && !document.hidden) listen()
  }

  const watch = (since: number) => {
    if (performance.now() - since > FORGOTTEN) return
    then(MINUTE, async () => {
      await ask()
      if (!stopped && document.hidden) watch(since)
    })
  }
  const turn = () => {
    close()
    failures = 0
    if (document.hidden) watch(performance.now())
    else listen()
  }

  document.addEventListener('visibilitychange', turn)
  window.addEventListener('online', turn)
  turn()
  return stop
}
