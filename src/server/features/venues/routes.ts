import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/venues.ts'
import type { Db } from '../../db/database.ts'
import { type Doing, doing } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { add, change, reopen, retire } from './acts.ts'
import { listBookings } from './bookings.ts'
import { listVenues } from './queries.ts'

const show = async (db: Db, school: string) => ({
  items: (await listVenues(db, school)).map((of) => ({
    ...of,
    hours: [...of.hours],
    retiredAt: of.retiredAt?.toISOString() ?? null,
  })),
})

/** 场地: kept by the school's administrators, given to events by whoever decides on them. */
export const venueRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listVenues,
    handler: ({ params: { school } }) => show(services.db, school),
  })

  app.route({
    ...contract.listBookings,
    handler: async ({ params: { school }, query: { day } }) => ({
      items: (await listBookings(services.db, school, day)).map(({ heldFrom, startsAt, endsAt, ...of }) => ({
        ...of,
        heldFrom: heldFrom.toISOString(),
        startsAt: startsAt.toISOString(),
        endsAt: endsAt.toISOString(),
      })),
    }),
  })

  /** One act, answered with all venues as they are then. */
  const acting = async (request: FastifyRequest, school: string, carryOut: (of: Doing) => Promise<void>) =>
    doing(services, request, async (of) => {
      await carryOut(of)
      return show(of.tx, school)
    })
  app.route({
    ...contract.addVenue,
    handler: (request) =>
      acting(request, request.params.school, (of) => add(of, request.params.school, request.body)),
  })
  app.route({
    ...contract.venueActs.change,
    handler: (request) =>
      acting(request, request.params.school, (of) => change(of, request.params, request.body)),
  })
  for (const [action, act] of [
    ['retire', retire],
    ['reopen', reopen],
  ] as const)
    app.route({
      ...contract.venueActs[action],
      handler: (request) =>
        acting(request, request.params.school, (of) => act(of, request.params, request.body)),
    })
}
