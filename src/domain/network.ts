/** Where a visitor comes from, as far as tries are counted: `network` is one place, `range` what one rents together. */
export type Origin = { readonly network: string; readonly range: string }

const groupsOf = (part: string) => (part === '' ? [] : part.split(':'))

/** The eight groups of an IPv6 address, without zone; an IPv4 in its tail as two of them. */
function groupsOfIpv6(address: string): number[] {
  const plain = address
    .replace(/%.*$/, '')
    .replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, a, b, c, d) =>
      [a * 256 + Number(b), c * 256 + Number(d)].map((group) => group.toString(16)).join(':'),
    )
  const [head = '', tail] = plain.split('::')
  const [before, after] = [groupsOf(head), groupsOf(tail ?? '')]
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length)
  return [...before, ...Array<string>(zeros).fill('0'), ...after].map((group) => Number.parseInt(group, 16))
}

/**
 * An IPv4 address is its own network, for a campus or a carrier stands behind it; its /24 is the range. Of an IPv6
 * address, of which everybody has a /64, the /64 and the /48. IPv4 written as IPv6 is IPv4.
 */
export function originOf(ip: string): Origin {
  if (!ip.includes(':')) return { network: ip, range: ip.replace(/\.\d+$/, '') }
  const groups = groupsOfIpv6(ip)
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff
  if (isMapped) {
    const bytes = groups.slice(6).flatMap((group) => [group >> 8, group & 255])
    return originOf(bytes.join('.'))
  }
  const prefix = (bits: 48 | 64) =>
    groups
      .slice(0, bits / 16)
      .map((group) => group.toString(16))
      .join(':')
  return { network: prefix(64), range: prefix(48) }
}
