import type { QueryClient } from '@tanstack/react-query'

/** Several acts at once are several events, and one refresh. */
const TOGETHER = 500
const AGAIN = 2_000

type Reading = { readonly refetchOnWindowFocus?: unknown; readonly staleTime?: unknown }

/**
 * Whether what is shown may be replaced by something newer without being asked for. A form over what it was opened
 * with takes no refresh, of this kind as of the browser's focus; a code table does not change.
 */
export const mayChangeUnasked = ({ refetchOnWindowFocus, staleTime }: Reading): boolean =>
  refetchOnWindowFocus !== false && staleTime !== Number.POSITIVE_INFINITY

const isShown = (element: Element) => element.getClientRects().length > 0

/**
 * Refreshes what the page shows, once, soon after it is asked; not while a dialog is open or a form on the page has
 * been typed in, so that nothing is lost: then when that is over.
 */
export function gentleRefresh(client: QueryClient) {
  let timer: ReturnType<typeof setTimeout> | undefined
  let typedIn: Element | null = null

  const notice = ({ target }: Event) => {
    if (target instanceof Element) typedIn = target.closest('form') ?? target
  }
  const inTheMiddle = () =>
    [...document.querySelectorAll('[role="dialog"]')].some(isShown) ||
    (typedIn?.isConnected && (typedIn instanceof HTMLFormElement || typedIn === document.activeElement))

  const refresh = () => {
    if (inTheMiddle()) timer = setTimeout(refresh, AGAIN)
    else
      void client.invalidateQueries({
        predicate: ({ observers }) => observers.every(({ options }) => mayChangeUnasked(options)),
      })
  }
  document.addEventListener('input', notice)
  return {
    soon() {
      clearTimeout(timer)
      timer = setTimeout(refresh, TOGETHER)
    },
    stop() {
      clearTimeout(timer)
      document.removeEventListener('input', notice)
    },
  }
}
