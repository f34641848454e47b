import * as contract from '../../../contracts/venues.ts'
import type { Db } from '../../db/database.ts'
import { doing } from '../../http/doing.ts'
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

  app.route({
    ...contract.addVenue,
    handler: (request) =>
      doing(services, request, async (of) => {
        await add(of, request.params.school, request.body)
        return show(of.tx, request.params.school)
      }),
  })

  app.route({
    ...contract.venueActs.change,
    handler: (request) =>
      doing(services, request, async (of) => {
        await change(of, request.params, request.body)
        return show(of.tx, request.params.school)
      }),
  })

  app.route({
    ...contract.venueActs.retire,
    handler: (request) =>
      doing(services, request, async (of) => {
        await retire(of, request.params, request.body)
        return show(of.tx, request.params.school)
      }),
  })

  app.route({
    ...contract.venueActs.reopen,
    handler: (request) =>
      doing(services, request, async (of) => {
        await reopen(of, request.params, request.body)
        return show(of.tx, request.params.school)
      }),
  })
}
