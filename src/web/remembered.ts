/**
 * What this device remembers between visits. A browser may refuse to (site data blocked, no space left): then nothing
 * is remembered, and all else works.
 */
export const remembered = {
  get(key: string): string | null {
    try {
      return window.localStorage.getItem(key)
    } catch {
      return null
    }
  },
  set(key: string, value: string): void {
    try {
      window.localStorage.setItem(key, value)
    } catch {}
  },
}
