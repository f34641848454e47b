import type { MyTalk, OpenTalk } from '../../../contracts/talk-visits.ts'
import * as contract from '../../../contracts/talk-visits.ts'
import type { Key } from '../../db/key.ts'
import { markFrom, markText } from '../../db/mark.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { listVisitors } from './arrivals.ts'
import { findTalkOf, listTalksOf, type VisitedTalk } from './open.ts'
import { findTalk } from './queries.ts'
import { countAttendance, findVisit } from './sign-ups.ts'
import { shownPlaced } from './venues-of.ts'
import { arrive, leave, signUp } from './visiting.ts'

const A_PAGE = 20

const rowOf = (of: VisitedTalk): OpenTalk => ({
  id: of.id,
  shortId: of.shortId,
  title: of.content.title,
  employer: of.employer,
  employerId: of.employerId,
  placed: shownPlaced(of, of.venue),
  signedUp: of.signedUp,
  isOff: of.isOff,
  isMine: of.isMine,
  cameAt: of.cameAt?.toISOString() ?? null,
})

async function present({ db, person, acting: { at } }: Reading, key: Key): Promise<MyTalk> {
  const student = person.studentId!
  const [of, { ticket }] = [
    await findTalkOf(db, key, student),
    await findVisit(db, { school: key.school, talk: key.id, student }),
  ]
  return {
    ...rowOf(of),
    description: of.content.description,
    ticket,
    reason: of.isOff ? of.reason : null,
    isOpen: !of.isOff && of.startsAt > at,
    serverTime: at.toISOString(),
  }
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
        await signUp(of, request.params)
        return present(readingIn(of), request.params)
      }),
  })

  app.route({
    ...contract.leaveTalk,
    handler: (request) =>
      doing(services, request, async (of) => {
        await leave(of, request.params)
        return present(readingIn(of), request.params)
      }),
  })

  app.route({
    ...contract.countArrivals,
    handler: (request) =>
      doing(services, request, async (of) => ({
        items: await arrive(of, request.params, request.body.scans),
        counts: await countAttendance(of.tx, request.params),
      })),
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
