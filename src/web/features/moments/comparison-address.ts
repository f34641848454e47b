import { useParams } from '@tanstack/react-router'
import type { Dimension } from '../../../domain/figures/dimensions.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { useMySchool } from '../accounts/me.ts'

type Address = {
  /** The later moment; now where none is named. */
  readonly later: string
  readonly year: string
  readonly by: Dimension
  readonly measure: string
  readonly was: string
  readonly is: string
  readonly after: string
  readonly before: string
}

/** Which moment is compared with what, as the address of a comparison says it. */
export function useComparison(from: '/school/moments/$id/comparison' | '/school/moments/$id/changes') {
  const school = useMySchool()
  const { id } = useParams({ from })
  const list = useListAddress<Address>()
  const { later, year } = list.shown
  const asked = { ...(later && { later }), ...(year && { year }) }
  return { ...list, params: { school, id }, asked }
}
