import * as contract from '../../../contracts/fairs.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { act, change, draft, place } from './acts.ts'
import { listFairs } from './lists.ts'
import { presentFair } from './present.ts'
import { findFair } from './queries.ts'

/** 双选会: planned, announced and held by schools. */
export const fairRoutes: Slice = (app, services) => {
  const { db, now, baseUrl } = services

  app.route({
    ...contract.listFairs,
    handler: ({ params: { school }, query }) => listFairs(db, school, query, now()),
  })

  app.route({
    ...contract.draftFair,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentFair(readingIn(of), await draft(of, request.params.school, request.body), baseUrl),
      ),
  })

  app.route({
    ...contract.getFair,
    handler: async (request) => {
      const read = reading(services, request)
      return presentFair(read, await findFair(read.db, request.params, read.person), baseUrl)
    },
  })

  app.route({
    ...contract.fairActs.change,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentFair(readingIn(of), await change(of, request.params, request.body), baseUrl),
      ),
  })

  for (const action of ['place', 'move'] as const)
    app.route({
      ...contract.fairActs[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          presentFair(readingIn(of), await place(of, request.params, { ...request.body, action }), baseUrl),
        ),
    })

  for (const action of ['announce', 'call-off'] as const)
    app.route({
      ...contract.fairActs[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          presentFair(readingIn(of), await act(of, request.params, { ...request.body, action }), baseUrl),
        ),
    })
}
