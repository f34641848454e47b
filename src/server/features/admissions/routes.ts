import * as contract from '../../../contracts/admissions.ts'
import {
  changeOwnEmployer,
  getOwnEmployer,
  listEmployerHistory,
  listOwnHistory,
} from '../../../contracts/employer-records.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { listLinesForSchool, listOwnLines } from '../employers/history.ts'
import { type Employer, findEmployer } from '../employers/queries.ts'
import { placeOf } from '../reviews/neighbours.ts'
import { act, apply, change } from './acts.ts'
import { countAdmissions, findAdmissionNeighbours, listAdmissions, listStandings } from './lists.ts'
import { presentAdmission } from './present.ts'
import { findOneAdmission } from './queries.ts'

/** The employer's own record, with where it stands. */
async function presentRecord(
  { db, acting }: Pick<Reading, 'db' | 'acting'>,
  { id, creditCode, version, inEffect, declared }: Employer,
) {
  const standings = await listStandings(db, id, acting.at)
  return {
    creditCode,
    version,
    inEffect,
    declared,
    admissions: standings.flatMap(({ school, admission }) => (admission ? [{ school, ...admission }] : [])),
    others: standings.filter(({ admission, isShut }) => !admission && !isShut).map(({ school }) => school),
  }
}

export const admissionRoutes: Slice = (app, services) => {
  const { db, now } = services

  app.route({
    ...getOwnEmployer,
    handler: async (request) => {
      const read = reading(services, request)
      return presentRecord(read, await findEmployer(read.db, read.person.employer!.id))
    },
  })

  app.route({
    ...changeOwnEmployer,
    handler: async (request) => {
      // Each tells every school that admits the employer.
      await countUse(services, 'corrections', personOf(request).employer!.id, now())
      return doing(services, request, async (of) =>
        presentRecord(readingIn(of), await change(of, request.body)),
      )
    },
  })

  app.route({
    ...listOwnHistory,
    handler: (request) => listOwnLines(db, personOf(request).employer!.id, request.query),
  })

  app.route({
    ...listEmployerHistory,
    handler: async (request) => {
      const { employerId } = await findOneAdmission(db, request.params, personOf(request))
      return listLinesForSchool(db, employerId, request.query)
    },
  })

  app.route({
    ...contract.applyToSchool,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { after, employer } = await apply(of, request.body)
        return presentAdmission(readingIn(of), after, employer)
      }),
  })

  app.route({
    ...contract.listAdmissions,
    handler: async ({ params: { school }, query }) => {
      const [page, counts] = await Promise.all([
        listAdmissions(db, school, query, now()),
        countAdmissions(db, school),
      ])
      return { ...page, counts }
    },
  })

  app.route({
    ...contract.getAdmissionNeighbours,
    handler: (request) => {
      const { at, ...filter } = request.query
      return findAdmissionNeighbours(reading(services, request), placeOf(request.params, at), filter)
    },
  })

  app.route({
    ...contract.getAdmission,
    handler: async (request) => {
      const read = reading(services, request)
      const of = await findOneAdmission(read.db, request.params, read.person)
      return presentAdmission(read, of, await findEmployer(read.db, of.employerId))
    },
  })

  for (const action of Object.keys(contract.admissionActs) as (keyof typeof contract.admissionActs)[])
    app.route({
      ...contract.admissionActs[action],
      handler: (request) =>
        doing(services, request, async (of) => {
          const { after, employer } = await act(of, request.params, { ...request.body, action })
          return presentAdmission(readingIn(of), after, employer)
        }),
    })
}
