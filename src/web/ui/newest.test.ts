import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { fetchNewest } from './newest.ts'

test('an answer under way, given before what was just done, is not taken for one given after it', async () => {
  const client = new QueryClient()
  const queryKey = ['neighbours']
  let answer = (_: string) => {}
  const late = () => new Promise<string>((resolve) => (answer = resolve))
  void client.prefetchQuery({ queryKey, queryFn: late })
  const newest = fetchNewest(client, { queryKey, queryFn: async () => 'after' })
  answer('before')
  expect(await newest).toBe('after')
  expect(client.getQueryData(queryKey)).toBe('after')
})
