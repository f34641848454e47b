import type { PgBoss } from 'pg-boss'

/** Milliseconds in which announcements wait for each other: the acts of a busy moment make one statement. */
const TOGETHER = 10
/** A payload of NOTIFY is shorter than 8000 bytes; an id and its comma are 37. */
const A_PAYLOAD = 200

/**
 * Announces ids on a channel of the database, soon and at most one statement at a time. NOTIFY locks the whole database
 * until its commit, so it is never a part of an act, and its own commit waits for no disk.
 */
export function announcing(
  db: ReturnType<PgBoss['getDb']>,
  channel: string,
  onFault: (fault: Error) => void,
): { announce(ids: readonly string[]): void; settled(): Promise<void> } {
  const waiting = new Set<string>()
  let busy = false
  let onceSettled: (() => void)[] = []

  const send = async () => {
    const ids = [...waiting]
    waiting.clear()
    const payloads: string[] = []
    for (let from = 0; from < ids.length; from += A_PAYLOAD)
      payloads.push(ids.slice(from, from + A_PAYLOAD).join(','))
    try {
      await db.executeSql(
        `select set_config('synchronous_commit', 'off', true), pg_notify($1, payload) from unnest($2::text[]) payload`,
        [channel, payloads],
      )
    } catch (error) {
      onFault(error as Error)
    }
    busy = false
    if (waiting.size > 0) return soon()
    for (const settle of onceSettled) settle()
    onceSettled = []
  }
  const soon = () => {
    if (busy) return
    busy = true
    setTimeout(send, TOGETHER)
  }
  return {
    announce(ids) {
      for (const id of ids) waiting.add(id)
      soon()
    },
    /** All that was given so far is told. */
    settled: () => (busy ? new Promise((settle) => onceSettled.push(settle)) : Promise.resolve()),
  }
}
