import * as contract from '../../../contracts/schools.ts'
import { dayInChina } from '../../../domain/day.ts'
import { Refusal } from '../../../domain/refusal.ts'
import type { Slice } from '../../http/slice.ts'
import * as schools from './queries.ts'

export const schoolRoutes: Slice = (app, services) => {
  const { db } = services

  app.route({
    ...contract.listSchools,
    handler: async (_request, reply) => {
      reply.header('cache-control', 'public, max-age=60')
      return { items: await schools.listSchools(db) }
    },
  })

  app.route({
    ...contract.getSchool,
    handler: async ({ params }, reply) => {
      reply.header('cache-control', 'public, max-age=60')
      const { id, suspendedAt, ...school } = await schools.findSchool(db, params.school)
      return { ...school, code: id, suspended: suspendedAt !== null }
    },
  })

  app.route({
    ...contract.listCodes,
    handler: async ({ params }, reply) => {
      const items = await schools.listCodes(db, params.kind, Number(dayInChina(services.now()).slice(0, 4)))
      if (items.length === 0) throw new Refusal('not-found')
      reply.header('cache-control', 'public, max-age=3600')
      return { items }
    },
  })
}
