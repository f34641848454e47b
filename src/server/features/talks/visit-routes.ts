import type { MyTalk, OpenTalk } from '../../../contracts/talk-visits.ts'
import * as contract from '../../../contracts/talk-visits.ts'
import type { Key } from '../../db/key.ts'
import { markFrom, markText } from '../../db/mark.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { listVisitors } from '../visits/arrivals.ts'
import { findOwnVisit } from '../visits/own-visit.ts'
import { countAttendance, type EventKey } from '../visits/sign-ups.ts'
import { arrive, leave, signUp } from '../visits/visiting.ts'
import { findTalkOf, listTalksOf, type VisitedTalk } from './open.ts'
import { findTalk, heldOf, lockTalkToVisit } from './queries.ts'
import { shownPlaced } from './venues-of.ts'

const A_PAGE = 20

const eventOf = (key: Key): EventKey => ({ ...key, kind: 'talk' })

const rowOf = (of: VisitedTalk): OpenTalk => ({
  id: of.id,
  shortId: of.shortId,
  title: of.content.title,
  employer: of.employer,
  employerId: of.employerId,
  placed: shownPlaced(of, of.venue),
  signedUp: of.signedUp,
  isOff: of.isOff,
  isPaused: of.isPaused,
  isMine: of.isMine,
  cameAt: of.cameAt?.toISOString() ?? null,
})

async function present(read: Reading, key: Key): Promise<MyTalk> {
  const of = await findTalkOf(read.db, key, read.person.studentId!, read.acting.at)
  const own = await findOwnVisit(read, eventOf(key), of)
  return { ...rowOf(of), description: of.content.description, ...own }
}

/** Talks as students read them, and the door at which they are counted. */
export const talkVisitRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listMyTalks,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { talks, after } = request.query
      const student = { school: request.params.school, id: person.studentId! }
      const filter = { talks, after: markFrom(after), most: A_PAGE }
      const { page, next } = await listTalksOf(db, student, filter, acting.at)
      return { items: page.map(rowOf), next: next && markText(next) }
    },
  })

  app.route({
    ...contract.getMyTalk,
    handler: (request) => present(reading(services, request), request.params),
  })

  app.route({
    ...contract.signUp,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { params } = request
        await signUp(of, eventOf(params), heldOf(await lockTalkToVisit(of.tx, params)))
        return present(readingIn(of), request.params)
      }),
  })

  app.route({
    ...contract.leaveTalk,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { params } = request
        await leave(of, eventOf(params), heldOf(await lockTalkToVisit(of.tx, params)))
        return present(readingIn(of), request.params)
      }),
  })

  app.route({
    ...contract.countArrivals,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { params, body } = request
        const held = heldOf(await findTalk(of.tx, params, of.person))
        return {
          items: await arrive(of, eventOf(params), held, body.scans),
          counts: await countAttendance(of.tx, params),
        }
      }),
  })

  app.route({
    ...contract.listVisitors,
    handler: async (request) => {
      const { db, person } = reading(services, request)
      await findTalk(db, request.params, person)
      const [page, counts] = await Promise.all([
        listVisitors(db, request.params, request.query),
        countAttendance(db, request.params),
      ])
      return { ...page, counts }
    },
  })
}
