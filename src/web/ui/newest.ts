import type { QueryClient, QueryKey } from '@tanstack/react-query'

/** What is asked of the server, under its key. */
export type Asked<T> = { readonly queryKey: QueryKey; readonly queryFn: () => Promise<T> }

/** As it is from this moment on: an answer that is under way may have been given before what was just done. */
export async function fetchNewest<T>(client: QueryClient, { queryKey, queryFn }: Asked<T>): Promise<T> {
  await client.cancelQueries({ queryKey, exact: true })
  return client.fetchQuery({ queryKey, queryFn, staleTime: 0 })
}
