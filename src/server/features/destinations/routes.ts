import * as contract from '../../../contracts/destinations.ts'
import type { DestinationAction } from '../../../domain/destination.ts'
import { reasonsAgainstPlacing } from '../../../domain/eligibility.ts'
import { inTransaction } from '../../db/database.ts'
import type { App } from '../../http/app.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { eachAlone } from '../reviews/each-alone.ts'
import { levelOf } from '../reviews/levels.ts'
import { listColleges } from '../schools/queries.ts'
import { findRegistrant } from '../students/registrant.ts'
import { actOn } from './acts.ts'
import { correct, declare } from './declaring.ts'
import { listForms } from './forms.ts'
import { countDestinationsByStatus, listDestinations } from './lists.ts'
import { presentDestination } from './present.ts'
import { findDestination } from './queries.ts'

export function destinationRoutes(app: App, { db, now, jobs }: Services) {
  app.route({
    ...contract.listDestinationForms,
    handler: async (request) => {
      const student = await findRegistrant(db, request.params.school, personOf(request).studentId!)
      return { items: await listForms(db, student.graduationYear) }
    },
  })

  app.route({
    ...contract.listMyDestinations,
    handler: async (request) => {
      const { school } = request.params
      const studentId = personOf(request).studentId!
      const [page, { facts }] = await Promise.all([
        listDestinations(db, { school, studentId }, request.query),
        findRegistrant(db, school, studentId),
      ])
      return { ...page, reasons: reasonsAgainstPlacing(facts, null) }
    },
  })

  app.route({
    ...contract.declareDestination,
    handler: (request) =>
      inTransaction(db, async (tx) => {
        const person = personOf(request)
        const { school } = request.params
        const declared = await declare(tx, jobs, school, request.body, person, actorOf(request), now())
        return presentDestination(tx, declared, person, now())
      }),
  })

  app.route({
    ...contract.correctDestination,
    handler: (request) =>
      inTransaction(db, async (tx) => {
        const person = personOf(request)
        const after = await correct(tx, jobs, request.params, request.body, person, actorOf(request), now())
        return presentDestination(tx, after, person, now())
      }),
  })

  app.route({
    ...contract.listDestinations,
    handler: async (request) => {
      const person = personOf(request)
      const { school } = request.params
      const { queue, college, ...filter } = request.query
      const waitingFor = queue === 'mine' ? levelOf(person) : undefined
      const [page, counts, colleges] = await Promise.all([
        listDestinations(db, { school }, { ...filter, college: person.collegeId ?? college, waitingFor }),
        countDestinationsByStatus(db, school, person.collegeId),
        listColleges(db, school, person.collegeId),
      ])
      return { ...page, counts, colleges }
    },
  })

  app.route({
    ...contract.getDestination,
    handler: async (request) => {
      const person = personOf(request)
      return presentDestination(db, await findDestination(db, request.params, person), person, now())
    },
  })

  const acts: readonly (readonly [DestinationAction, typeof contract.withdrawDestination])[] = [
    ['withdraw', contract.withdrawDestination],
    ['pass', contract.passDestination],
    ['return', contract.returnDestination],
    ['reject', contract.rejectDestination],
    ['ask-void', contract.askVoid],
    ['withdraw-void', contract.withdrawVoid],
    ['grant-void', contract.grantVoid],
    ['refuse-void', contract.refuseVoid],
  ]
  for (const [action, endpoint] of acts) {
    app.route({
      ...endpoint,
      handler: (request) =>
        inTransaction(db, async (tx) => {
          const person = personOf(request)
          const { params, body } = request
          const after = await actOn(tx, jobs, params, action, body, person, actorOf(request), now())
          return presentDestination(tx, after, person, now())
        }),
    })
  }

  app.route({
    ...contract.passDestinations,
    handler: (request) => {
      const person = personOf(request)
      const { school } = request.params
      return eachAlone(db, request, request.body.items, (tx, { id, seenVersion }) =>
        actOn(tx, jobs, { school, id }, 'pass', { seenVersion }, person, actorOf(request), now()),
      )
    },
  })
}
