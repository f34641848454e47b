import type { RegisteredRouter } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { isOutdated } from '../site-version.ts'

const TRY_AGAIN = 5_000

let awaited: string | null = null
let timer: ReturnType<typeof setTimeout> | undefined
const listeners = new Set<() => void>()

function setAwaited(href: string | null): void {
  awaited = href
  clearTimeout(timer)
  for (const listener of listeners) listener()
}
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The address that is opened once the line is back; null while none is awaited. */
export const useAwaited = () => useSyncExternalStore(subscribe, () => awaited)
export const stayHere = () => setAwaited(null)

/** Fetches the chunks of the pages at an address. Rejects where one cannot be had. */
async function fetchPages(router: RegisteredRouter, href: string): Promise<void> {
  const { pathname } = new URL(href, window.location.origin)
  await router.options.context.open(pathname)
  const matches = router.matchRoutes(pathname, {})
  await Promise.all(matches.map(({ routeId }) => router.routesById[routeId].options.component?.preload?.()))
}

const isServed = (href: string) =>
  fetch(href, { headers: { accept: 'text/html' }, cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )

/** Goes on to the address that is awaited, once it can be had. */
async function goOn(router: RegisteredRouter): Promise<void> {
  const href = awaited
  if (href === null) return
  clearTimeout(timer)
  const isHere = await fetchPages(router, href).then(
    () => true,
    () => false,
  )
  // An upgrade has taken the chunk away, or the browser will not ask for it twice: the page is opened anew.
  const isElsewhere = !isHere && (await isServed(href))
  if (href !== awaited) return
  if (isHere || isElsewhere) {
    setAwaited(null)
    if (isHere) router.history.push(href)
    else window.location.assign(href)
  } else timer = setTimeout(goOn, TRY_AGAIN, router)
}

/**
 * A page is left only once the next one is here: without a connection it stays, with what was typed, and goes on when
 * the line is back. After an upgrade the next page is opened anew; what was typed and not sent holds it as it holds
 * the closing of the window.
 */
export function holdUntilHere(router: RegisteredRouter): void {
  window.addEventListener('online', () => goOn(router))
  router.history.block({
    enableBeforeUnload: false,
    blockerFn: async ({ currentLocation, nextLocation, action }) => {
      setAwaited(null)
      if (currentLocation.pathname === nextLocation.pathname) return false
      if (isOutdated() && (action === 'PUSH' || action === 'REPLACE')) {
        window.location.assign(nextLocation.href)
        return true
      }
      try {
        await fetchPages(router, nextLocation.href)
        return false
      } catch {
        setAwaited(nextLocation.href)
        void goOn(router)
        return true
      }
    },
  })
}
