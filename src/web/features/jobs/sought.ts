import type { SoughtSaved } from '../../../contracts/jobs.ts'
import type { PostEducation, PostKind } from '../../../domain/post/content.ts'
import type { PostSort } from '../../../domain/post/search.ts'

/** What is sought, as the address of the list says it. */
export type JobFilter = {
  q: string
  region: string
  category: string
  industry: string
  nature: string
  kind: PostKind
  education: PostEducation
  major: string
  pay: string
  since: string
  sort: PostSort
  after: string
}

/** What of it is kept with a saved search: how it was ordered, and since when, is not. */
export const savedOf = (address: Partial<JobFilter>): SoughtSaved => ({
  q: address.q ?? '',
  region: address.region ?? '',
  category: address.category ?? '',
  industry: address.industry ?? '',
  nature: address.nature ?? '',
  kind: address.kind ?? null,
  education: address.education ?? null,
  major: address.major ?? '',
  pay: address.pay ? Number(address.pay) : null,
})
/** The address of the list for a saved search. */
export const addressOf = (sought: SoughtSaved): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sought).flatMap(([name, value]) => (value ? [[name, String(value)]] : [])),
  )
/** Whether there is anything to be saved. */
export const isSought = (address: Partial<JobFilter>): boolean =>
  Object.keys(addressOf(savedOf(address))).length > 0
