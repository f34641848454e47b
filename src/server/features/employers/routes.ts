import {
  employerWorkbench,
  findEmployerByCreditCode,
  registerEmployer,
} from '../../../contracts/employers.ts'
import { dayInChina } from '../../../domain/day.ts'
import { countEmployerToDo } from '../../cases/to-do.ts'
import { reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { enter } from '../accounts/entering.ts'
import { listSchoolsOf } from '../admissions/lists.ts'
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
      const [counts, schools] = await Promise.all([
        countEmployerToDo(db, { employerId, today: dayInChina(acting.at) }),
        listSchoolsOf(db, employerId, acting.at),
      ])
      return { ...counts, schools }
    },
  })

  app.route({
    ...findEmployerByCreditCode,
    handler: async ({ params }) => ({
      name: (await findEmployerByCode(services.db, params.creditCode))?.name ?? null,
    }),
  })
}
