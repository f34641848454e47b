import { DIMENSIONS, type Dimension, type FigureFilter } from '../../../domain/figures/dimensions.ts'
import { useListAddress } from '../../ui/list-address.ts'

/** In an address, those of whom nothing is known: an empty filter is none. */
const UNKNOWN = '-'
type Said = { readonly [dimension in Dimension]: string }
type Address = Said & {
  readonly year: string
  readonly by: Dimension
  readonly measure: string
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
