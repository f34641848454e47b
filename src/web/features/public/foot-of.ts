import { useQuery } from '@tanstack/react-query'
import { getFoot } from '../../../contracts/public-site.ts'
import { ask } from '../../call.ts'
import { useAddressText } from '../../ui/address-text.ts'

/** What stands at the foot of a public page: the named school's, or the platform's. The page does not wait for it. */
export function useFoot() {
  const { school } = useAddressText()
  return useQuery({
    ...ask(getFoot, { query: school && /^\d{5}$/.test(school) ? { school } : {} }),
    staleTime: 60_000,
  })
}
