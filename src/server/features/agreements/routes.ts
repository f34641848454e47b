import * as contract from '../../../contracts/agreements.ts'
import type { AgreementAction } from '../../../domain/agreement.ts'
import { inTransaction } from '../../db/database.ts'
import type { App } from '../../http/app.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { eachAlone } from '../reviews/each-alone.ts'
import { levelOf } from '../reviews/levels.ts'
import { listColleges } from '../schools/queries.ts'
import { actOn } from './acts.ts'
import { countByStatus, listAgreements } from './lists.ts'
import { presentAgreement } from './present.ts'
import * as agreements from './queries.ts'

export function agreementRoutes(app: App, { db, now, jobs }: Services) {
  app.route({
    ...contract.listReviews,
    handler: async (request) => {
      const person = personOf(request)
      const { school } = request.params
      const { queue, college, ...filter } = request.query
      const scope = person.collegeId ?? college
      const [page, counts, colleges] = await Promise.all([
        listAgreements(
          db,
          { school },
          { ...filter, college: scope, waitingFor: queue === 'mine' ? levelOf(person) : undefined },
          now(),
        ),
        countByStatus(db, school, person.collegeId),
        listColleges(db, school, person.collegeId),
      ])
      return { ...page, counts, colleges }
    },
  })

  app.route({
    ...contract.listSignedStudents,
    handler: async (request) =>
      listAgreements(db, { employerId: personOf(request).employer!.id }, request.query, now()),
  })

  app.route({
    ...contract.getAgreement,
    handler: async (request) => {
      const person = personOf(request)
      return presentAgreement(db, await agreements.findAgreement(db, request.params, person), person, now())
    },
  })

  const acts: readonly (readonly [AgreementAction, contract.ActEndpoint])[] = [
    ['pass', contract.passAgreement],
    ['return', contract.returnAgreement],
    ['reject', contract.rejectAgreement],
    ['propose-amendment', contract.proposeAmendment],
    ['accept-amendment', contract.acceptAmendment],
    ['decline-amendment', contract.declineAmendment],
    ['ask-cancellation', contract.askCancellation],
    ['confirm-cancellation', contract.confirmCancellation],
    ['decline-cancellation', contract.declineCancellation],
    ['fulfil', contract.fulfilAgreement],
    ['cancel', contract.cancelPaperAgreement],
  ]
  for (const [action, endpoint] of acts) {
    app.route({
      ...endpoint,
      handler: (request) =>
        inTransaction(db, async (tx) => {
          const person = personOf(request)
          await actOn(tx, jobs, request.params, action, request.body, person, actorOf(request), now())
          return presentAgreement(
            tx,
            await agreements.findAgreement(tx, request.params, person),
            person,
            now(),
          )
        }),
    })
  }

  app.route({
    ...contract.passAgreements,
    handler: (request) => {
      const person = personOf(request)
      const { school } = request.params
      return eachAlone(db, request, request.body.items, (tx, { id, seenVersion }) =>
        actOn(tx, jobs, { school, id }, 'pass', { seenVersion }, person, actorOf(request), now()),
      )
    },
  })
}
