export const LOOK_WAYS = ['address', 'typed', 'file'] as const
/** How somebody looked: by the address of a QR code or a link, by typing, or by dropping the file. */
export type LookWay = (typeof LOOK_WAYS)[number]

/**
 * From where, as coarse as it is kept: the first half of an IPv4 address, or the first two groups of an IPv6, which thousands
 * share; enough for an owner to see that looks come from places that were not given the code. `network` is of `network.ts`.
 */
export function coarseOrigin(network: string): string {
  if (!network.includes(':')) return `${network.split('.').slice(0, 2).join('.')}.*.*`
  return `${network.split(':').slice(0, 2).join(':')}:*`
}
