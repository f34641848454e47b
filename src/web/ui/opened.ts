import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Asked, fetchNewest } from './newest.ts'

/**
 * What a form was opened with. It stays so, with the version that is sent, however often the page behind it is
 * refreshed: what was typed from one version must never go out as if a newer one had been read. `reload` takes the
 * newest, in a form drawn anew by its key `round`.
 */
export function useOpened<T>(asked: Asked<T>) {
  const client = useQueryClient()
  const { data } = useSuspenseQuery(asked)
  const [opened, setOpened] = useState({ data, round: 0 })
  const reload = async () => {
    const newest = await fetchNewest(client, asked)
    setOpened(({ round }) => ({ data: newest, round: round + 1 }))
  }
  return { ...opened, reload }
}
