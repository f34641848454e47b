import { v7 as uuidv7 } from 'uuid'
import * as contract from '../../../contracts/destinations.ts'
import {
  actOnDestination,
  correctDestination,
  type DestinationCommand,
  declareDestination,
} from '../../../domain/destination/acts.ts'
import type { DestinationChange } from '../../../domain/destination/case.ts'
import { fillInDestination } from '../../../domain/destination/filling-in.ts'
import type { Outcome } from '../../../domain/outcome.ts'
import { inUse } from '../../../domain/own-field/field.ts'
import { reasonsAgainstRegistering } from '../../../domain/placement.ts'
import { actingOn } from '../../../domain/review.ts'
import { carryOut } from '../../cases/carry-out.ts'
import type { Key } from '../../db/key.ts'
import { type Doing, doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { asColumn } from '../own-fields/present.ts'
import { findOwnFields } from '../own-fields/queries.ts'
import { eachAlone } from '../reviews/each-alone.ts'
import { placeOf } from '../reviews/neighbours.ts'
import { countByStatus, queued, scopeOf } from '../reviews/queue.ts'
import { findNthLastRegisteredAt, findRegistrant, holdRegistrant } from '../students/registrant.ts'
import { recordFilledIn } from './acts.ts'
import { findFormFacts, findOwnAsked, listForms } from './forms.ts'
import { findDestinationNeighbours, listDestinations } from './lists.ts'
import { presentDestination } from './present.ts'
import { findDestination, lockDeclaration, lockDestination, saveFilledIn } from './queries.ts'

async function act(of: Doing, key: Key, command: DestinationCommand) {
  const before = await lockDestination(of.tx, key, of.person)
  const outcome = actOnDestination(before, command, actingOn(of.acting, of.person.collegeId, before))
  await carryOut(of, outcome)
  return outcome
}

/** The destination as it is after the act: all that is shown of it stands in the outcome. */
const shownAfter = (of: Doing, { changes }: Outcome<DestinationChange>) =>
  presentDestination(readingIn(of), changes.at(-1)!.after)

export const destinationRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listDestinationForms,
    handler: async (request) => {
      const { db, person } = reading(services, request)
      const { year } = await findRegistrant(db, request.params.school, person.studentId!)
      return { items: await listForms(db, request.params.school, year) }
    },
  })

  app.route({
    ...contract.listMyDestinations,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { school } = request.params
      const studentId = person.studentId!
      const [page, { placing, registered }] = await Promise.all([
        listDestinations(db, { school, studentId }, request.query, acting.at),
        findRegistrant(db, school, studentId),
      ])
      return { ...page, reasons: reasonsAgainstRegistering(placing, registered, null, acting.at) }
    },
  })

  app.route({
    ...contract.declareDestination,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const studentId = of.person.studentId!
        const {
          placing,
          registered: asRead,
          settings,
          year,
          level: _,
          studentVersion: __,
          correction: ___,
          ...registrant
        } = await holdRegistrant(of.tx, school, studentId)
        const form = await findFormFacts(of.tx, request.body, { school: request.params.school, year })
        const isDeclaration = form.category?.route === 'declaration'
        const former = isDeclaration ? await lockDeclaration(of.tx, school, studentId) : null
        const registered = former
          ? { ...asRead, nthLastAt: await findNthLastRegisteredAt(of.tx, school, studentId) }
          : asRead
        const student = { ...registrant, id: uuidv7(), levels: settings.destinationLevels }
        const facts = { placing, registered, form, former, student }
        const outcome = declareDestination(facts, request.body, of.acting)
        await carryOut(of, outcome)
        return shownAfter(of, outcome)
      }),
  })

  const { correct, ...simple } = contract.destinationActs
  app.route({
    ...correct,
    handler: (request) =>
      doing(services, request, async (of) => {
        const key = request.params
        const before = await lockDestination(of.tx, key, of.person)
        const { placing, year } = await findRegistrant(of.tx, key.school, before.studentId)
        const form = await findFormFacts(of.tx, request.body, { school: request.params.school, year })
        const outcome = correctDestination({ before, placing, form }, request.body, of.acting)
        await carryOut(of, outcome)
        return shownAfter(of, outcome)
      }),
  })

  app.route({
    ...contract.fillInDestination,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const before = await lockDestination(of.tx, request.params, of.person)
        const fields = (await findOwnAsked(of.tx, school))('staff', before.category)
        const after = fillInDestination(before, fields, request.body)
        await saveFilledIn(of.tx, before, after, of.acting.at)
        await recordFilledIn(of, after)
        return presentDestination(readingIn(of), after)
      }),
  })

  app.route({
    ...contract.listDestinations,
    handler: (request) => {
      const read = reading(services, request)
      const { school } = request.params
      const { queue, college, ...filter } = request.query
      const asked = { ...filter, ...scopeOf(read, { queue, college }) }
      const page = listDestinations(read.db, { school }, asked, read.acting.at)
      const own = findOwnFields(read.db, school, 'destination')
      return queued(read, school, {
        page: Promise.all([page, own]).then(([rows, fields]) => ({
          ...rows,
          own: inUse(fields).map(asColumn),
        })),
        counts: countByStatus(read, 'destinations', school),
      })
    },
  })

  app.route({
    ...contract.getDestinationNeighbours,
    handler: (request) => {
      const read = reading(services, request)
      const { queue, college, at, ...filter } = request.query
      const asked = { ...filter, ...scopeOf(read, { queue, college }) }
      return findDestinationNeighbours(read, placeOf(request.params, at), asked)
    },
  })

  app.route({
    ...contract.getDestination,
    handler: async (request) => {
      const read = reading(services, request)
      return presentDestination(read, await findDestination(read.db, request.params, read.person))
    },
  })

  for (const action of Object.keys(simple) as (keyof typeof simple)[])
    app.route({
      ...simple[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          shownAfter(of, await act(of, request.params, { ...request.body, action })),
        ),
    })

  app.route({
    ...contract.passDestinations,
    handler: (request) => {
      const { school } = request.params
      return eachAlone(services, request, request.body.items, (of, { id, seenVersion }) =>
        act(of, { school, id }, { action: 'pass', seenVersion }),
      )
    },
  })
}
