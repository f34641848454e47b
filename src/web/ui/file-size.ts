const KILO = 1024

/** `820 KB`, `3.4 MB`: the same in both languages. */
export const showSize = (bytes: number): string =>
  bytes < KILO * KILO
    ? `${Math.max(1, Math.round(bytes / KILO))} KB`
    : `${(bytes / KILO / KILO).toFixed(1)} MB`
