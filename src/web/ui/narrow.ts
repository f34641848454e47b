import { useSyncExternalStore } from 'react'

/** Whether the window is at most so wide, in px; the same widths stand in the style sheets. */
function narrowerThan(width: number): () => boolean {
  let asked: MediaQueryList | undefined
  const query = () => {
    asked ??= window.matchMedia(`(max-width: ${width}px)`)
    return asked
  }
  const subscribe = (listener: () => void) => {
    query().addEventListener('change', listener)
    return () => query().removeEventListener('change', listener)
  }
  return () => useSyncExternalStore(subscribe, () => query().matches)
}

/** Too narrow for a table. */
export const useIsNarrow = narrowerThan(960)
/** Too narrow for a list and a case side by side. */
export const useIsOneColumn = narrowerThan(1199)
/** Held in one hand: the menu stands at the bottom. */
export const useIsPhone = narrowerThan(760)
