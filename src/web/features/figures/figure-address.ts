import { DIMENSIONS, type Dimension, type FigureFilter } from '../../../domain/figures/dimensions.ts'
import { useListAddress } from '../../ui/list-address.ts'

/** In an address, those of whom nothing is known: an empty filter is none. */
const UNKNOWN = '-'
type Said = { readonly [dimension in Dimension]: string }
type Address = Said & {
  readonly year: string
  readonly by: Dimension
  readonly measure: string
  /** The moment that has kept them; as they are now where none is named. */
  readonly moment: string
  readonly after: string
  readonly before: string
}
export type FigureAddress = Partial<Address>

/** The filter that an address says. */
export const filterIn = (address: FigureAddress): FigureFilter =>
  Object.fromEntries(
    DIMENSIONS.flatMap((dimension) => {
      const value = address[dimension]
      return value ? [[dimension, value === UNKNOWN ? '' : value]] : []
    }),
  )
/** The same as an address says it. */
export const addressOfFilter = (filter: FigureFilter): Partial<Said> =>
  Object.fromEntries(
    DIMENSIONS.flatMap((dimension) => {
      const value = filter[dimension]
      return value === undefined ? [] : [[dimension, value === '' ? UNKNOWN : value]]
    }),
  )

/** What the page shows stands in its address; whatever narrows it begins at the first page. */
export const useFigureAddress = () => useListAddress<Address>()

type Turned = { readonly page: number; readonly items: readonly { readonly id: string }[] }
/** What an address says of the next page or the one before, of rows that go on from a place. */
export const placeOfPage = ({ page, items }: Turned, wanted: number) => ({
  after: wanted === page + 1 ? items[items.length - 1]?.id : undefined,
  before: wanted === page - 1 && wanted > 1 ? items[0]?.id : undefined,
  page: wanted > 1 ? String(wanted) : undefined,
})
