import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { leavesOf, valuesAt } from '../../contracts/leaves.ts'
import { printedTexts } from '../../contracts/typed.ts'
import { type Printed, unprintedIn } from '../../domain/printed.ts'
import { Refusal } from '../../domain/refusal.ts'

/** Every text of a body that will stand in documents can be printed there, by what its contract says of it: no route can forget to ask. */
export function refuseUnprinted(app: FastifyInstance, printed: Printed): void {
  app.addHook('onRoute', (route) => {
    const { body } = (route.schema ?? {}) as { body?: unknown }
    if (!(body instanceof z.ZodType)) return
    const texts = leavesOf(body).filter(({ schema }) => printedTexts.has(schema))
    if (texts.length === 0) return
    const ask = async (request: FastifyRequest) => {
      for (const { path } of texts)
        for (const { field, value } of valuesAt(request.body, path)) {
          const found = typeof value === 'string' ? unprintedIn(value, printed) : null
          if (found) throw new Refusal('character-not-printed', { field, ...found })
        }
    }
    route.preHandler = [ask, ...[route.preHandler ?? []].flat()]
  })
}
