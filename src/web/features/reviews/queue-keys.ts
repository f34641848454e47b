import { useEffect, useRef } from 'react'

/** What takes keys itself: what is typed into, and what is chosen among with arrows. */
const OWN_KEYS =
  'input, textarea, select, [contenteditable], [role="radiogroup"], [role="tablist"], [role="listbox"], [role="combobox"], [role="menu"]'
const isShown = (element: Element) => element.getClientRects().length > 0

/** Does what a key stands for, anywhere on the page: never while somebody types, and never below a dialog. */
export function useKeys(acts: Readonly<Record<string, (() => void) | undefined>>, isOn: boolean): void {
  const latest = useRef(acts)
  useEffect(() => {
    latest.current = acts
  })
  useEffect(() => {
    if (!isOn) return
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.repeat) return
      if (event.altKey || event.ctrlKey || event.metaKey) return
      if (event.target instanceof Element && event.target.closest(OWN_KEYS)) return
      if ([...document.querySelectorAll('[role="dialog"]')].some(isShown)) return
      const act = latest.current[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [isOn])
}

/** Presses the button of an act that the page offers under this key. */
export function pressAct(shortcut: string): void {
  document.querySelector<HTMLButtonElement>(`button[aria-keyshortcuts="${shortcut}"]`)?.click()
}
