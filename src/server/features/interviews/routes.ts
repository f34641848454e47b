import { create as contentDisposition } from 'content-disposition'
import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/interviews.ts'
import { dayInChina } from '../../../domain/day.ts'
import type { Key } from '../../db/key.ts'
import { markFrom, markText } from '../../db/mark.ts'
import { type Doing, doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { answer, cancel, change, pick, proposeTogether, relocate } from './acts.ts'
import { calendarOfInterview } from './calendar.ts'
import { countAsked, listFixedOf, listOfStudent, listWaitingOf } from './lists.ts'
import { presentInterviews } from './present.ts'
import { proposalIn } from './proposal.ts'
import { findInterview } from './queries.ts'

const A_PAGE = 20

/** 面试: times that employers give to applicants, and what becomes of them. */
export const interviewRoutes: Slice = (app, services) => {
  /** One act on an interview that is there, answered with how it stands then. */
  const acting = (request: FastifyRequest, key: Key, carryOut: (of: Doing) => Promise<unknown>) =>
    doing(services, request, async (of) => {
      await carryOut(of)
      const [shown] = await presentInterviews(readingIn(of), [await findInterview(of.tx, key, of.person)])
      return shown!
    })

  app.route({
    ...contract.proposeInterviews,
    handler: (request) =>
      doing(services, request, (of) =>
        proposeTogether(of, request, request.params.school, request.body.items, proposalIn(request.body)),
      ),
  })

  const acts = contract.interviewActs
  app.route({
    ...acts.pick,
    handler: (request) => acting(request, request.params, (of) => pick(of, request.params, request.body)),
  })
  for (const action of ['ask', 'decline'] as const)
    app.route({
      ...acts[action],
      handler: (request) =>
        acting(request, request.params, (of) => answer(of, request.params, action, request.body)),
    })
  app.route({
    ...acts.cancel,
    handler: (request) => acting(request, request.params, (of) => cancel(of, request.params, request.body)),
  })
  app.route({
    ...acts.change,
    handler: (request) =>
      acting(request, request.params, (of) => {
        const { seenVersion, reason } = request.body
        return change(of, request.params, { seenVersion, reason, ...proposalIn(request.body) })
      }),
  })
  app.route({
    ...acts.relocate,
    handler: (request) =>
      acting(request, request.params, (of) => {
        const { seenVersion, reason, manner, place, note } = request.body
        return relocate(of, request.params, { seenVersion, reason, meeting: { manner, place, note } })
      }),
  })

  app.route({
    ...contract.listMyInterviews,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const student = { school: request.params.school, id: person.studentId! }
      const shown = { after: markFrom(request.query.after), most: A_PAGE, at: acting.at }
      const { items, next } = await listOfStudent(db, student, shown)
      return { items, next: next && markText(next) }
    },
  })

  app.route({
    ...contract.listInterviews,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { which, after, from = dayInChina(acting.at) } = request.query
      const employerId = person.employer!.id
      const shown = { after: markFrom(after), most: A_PAGE, at: acting.at }
      const [{ items, next }, asked] = await Promise.all([
        which === 'fixed'
          ? listFixedOf(db, employerId, from, shown)
          : listWaitingOf(db, employerId, which, shown),
        countAsked(db, employerId),
      ])
      return { items, next: next && markText(next), from, asked }
    },
  })

  app.route({
    ...contract.interviewCalendar,
    handler: async (request, reply) => {
      const { db, person } = reading(services, request)
      const { name, text } = calendarOfInterview(
        await findInterview(db, request.params, person),
        request.query.language,
        services.baseUrl,
      )
      return reply
        .type('text/calendar; charset=utf-8')
        .header('content-disposition', contentDisposition(name))
        .send(text)
    },
  })
}
