import { addDays, type Day, dayInChina, daysBetween, endOfDayInChina } from '../day.ts'

/** How often a student is told what has come that a saved search finds. */
export const DIGESTS = ['off', 'daily', 'weekly'] as const
export type Digest = (typeof DIGESTS)[number]

const MS_PER_HOUR = 3_600_000
/** The hour in China at which it is told. */
const HOUR = 8
/** Any Monday. */
const MONDAY: Day = '2024-01-01'

/**
 * What is told of is what was there so long before, in milliseconds: who publishes a post writes its instant first and is
 * done a little later, so that what is younger may not be seen yet and would be told of never.
 */
export const SETTLED_MS = 60_000

/** When the next is due after this instant: at 8:00 in China, each day or each Monday; null where it is off. */
export function nextDigest(digest: Digest, at: Date): Date | null {
  if (digest === 'off') return null
  /** The last day whose 8:00 has come. */
  const last = dayInChina(new Date(at.getTime() - HOUR * MS_PER_HOUR))
  const sinceMonday = ((daysBetween(MONDAY, last) % 7) + 7) % 7
  const before = digest === 'daily' ? last : addDays(last, 6 - sinceMonday)
  return new Date(endOfDayInChina(before).getTime() + HOUR * MS_PER_HOUR)
}

/** What one search has found since it was told of last. */
export type FoundAnew = { readonly name: string; readonly fresh: number; readonly titles: readonly string[] }
const NAMED = 5

/** How a notification names them: the searches, each with how many, and some of the posts. */
export function digestParams(of: readonly FoundAnew[], most: number): Record<'searches' | 'posts', string> {
  const counted = ({ fresh }: FoundAnew) => (fresh >= most ? `${most - 1}+` : String(fresh))
  const listed = (all: readonly string[]) => [...all.slice(0, NAMED), ...(all.length > NAMED ? ['…'] : [])]
  return {
    searches: listed(of.map((one) => `${one.name} (${counted(one)})`)).join(' · '),
    posts: listed([...new Set(of.flatMap(({ titles }) => titles))]).join(' · '),
  }
}
