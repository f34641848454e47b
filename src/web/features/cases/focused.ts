import { useEffect } from 'react'

/**
 * Puts a reader who works by keys on the element of this id as soon as it can take them: while a dialog still slides in, the
 * keys that are meant for it are there already.
 */
export function useFocused(id: string | null): void {
  useEffect(() => {
    if (id === null) return
    let frame = 0
    const focus = () => {
      const element = document.getElementById(id)
      element?.focus()
      if (!element || document.activeElement !== element) frame = requestAnimationFrame(focus)
    }
    focus()
    return () => cancelAnimationFrame(frame)
  }, [id])
}
