const KILO = 1024

/** `820 KB`, `3.4 MB`, `47.1 GB`: the same in both languages. */
export const showSize = (bytes: number): string => {
  if (bytes < KILO * KILO) return `${Math.max(1, Math.round(bytes / KILO))} KB`
  if (bytes < KILO * KILO * KILO) return `${(bytes / KILO / KILO).toFixed(1)} MB`
  return `${(bytes / KILO / KILO / KILO).toFixed(1)} GB`
}
