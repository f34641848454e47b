import { sql } from 'kysely'
import * as contract from '../../../contracts/desk.ts'
import { dayInChina } from '../../../domain/day.ts'
import { levelOf, reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import * as agreements from '../agreements/lists.ts'
import * as dissolutions from '../dissolutions/lists.ts'
import { countWaiting } from './queue.ts'

export const reviewRoutes: Slice = (app, services) => {
  app.route({
    ...contract.getDesk,
    handler: async (request) => {
      const read = reading(services, request)
      const { school } = request.params
      const { at } = read.acting
      // Whoever may call is a member of staff, and each has a level.
      const level = levelOf(read.person)!
      const [ofAgreements, ofDissolutions, ofDestinations, dueToday, ofAdmissions] = await Promise.all([
        countWaiting(read, 'agreements', school, agreements.waitsFor(level, 'c', at)),
        countWaiting(read, 'dissolutions', school, dissolutions.waitsFor(level, 'c', at)),
        countWaiting(read, 'destinations', school, sql<boolean>`c.waiting_for = ${level}`),
        countWaiting(read, 'dissolutions', school, dissolutions.answerDueOn(dayInChina(at), 'c')),
        level === 'school'
          ? countWaiting(read, 'admissions', school, sql<boolean>`c.waiting_for = ${level}`)
          : null,
      ])
      return {
        agreements: ofAgreements,
        dissolutions: { ...ofDissolutions, answersDueToday: dueToday.waiting },
        destinations: ofDestinations,
        admissions: ofAdmissions,
      }
    },
  })
}
