import { registerEmployer } from '../../../contracts/employer-records.ts'
import { employerWorkbench, findEmployerByCreditCode } from '../../../contracts/employers.ts'
import { findEmployerDesk } from '../../cases/employer-desk.ts'
import { reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { enter } from '../accounts/entering.ts'
import { listSchoolsOf } from '../admissions/lists.ts'
import { countInForce } from '../agreements/lists.ts'
import { countWaiting } from '../applications/applicants.ts'
import { findEmployerByCode } from './queries.ts'
import { register } from './registration.ts'

export const employerRoutes: Slice = (app, services) => {
  app.route({
    ...registerEmployer,
    handler: async (request, reply) =>
      enter(services, request, reply, await register(services, request, reply, request.body)),
  })

  app.route({
    ...employerWorkbench,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const employerId = person.employer!.id
      const [{ counts, ...desk }, inForce, waiting, schools] = await Promise.all([
        findEmployerDesk(db, { employerId, at: acting.at }),
        countInForce(db, employerId),
        countWaiting(db, employerId),
        listSchoolsOf(db, employerId, acting.at),
      ])
      const agreements = { ...counts.agreements, inForce }
      return { ...desk, counts: { ...counts, ...waiting, agreements }, schools }
    },
  })

  app.route({
    ...findEmployerByCreditCode,
    handler: async ({ params }) => ({
      name: (await findEmployerByCode(services.db, params.creditCode))?.name ?? null,
    }),
  })
}
