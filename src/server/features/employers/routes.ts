import { employerWorkbench } from '../../../contracts/students.ts'
import { addDays, dayInChina } from '../../../domain/day.ts'
import type { App } from '../../http/app.ts'
import { personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { countForEmployer, listSchoolsOf } from './queries.ts'

export function employerRoutes(app: App, { db, now }: Services) {
  app.route({
    ...employerWorkbench,
    handler: async (request) => {
      const employerId = personOf(request).employer!.id
      const today = dayInChina(now())
      const [counts, schools] = await Promise.all([
        countForEmployer(db, employerId, { today, soon: addDays(today, 1) }),
        listSchoolsOf(db, employerId),
      ])
      return { ...counts, schools }
    },
  })
}
