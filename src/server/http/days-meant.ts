import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { dayWindows } from '../../contracts/atoms.ts'
import { leavesOf, valuesAt } from '../../contracts/leaves.ts'
import { refuseUnlessMeant } from '../../domain/plausible-day.ts'

/**
 * Every day that a body gives can be meant, by what its contract says of it: no route can forget to ask. Days of a form
 * that is data are `domain/form.ts`'s.
 */
export function refuseDaysNotMeant(app: FastifyInstance, now: () => Date): void {
  app.addHook('onRoute', (route) => {
    const { body } = (route.schema ?? {}) as { body?: unknown }
    if (!(body instanceof z.ZodType)) return
    const days = leavesOf(body).flatMap(({ path, schema }) => {
      const meaning = dayWindows.get(schema)
      return meaning ? [{ path, ...meaning }] : []
    })
    if (days.length === 0) return
    const ask = async (request: FastifyRequest) => {
      for (const { path, window } of days)
        for (const { field, value } of valuesAt(request.body, path))
          if (typeof value === 'string') refuseUnlessMeant(field, value, window, now())
    }
    route.preHandler = [ask, ...[route.preHandler ?? []].flat()]
  })
}
