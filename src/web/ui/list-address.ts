import { useNavigate } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import { useAddressText } from './address-text.ts'

/** What an address may say of a list: filters by name, and the page. */
export type ListAddress<Filters extends object> = Partial<Readonly<Filters>> & { readonly page?: string }

/**
 * What a list shows stands in its address, so that a link can lead to it and a way back keeps it. `shown` lags behind
 * `address` while the next rows are on their way (`isTurning`). A changed filter begins at the first page; an empty one is none.
 * It is not checked here: what no list knows the server refuses.
 */
export function useListAddress<Filters extends object = object>() {
  const address = useAddressText() as ListAddress<Filters>
  const shown = useDeferredValue(address)
  const navigate = useNavigate()
  const go = (next: ListAddress<Filters>, replace: boolean) => {
    const all = Object.entries({ ...address, page: undefined, ...next })
    return navigate({ to: '.', search: Object.fromEntries(all.filter(([, value]) => value)), replace })
  }
  const change = (next: ListAddress<Filters>) => go(next, false)
  /** Where the way back must not lead to what was shown: it is done with. */
  const replace = (next: ListAddress<Filters>) => go(next, true)
  const turn = (page: number) => change({ ...address, page: page > 1 ? String(page) : undefined })
  return { address, shown, change, replace, turn, isTurning: shown !== address }
}
