import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/agreements.ts'
import { type AgreementCommand, actOnAgreement } from '../../../domain/agreement/acts.ts'
import { actingOn } from '../../../domain/review.ts'
import { codesAsked } from '../../../domain/term-template.ts'
import { carryOut } from '../../cases/carry-out.ts'
import { hashOf } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { type Doing, doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { holdAdmission } from '../admissions/standing.ts'
import { refuseNotOffered } from '../codes/offered.ts'
import { eachAlone } from '../reviews/each-alone.ts'
import { placeOf } from '../reviews/neighbours.ts'
import { countByStatus, queued, scopeOf } from '../reviews/queue.ts'
import { findAgreementNeighbours, listAgreements } from './lists.ts'
import { presentAgreement } from './present.ts'
import { findAgreement, lockAgreement } from './queries.ts'

async function act(of: Doing, key: Key, command: AgreementCommand): Promise<void> {
  const before = await lockAgreement(of.tx, key, of.person)
  const { admitted, settings } = before
  const facts = { before, admitted, fulfilmentDays: settings.fulfilmentDays }
  const outcome = actOnAgreement(facts, command, actingOn(of.acting, of.person.collegeId, before))
  const asked = command.proposed ? codesAsked(command.proposed.terms) : []
  await refuseNotOffered(of.tx, { asked, kept: codesAsked(before.terms) }, of.acting.at)
  await carryOut(of, outcome)
}

export const agreementRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listAgreements,
    handler: (request) => {
      const read = reading(services, request)
      const { school } = request.params
      const { queue, college, ...filter } = request.query
      const asked = { ...filter, ...scopeOf(read, { queue, college }) }
      return queued(read, school, {
        page: listAgreements(read.db, { school }, asked, read.acting.at),
        counts: countByStatus(read, 'agreements', school),
      })
    },
  })

  app.route({
    ...contract.listSignedStudents,
    handler: (request) => {
      const { db, person, acting } = reading(services, request)
      return listAgreements(db, { employerId: person.employer!.id }, request.query, acting.at)
    },
  })

  app.route({
    ...contract.getAgreementNeighbours,
    handler: (request) => {
      const read = reading(services, request)
      const { queue, college, at, ...filter } = request.query
      const asked = { ...filter, ...scopeOf(read, { queue, college }) }
      return findAgreementNeighbours(read, placeOf(request.params, at), asked)
    },
  })

  app.route({
    ...contract.getAgreement,
    handler: async (request) => {
      const read = reading(services, request)
      return presentAgreement(read, await findAgreement(read.db, request.params, read.person))
    },
  })

  const answer = (
    request: FastifyRequest,
    key: Key,
    command: AgreementCommand,
    first: (of: Doing) => Promise<unknown> = async () => {},
  ) =>
    doing(services, request, async (of) => {
      await first(of)
      await act(of, key, command)
      return presentAgreement(readingIn(of), await findAgreement(of.tx, key, of.person))
    })

  const {
    'propose-amendment': propose,
    'accept-amendment': accept,
    seal,
    correct: _inPaperRoutes,
    ...simple
  } = contract.agreementActs
  for (const action of Object.keys(simple) as (keyof typeof simple)[])
    app.route({
      ...simple[action],
      handler: (request) => answer(request, request.params, { ...request.body, action }),
    })

  app.route({
    ...propose,
    handler: (request) => {
      const { terms, ...seen } = request.body
      const proposed = { terms, termsHash: hashOf(terms) }
      return answer(request, request.params, { ...seen, action: 'propose-amendment', proposed })
    },
  })

  app.route({
    ...accept,
    handler: (request) => {
      const { seenVersion, termsHash: agreedHash } = request.body
      return answer(request, request.params, { action: 'accept-amendment', seenVersion, agreedHash })
    },
  })

  app.route({
    ...seal,
    handler: (request) => {
      const { school } = request.params
      const { seenVersion, termsHash: agreedHash } = request.body
      const command = { action: 'seal', seenVersion, agreedHash } as const
      // Whoever suspends the employer now waits, or is waited for: nothing comes into force after it.
      return answer(request, request.params, command, ({ tx, person }) =>
        holdAdmission(tx, school, person.employer!.id),
      )
    },
  })

  app.route({
    ...contract.passAgreements,
    handler: (request) => {
      const { school } = request.params
      return eachAlone(services, request, request.body.items, (of, { id, seenVersion }) =>
        act(of, { school, id }, { action: 'pass', seenVersion }),
      )
    },
  })
}
