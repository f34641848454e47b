/** How far the device's clock is behind the server's, in milliseconds. */
let behind = 0

/** Sets the clock by the `Date` of an answer that no cache has kept; its second is as exact as a form needs. */
export function hearServerTime(date: string | null): void {
  const instant = Date.parse(date ?? '')
  if (!Number.isNaN(instant)) behind = instant - Date.now()
}

/** This instant by the server's clock, by which it judges days and deadlines: a device's may be wrong by weeks. */
export const serverNow = (): Date => new Date(Date.now() + behind)
