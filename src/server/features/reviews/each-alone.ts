import type { FastifyRequest } from 'fastify'
import { refusalText } from '../../../words/refusals.ts'
import { type Doing, doing } from '../../http/doing.ts'
import { languageOf, refusalOf } from '../../http/problems.ts'
import type { Services } from '../../services/services.ts'

/** Several things at once, each its own transaction: one that has moved on does not hold up the rest. */
export async function eachAlone<Item extends { readonly id: string }>(
  services: Pick<Services, 'db' | 'jobs' | 'now'>,
  request: FastifyRequest,
  items: readonly Item[],
  act: (of: Doing, item: Item) => Promise<unknown>,
) {
  const results: { id: string; passed: boolean; code: string | null; title: string | null }[] = []
  for (const item of items) {
    try {
      await doing(services, request, (of) => act(of, item))
      results.push({ id: item.id, passed: true, code: null, title: null })
    } catch (error) {
      const refusal = refusalOf(error)
      if (!refusal) throw error
      const title = refusalText(refusal.code, languageOf(request), refusal.details)
      results.push({ id: item.id, passed: false, code: refusal.code, title })
    }
  }
  return { results }
}
