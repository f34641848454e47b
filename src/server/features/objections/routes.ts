import * as contract from '../../../contracts/objections.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { act, raise } from './acts.ts'
import { listObjections } from './lists.ts'
import { presentObjection } from './present.ts'
import { findObjection } from './queries.ts'

/** 去向异议: graduates object to what would be reported of them; the school answers, and no college reads it. */
export const objectionRoutes: Slice = (app, services) => {
  app.route({
    ...contract.raiseObjection,
    handler: (request) =>
      doing(services, request, async (of) => {
        const student = { school: request.params.school, id: of.person.studentId! }
        return presentObjection(readingIn(of), await raise(of, student, request.body))
      }),
  })

  app.route({
    ...contract.listMyObjections,
    handler: (request) => {
      const { db, person, acting } = reading(services, request)
      const { school } = request.params
      return listObjections(db, school, { ...request.query, studentId: person.studentId! }, acting.at)
    },
  })

  app.route({
    ...contract.listObjections,
    handler: (request) => {
      const { db, acting } = reading(services, request)
      return listObjections(db, request.params.school, request.query, acting.at)
    },
  })

  app.route({
    ...contract.getObjection,
    handler: async (request) => {
      const read = reading(services, request)
      return presentObjection(read, await findObjection(read.db, request.params, read.person))
    },
  })

  for (const action of Object.keys(contract.objectionActs) as (keyof typeof contract.objectionActs)[])
    app.route({
      ...contract.objectionActs[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          presentObjection(readingIn(of), await act(of, request.params, { ...request.body, action })),
        ),
    })
}
