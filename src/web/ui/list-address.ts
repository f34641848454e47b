import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue } from 'react'

export type ListAddress<Name extends string> = { readonly [N in Name | 'page']?: string }

/**
 * What a list shows stands in its address, so that a link can lead to it and a way back keeps it. `shown` lags behind
 * `address` while the next rows are on their way. A changed filter begins at the first page; an empty one is none.
 */
export function useListAddress<Name extends string>() {
  const address = useSearch({ strict: false, structuralSharing: true }) as ListAddress<Name>
  const shown = useDeferredValue(address)
  const navigate = useNavigate()
  const change = (next: ListAddress<Name>) => {
    const all = Object.entries({ ...address, page: undefined, ...next })
    return navigate({ to: '.', search: Object.fromEntries(all.filter(([, value]) => value)) })
  }
  const turn = (page: number) => change({ ...address, page: page > 1 ? String(page) : undefined })
  return { address, shown, change, turn }
}
