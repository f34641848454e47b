import { type Printed, unprintedIn } from '../printed.ts'
import type { FaultDetails } from './fault.ts'

/** Faults what stands in documents and could not be printed there. */
export function judgePrinted<Key extends string>(
  values: { readonly [key in Key]?: string },
  keys: readonly Key[],
  printed: Printed,
  fail: (key: Key, fault: 'not-printed', details: FaultDetails) => void,
): void {
  for (const key of keys) {
    const found = unprintedIn(values[key] ?? '', printed)
    if (found) fail(key, 'not-printed', { ...found })
  }
}
