import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/webhooks.ts'
import { type Doing, doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import * as acts from './acts.ts'
import { listWebhooks, pageOfDeliveries } from './queries.ts'

/** 事件推送: set, seen and switched by a school's administrators and an employer's owners. */
export const webhookRoutes: Slice = (app, services) => {
  const { db, now } = services
  const ofEmployer = (request: FastifyRequest) => ({ employerId: personOf(request).employer!.id })
  const done = (request: FastifyRequest, act: (of: Doing) => Promise<void>) =>
    doing(services, request, async (of) => {
      await act(of)
      return { done: true as const }
    })

  const school = contract.schoolWebhooks
  app.route({
    ...school.list,
    handler: async ({ params }) => ({ items: await listWebhooks(db, { schoolId: params.school }, now()) }),
  })
  app.route({
    ...school.add,
    handler: (request) => acts.add(services, request, { schoolId: request.params.school }, request.body),
  })
  app.route({
    ...school.renewKey,
    handler: (request) =>
      acts.renewKey(services, request, { schoolId: request.params.school }, request.params.id),
  })
  app.route({
    ...school.enable,
    handler: (request) => {
      const { params, body } = request
      return done(request, (of) => acts.enable(of, { schoolId: params.school }, params.id, body.enabled))
    },
  })
  app.route({
    ...school.remove,
    handler: (request) =>
      done(request, (of) => acts.remove(of, { schoolId: request.params.school }, request.params.id)),
  })
  app.route({
    ...school.deliveries,
    handler: ({ params, query }) => pageOfDeliveries(db, { schoolId: params.school }, params.id, query),
  })
  app.route({
    ...school.replay,
    handler: (request) =>
      done(request, (of) => acts.replay(of, { schoolId: request.params.school }, request.params.id)),
  })

  const employer = contract.employerWebhooks
  app.route({
    ...employer.list,
    handler: async (request) => ({ items: await listWebhooks(db, ofEmployer(request), now()) }),
  })
  app.route({
    ...employer.add,
    handler: (request) => acts.add(services, request, ofEmployer(request), request.body),
  })
  app.route({
    ...employer.renewKey,
    handler: (request) => acts.renewKey(services, request, ofEmployer(request), request.params.id),
  })
  app.route({
    ...employer.enable,
    handler: (request) =>
      done(request, (of) => acts.enable(of, ofEmployer(request), request.params.id, request.body.enabled)),
  })
  app.route({
    ...employer.remove,
    handler: (request) => done(request, (of) => acts.remove(of, ofEmployer(request), request.params.id)),
  })
  app.route({
    ...employer.deliveries,
    handler: (request) => pageOfDeliveries(db, ofEmployer(request), request.params.id, request.query),
  })
  app.route({
    ...employer.replay,
    handler: (request) => done(request, (of) => acts.replay(of, ofEmployer(request), request.params.id)),
  })
}
