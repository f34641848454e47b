import type { ServerResponse } from 'node:http'
import type { Jobs } from '../../services/jobs.ts'

/** Tabs and devices of one person on one instance. */
const OF_ONE = 8

export type StreamsOptions = {
  /** How many are unread of each, in one statement. */
  readonly count: (userIds: readonly string[]) => Promise<Map<string, number>>
  readonly listen: Jobs['listen']
  readonly onFault: (fault: unknown) => void
  /** Milliseconds after which everybody is told anew: what was lost is made good, and proxies see a living line. */
  readonly beat?: number
  /** A stream ends after so many beats and its reader opens another, so that an ended session stops hearing. */
  readonly beats?: number
}

export const unreadEvent = (unread: number) => `event: unread\ndata: {"unread":${unread}}\n\n`

type Stream = { readonly to: ServerResponse; readonly until: number }

/** The open streams of this instance: each tells its reader's count at once, on every hint and on every beat. */
export function openStreams({ count, listen, onFault, beat = 30_000, beats = 20 }: StreamsOptions) {
  const streams = new Map<string, Set<Stream>>()
  const stale = new Set<string>()
  let now = 0
  let counting = false
  let beating: ReturnType<typeof setInterval> | undefined
  let listening: Promise<{ close(): Promise<void> } | void> | undefined

  const tell = async () => {
    if (counting) return
    counting = true
    try {
      while (stale.size > 0) {
        const userIds = [...stale]
        stale.clear()
        for (const [userId, unread] of await count(userIds))
          for (const { to } of streams.get(userId) ?? []) to.write(unreadEvent(unread))
      }
    } catch (error) {
      onFault(error)
    }
    counting = false
  }
  const tellAll = () => {
    for (const userId of streams.keys()) stale.add(userId)
    void tell()
  }
  const tellSome = (userIds: readonly string[]) => {
    for (const userId of userIds) if (streams.has(userId)) stale.add(userId)
    void tell()
  }
  const hear = () => {
    listening ??= listen(tellSome, tellAll).catch((error: unknown) => {
      listening = undefined
      onFault(error)
    })
  }
  const forget = (userId: string, stream: Stream) => {
    const open = streams.get(userId)
    if (open?.delete(stream) && open.size === 0) streams.delete(userId)
  }
  /** Ends those of which it is time; what has ended is written to no more. */
  const end = (isTime: (stream: Stream) => boolean) => {
    for (const [userId, open] of streams)
      for (const stream of [...open].filter(isTime)) {
        forget(userId, stream)
        stream.to.end()
      }
  }
  const onBeat = () => {
    now += 1
    end(({ until }) => until <= now)
    hear()
    tellAll()
  }

  return {
    mayOpen: (userId: string) => (streams.get(userId)?.size ?? 0) < OF_ONE,
    /** From now on, until it is closed by either side, `to` tells this person's count. */
    open(userId: string, to: ServerResponse): void {
      if (to.destroyed) return
      const stream = { to, until: now + beats }
      const open = streams.get(userId) ?? new Set()
      streams.set(userId, open.add(stream))
      to.once('close', () => forget(userId, stream))
      beating ??= setInterval(onBeat, beat)
      hear()
      tellSome([userId])
    },
    async close(): Promise<void> {
      clearInterval(beating)
      end(() => true)
      await (await listening)?.close()
    },
  }
}
