import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { outcomes } from '../../../contracts/review.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { refusalText } from '../../../words/refusals.ts'
import { languageOf } from '../../http/problems.ts'

/**
 * Several things at once in one transaction, so that their number costs no more statements: what the rule refuses of one is
 * said of it, and holds up no other. `decide` only decides; what it answers is saved by the caller, all in one.
 */
export function together<Item extends { readonly id: string }, Decided>(
  request: FastifyRequest,
  items: readonly Item[],
  decide: (item: Item) => Decided,
): { readonly results: z.output<typeof outcomes>['results']; readonly done: readonly Decided[] } {
  const done: Decided[] = []
  const results = items.map((item) => {
    try {
      done.push(decide(item))
      return { id: item.id, passed: true, code: null, title: null }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      const { code, details } = error
      return { id: item.id, passed: false, code, title: refusalText(code, languageOf(request), details) }
    }
  })
  return { results, done }
}
