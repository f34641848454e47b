import * as contract from '../../../contracts/absences.ts'
import { actOnAbsence } from '../../../domain/absence/acts.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { listAbsences } from './lists.ts'
import { presentAbsence } from './present.ts'
import { findAbsence, lockAbsence } from './queries.ts'
import { settle } from './settling.ts'

/** Who had signed up and did not come: recorded by the clock, appealed against by students, answered by the school. */
export const absenceRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listAbsences,
    handler: (request) => {
      const { db, acting } = reading(services, request)
      return listAbsences(db, request.params.school, request.query, acting.at)
    },
  })

  app.route({
    ...contract.getAbsence,
    handler: async (request) => {
      const read = reading(services, request)
      return presentAbsence(read, await findAbsence(read.db, request.params, read.person))
    },
  })

  for (const action of Object.keys(contract.absenceActs) as (keyof typeof contract.absenceActs)[])
    app.route({
      ...contract.absenceActs[action],
      handler: (request) =>
        doing(services, request, async (of) => {
          const before = await lockAbsence(of.tx, request.params, of.person)
          const outcome = actOnAbsence(before, { ...request.body, action }, of.acting)
          await settle({ ...of, at: of.acting.at }, outcome)
          return presentAbsence(readingIn(of), { ...before, ...outcome.changes[0]!.after })
        }),
    })
}
