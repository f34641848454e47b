import { useSyncExternalStore } from 'react'

/** Whether it is shown so; the same widths, in px, stand in the style sheets. */
function matching(media: string): () => boolean {
  let asked: MediaQueryList | undefined
  const query = () => {
    asked ??= window.matchMedia(media)
    return asked
  }
  const subscribe = (listener: () => void) => {
    query().addEventListener('change', listener)
    return () => query().removeEventListener('change', listener)
  }
  return () => useSyncExternalStore(subscribe, () => query().matches)
}

/** Too narrow for a table; on paper, whose letters are smaller, a table stays one. */
export const useIsNarrow = matching('screen and (max-width: 960px)')
/** Too narrow for a list and a case side by side. */
export const useIsOneColumn = matching('(max-width: 1199px)')
/** Held in one hand: the menu stands at the bottom. */
export const useIsPhone = matching('(max-width: 760px)')
