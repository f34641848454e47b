import { sql } from 'kysely'
import * as contract from '../../../contracts/desk.ts'
import { dayInChina } from '../../../domain/day.ts'
import { levelOf, reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { answerDueOn, waitsFor } from '../dissolutions/lists.ts'
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
      const waitsForMe = sql<boolean>`c.waiting_for = ${level}`
      const [agreements, dissolutions, destinations, dueToday] = await Promise.all([
        countWaiting(read, 'agreements', school, waitsForMe),
        countWaiting(read, 'dissolutions', school, waitsFor(level, 'c', at)),
        countWaiting(read, 'destinations', school, waitsForMe),
        countWaiting(read, 'dissolutions', school, answerDueOn(dayInChina(at), 'c')),
      ])
      return {
        agreements,
        dissolutions: { ...dissolutions, answersDueToday: dueToday.waiting },
        destinations,
      }
    },
  })
}
