import type { QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { addressOf } from '../../../contracts/address.ts'
import { listNotifications } from '../../../contracts/notifications.ts'

const INBOX = addressOf(listNotifications)

let count: number | null = null
const listeners = new Set<() => void>()

/** How many notifications are unread; null until the server has said it. */
export const unreadCount = () => count
export function setUnreadCount(now: number | null): void {
  count = now
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useUnreadCount = () => useSyncExternalStore(subscribe, unreadCount)

const heard = new Set<() => void>()
/** The server has said that something of the reader's may have changed, also where no number did. */
export function hear(): void {
  for (const listener of heard) listener()
}
/** Called each time, until the returned function is called. */
export function onHeard(listener: () => void): () => void {
  heard.add(listener)
  return () => void heard.delete(listener)
}

/** Asks anew for every page of the inbox that is shown. */
export const refreshInbox = (client: QueryClient) =>
  client.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith(INBOX) })
