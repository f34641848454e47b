import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { outcomes } from '../../../contracts/review.ts'
import { refusalText } from '../../../words/refusals.ts'
import { type Doing, doing } from '../../http/doing.ts'
import { findKeptAnswer, recallAnswer } from '../../http/kept-answers.ts'
import { languageOf, refusalOf } from '../../http/problems.ts'
import type { Services } from '../../services/services.ts'

type Outcomes = z.output<typeof outcomes>

/**
 * Several things at once, each its own transaction: one that has moved on does not hold up the rest. Asked again under its
 * key, what is whole is answered as it was, and what broke off in the middle goes on where it did.
 */
export async function eachAlone<
  Item extends { readonly id: string; readonly signature?: string | undefined },
>(
  services: Pick<Services, 'db' | 'jobs' | 'now' | 'secrets'>,
  request: FastifyRequest,
  items: readonly Item[],
  act: (of: Doing, item: Item) => Promise<unknown>,
): Promise<Outcomes> {
  const whole = await findKeptAnswer(services, request, 0)
  if (whole) return outcomes.parse(whole.answer)
  const results: Outcomes['results'] = []
  for (const [index, item] of items.entries()) {
    const passed = { id: item.id, passed: true, code: null, title: null }
    try {
      const { signature = null } = item
      await doing(services, request, (of) => act({ ...of, signature }, item), index + 1)
      results.push(passed)
    } catch (error) {
      if (await recallAnswer(services, request, index + 1)) {
        results.push(passed)
        continue
      }
      const refusal = refusalOf(error)
      if (!refusal) throw error
      const title = refusalText(refusal.code, languageOf(request), refusal.details)
      results.push({ id: item.id, passed: false, code: refusal.code, title })
    }
  }
  return doing(services, request, async () => ({ results }))
}
