import * as contract from '../../../contracts/majors.ts'
import { doing } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { add, change } from './acts.ts'
import { listMajors, listOffered } from './queries.ts'

/** 专业: the school's own list, kept by its administrators; what a roster brings is added to it by the database. */
export const majorRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listMajors,
    handler: ({ params, query }) => listMajors(services.db, params.school, query),
  })

  app.route({
    ...contract.listOfferedMajors,
    handler: async ({ params }) => ({ items: await listOffered(services.db, params.school) }),
  })

  app.route({
    ...contract.addMajor,
    handler: (request) =>
      doing(services, request, (of) => {
        const { majorCode: code, majorName: name, ...said } = request.body
        return add(of, { ...request.params, code }, { ...said, name })
      }),
  })

  app.route({
    ...contract.changeMajor,
    handler: (request) =>
      doing(services, request, (of) => {
        const { school, majorCode: code } = request.params
        const { majorName: name, ...said } = request.body
        return change(of, { school, code }, { ...said, name })
      }),
  })
}
