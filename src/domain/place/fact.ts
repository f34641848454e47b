import type { Fen } from '../money.ts'
import { Refusal } from '../refusal.ts'

/** What a place is for policies and statistics, by decisions of the state. */
export const PLACE_TAGS = ['western', 'remote', 'grassroots'] as const
export type PlaceTag = (typeof PLACE_TAGS)[number]
export const PLACE_FACT_KINDS = ['minimum-wage', ...PLACE_TAGS] as const
export type PlaceFactKind = (typeof PLACE_FACT_KINDS)[number]

/** `YYYY-MM`, in China. */
export type Month = string
export const MONTH = /^(?:19|2\d)\d{2}-(?:0[1-9]|1[0-2])$/
export const monthOf = (day: string): Month => day.slice(0, 7)

/** It holds from a month until one, or until another begins; an amount is 月最低工资标准, in fen. */
export type PlaceFact = {
  /** A code of GB/T 2260. */
  readonly region: string
  readonly since: Month
  readonly until: Month | null
  /** Null for what has no amount. */
  readonly amount: Fen | null
}
type Said = Pick<PlaceFact, 'until' | 'amount'>

/** The region itself, then its city, then its province: by its code, of which each two digits say where it lies. */
export const regionsAround = (code: string): string[] => [
  ...new Set([code, `${code.slice(0, 4)}00`, `${code.slice(0, 2)}0000`]),
]

const holdsIn = ({ since, until }: Pick<PlaceFact, 'since' | 'until'>, month: Month) =>
  since <= month && (until === null || until >= month)

/** What holds in a month for a region: its own, else its city's or its province's; of several the latest. Null where nothing does. */
export function factFor<Fact extends PlaceFact>(
  facts: readonly Fact[],
  region: string,
  month: Month,
): Fact | null {
  for (const place of regionsAround(region)) {
    const holding = facts.filter((one) => one.region === place && holdsIn(one, month))
    if (holding.length > 0) return holding.reduce((best, one) => (one.since > best.since ? one : best))
  }
  return null
}

export type FactStanding = 'new' | 'changed' | 'same'
/** Of a row that is brought: how it stands to what is there of its region and month. */
export const standingOfFact = (brought: Said, there: Said | null): FactStanding => {
  if (there === null) return 'new'
  return brought.until === there.until && brought.amount === there.amount ? 'same' : 'changed'
}

/** What nobody could mean: an end before its beginning, a wage without an amount, or an amount of what has none. */
export function refuseUnlessFact(
  kind: PlaceFactKind,
  { since, until, amount }: Omit<PlaceFact, 'region'>,
): void {
  if (until !== null && until < since) throw new Refusal('months-reversed', { field: 'until' })
  if ((kind === 'minimum-wage') !== (amount !== null)) throw new Refusal('amount-needed', { field: 'amount' })
}
