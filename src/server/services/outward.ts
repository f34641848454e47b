import { type LookupAddress, type LookupOptions, lookup } from 'node:dns'
import ipaddr from 'ipaddr.js'
import { Agent, fetch, type RequestInit } from 'undici'

/** Why an address that a school has given is not asked. */
export class OutwardRefused extends Error {
  readonly reason: 'not-https' | 'private-address'
  constructor(reason: OutwardRefused['reason']) {
    super(`an address that is not asked: ${reason}`)
    this.reason = reason
  }
}

/** Milliseconds, and bytes: a sign-in is small and quick, or it is none. */
const PATIENCE = 10_000
const MOST_BYTES = 512 * 1024

export type Outward = {
  /** As `fetch`, to a school's address: follows nothing, and the answer has come whole. Throws OutwardRefused, or a TypeError where nobody answers. */
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>
  /** Whether a browser may be sent there, and a request. */
  readonly isAllowed: (url: string) => boolean
}

export type OutwardOptions = {
  /** Networks that are asked though they are not public: addresses or CIDR ranges. */
  readonly networks: readonly string[]
  /** Only for tests. */
  readonly withoutTls?: boolean
}

type Found = (error: Error | null, address: string | LookupAddress[], family?: number) => void

/**
 * Requests to addresses that schools have typed: they are no way into the operator's own network. What a name stands for
 * is looked at when it is connected to, so that a name which says another address the second time gains nothing.
 */
export function openOutward({ networks, withoutTls = false }: OutwardOptions): Outward {
  const own = networks.map((network) =>
    network.includes('/')
      ? ipaddr.parseCIDR(network)
      : ([ipaddr.parse(network), ipaddr.parse(network).toByteArray().length * 8] as const),
  )
  const isOpen = (address: string): boolean => {
    const ip = ipaddr.process(address)
    const isOwn = own.some(([range, bits]) => range.kind() === ip.kind() && ip.match(range, bits))
    return isOwn || ip.range() === 'unicast'
  }
  const lookUp = (host: string, options: LookupOptions, done: Found) =>
    lookup(host, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error || !first) return done(error ?? new Error('a name without an address'), [])
      if (addresses.some(({ address }) => !isOpen(address)))
        return done(new OutwardRefused('private-address'), [])
      if (options.all) return done(null, addresses)
      return done(null, first.address, first.family)
    })
  const agent = new Agent({
    connect: { lookup: lookUp, timeout: PATIENCE },
    headersTimeout: PATIENCE,
    bodyTimeout: PATIENCE,
    maxResponseSize: MOST_BYTES,
  })
  /** Why it is not asked; null where it is. A name is looked at when it is connected to. */
  const whyNot = (address: string): OutwardRefused['reason'] | null => {
    const { protocol, hostname } = new URL(address)
    if (protocol !== 'https:' && !(withoutTls && protocol === 'http:')) return 'not-https'
    const host = hostname.replace(/^\[|\]$/g, '')
    return ipaddr.isValid(host) && !isOpen(host) ? 'private-address' : null
  }
  return {
    async fetch(url, init) {
      const reason = whyNot(url)
      if (reason) throw new OutwardRefused(reason)
      const signal = AbortSignal.timeout(PATIENCE)
      const answer = await fetch(url, { ...init, dispatcher: agent, redirect: 'manual', signal })
      const bytes = await answer.arrayBuffer()
      const { status, headers } = answer
      return new Response(bytes.byteLength > 0 ? bytes : null, { status, headers: [...headers] })
    },
    isAllowed: (url) => URL.canParse(url) && whyNot(url) === null,
  }
}
