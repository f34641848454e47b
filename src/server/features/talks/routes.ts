import * as contract from '../../../contracts/talks.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { act, change, place, request as requestTalk } from './acts.ts'
import { listTalks } from './lists.ts'
import { presentTalk } from './present.ts'
import { findTalk } from './queries.ts'

/** 宣讲会: asked for by employers, given a venue and a time by schools. */
export const talkRoutes: Slice = (app, services) => {
  const { db, now, baseUrl } = services

  app.route({
    ...contract.listOwnTalks,
    handler: (request) => {
      const { person, acting } = reading(services, request)
      return listTalks(db, { employerId: person.employer!.id }, request.query, acting.at)
    },
  })

  app.route({
    ...contract.listTalks,
    handler: ({ params: { school }, query }) => listTalks(db, { school }, query, now()),
  })

  app.route({
    ...contract.getTalk,
    handler: async (request) => {
      const read = reading(services, request)
      return presentTalk(read, await findTalk(read.db, request.params, read.person), baseUrl)
    },
  })

  app.route({
    ...contract.requestTalk,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentTalk(readingIn(of), await requestTalk(of, request.params.school, request.body), baseUrl),
      ),
  })

  app.route({
    ...contract.talkActs.change,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentTalk(readingIn(of), await change(of, request.params, request.body), baseUrl),
      ),
  })

  for (const action of ['schedule', 'move'] as const)
    app.route({
      ...contract.talkActs[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          presentTalk(readingIn(of), await place(of, request.params, { ...request.body, action }), baseUrl),
        ),
    })

  app.route({
    ...contract.talkActs['turn-down'],
    handler: (request) =>
      doing(services, request, async (of) => {
        const { talkGround: ground, ...body } = request.body
        const after = await act(of, request.params, { ...body, ground, action: 'turn-down' })
        return presentTalk(readingIn(of), after, baseUrl)
      }),
  })

  for (const action of ['hand-back', 'withdraw', 'cancel'] as const)
    app.route({
      ...contract.talkActs[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          presentTalk(readingIn(of), await act(of, request.params, { ...request.body, action }), baseUrl),
        ),
    })
}
