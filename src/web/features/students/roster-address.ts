import type { RosterFilter } from '../../../contracts/roster.ts'
import { useListAddress } from '../../ui/list-address.ts'

/** What the address says of the list: the filter, and the place from which its page goes on. */
type Filters = { readonly [name in keyof Omit<RosterFilter, 'year'>]: RosterFilter[name] } & {
  readonly year: string
}
type Place = { readonly after: string; readonly before: string }
export type Narrow = Partial<Filters>

const NO_PLACE = { after: undefined, before: undefined }
const NO_FILTER: { readonly [name in keyof Filters]: undefined } = {
  q: undefined,
  college: undefined,
  major: undefined,
  className: undefined,
  level: undefined,
  year: undefined,
  employment: undefined,
  enrolment: undefined,
  verified: undefined,
  chosen: undefined,
  sort: undefined,
  order: undefined,
}
type Page = { readonly page: number; readonly items: readonly { readonly id: string }[] }

/** The roster's own address: whatever narrows it begins at the first page, and the next page goes on from the last row of this one. */
export function useRosterAddress() {
  const { address, shown, change, isTurning } = useListAddress<Filters & Place>()
  const narrow = (next: Partial<Record<keyof Filters, string | undefined>>) =>
    change({ ...NO_PLACE, ...(next as Narrow) })
  return {
    address,
    shown,
    isTurning,
    narrow,
    /** Exactly this filter, whatever was chosen before. */
    take: ({ year, ...filter }: RosterFilter) =>
      change({
        ...NO_PLACE,
        ...NO_FILTER,
        ...filter,
        sort: filter.sort === 'number' ? undefined : filter.sort,
        order: filter.order === 'asc' ? undefined : filter.order,
        year: year === undefined ? undefined : String(year),
      }),
    turn: (page: number, of: Page) =>
      change({
        ...address,
        ...NO_PLACE,
        page: page > 1 ? String(page) : undefined,
        ...(page === of.page + 1 && { after: of.items[of.items.length - 1]?.id }),
        ...(page === of.page - 1 && page > 1 && { before: of.items[0]?.id }),
      }),
  }
}

/** The filter that an address says, without its place. */
export const filterIn = ({
  q,
  year,
  ...of
}: Narrow): Partial<Omit<RosterFilter, 'year'>> & { year?: string } =>
  Object.fromEntries(
    Object.keys(NO_FILTER).flatMap((name) => {
      const value = { q, year, ...of }[name as keyof Filters]
      return value ? [[name, value]] : []
    }),
  )
