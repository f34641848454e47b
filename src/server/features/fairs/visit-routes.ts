import type { MyFair, OpenFair } from '../../../contracts/fair-visits.ts'
import * as contract from '../../../contracts/fair-visits.ts'
import { fairPhase } from '../../../domain/fair/life.ts'
import type { Key } from '../../db/key.ts'
import { markFrom, markText } from '../../db/mark.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { listVisitors } from '../visits/arrivals.ts'
import { findOwnVisit } from '../visits/own-visit.ts'
import { countAttendance, type EventKey } from '../visits/sign-ups.ts'
import { arrive, leave, signUp } from '../visits/visiting.ts'
import { listStands } from './entries.ts'
import { findFairOf, listFairsOf, type VisitedFair } from './open.ts'
import { shownContent } from './present.ts'
import { findFair, heldOf, lockFairToVisit } from './queries.ts'

const A_PAGE = 20

const eventOf = (key: Key): EventKey => ({ ...key, kind: 'fair' })
const rowOf = (of: VisitedFair, at: Date): OpenFair => ({
  id: of.id,
  shortId: of.shortId,
  title: of.content.title,
  phase: fairPhase(of, at),
  placed: of.placed,
  places: of.content.places,
  admitted: of.admitted,
  signedUp: of.signedUp,
  isOff: of.isOff,
  isMine: of.isMine,
  cameAt: of.cameAt?.toISOString() ?? null,
})

async function present(read: Reading, key: Key): Promise<MyFair> {
  const [of, stands] = await Promise.all([
    findFairOf(read.db, key, read.person.studentId!),
    listStands(read.db, key, read.acting.at),
  ])
  const { description, plan } = shownContent(of.content)
  return {
    ...rowOf(of, read.acting.at),
    ...(await findOwnVisit(read, eventOf(key), of)),
    description,
    plan,
    stands: stands.map(({ booth, employer, employerId }) => ({ booth, employer, employerId })),
  }
}

/** Fairs as students read them, and the door at which they are counted. */
export const fairVisitRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listMyFairs,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { fairs, after } = request.query
      const student = { school: request.params.school, id: person.studentId! }
      const { page, next } = await listFairsOf(
        db,
        student,
        { fairs, after: markFrom(after), most: A_PAGE },
        acting.at,
      )
      return { items: page.map((of) => rowOf(of, acting.at)), next: next && markText(next) }
    },
  })

  app.route({
    ...contract.getMyFair,
    handler: (request) => present(reading(services, request), request.params),
  })

  app.route({
    ...contract.signUpForFair,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { params } = request
        await signUp(of, eventOf(params), heldOf(await lockFairToVisit(of.tx, params)))
        return present(readingIn(of), params)
      }),
  })

  app.route({
    ...contract.leaveFair,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { params } = request
        await leave(of, eventOf(params), heldOf(await lockFairToVisit(of.tx, params)))
        return present(readingIn(of), params)
      }),
  })

  app.route({
    ...contract.countFairArrivals,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { params, body } = request
        const held = heldOf(await findFair(of.tx, params, of.person))
        return {
          items: await arrive(of, eventOf(params), held, body.scans),
          counts: await countAttendance(of.tx, params),
        }
      }),
  })

  app.route({
    ...contract.listFairVisitors,
    handler: async (request) => {
      const { db, person } = reading(services, request)
      await findFair(db, request.params, person)
      const [page, counts] = await Promise.all([
        listVisitors(db, request.params, request.query),
        countAttendance(db, request.params),
      ])
      return { ...page, counts }
    },
  })
}
