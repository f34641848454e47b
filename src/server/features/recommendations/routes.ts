import * as contract from '../../../contracts/recommendations.ts'
import { refuseUnlessSealed } from '../../../domain/document/sealed.ts'
import { reasonsAgainstRecommending } from '../../../domain/recommendation/acts.ts'
import type { RecommendationCase } from '../../../domain/recommendation/case.ts'
import { usualRecommendation } from '../../../domain/recommendation/sheet.ts'
import { zh } from '../../../words/recommendation-sheet.zh.ts'
import { type Doing, doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { findDocument } from '../documents/queries.ts'
import { serveDocument } from '../documents/serving.ts'
import { eachAlone } from '../reviews/each-alone.ts'
import { placeOf } from '../reviews/neighbours.ts'
import { countByStatus, queued, scopeOf } from '../reviews/queue.ts'
import { listEnrolments } from '../students/enrolment.ts'
import { printedVerification } from '../verification-codes/printed.ts'
import { type Acted, act, ask, send } from './acts.ts'
import { findSheetFacts } from './facts.ts'
import { findRecommendationNeighbours, listRecommendations } from './lists.ts'
import { presentFacts, presentRecommendation } from './present.ts'
import { findEdition, findOfStudent, findRecommendation } from './queries.ts'
import { factsOf, layoutOf } from './sheet.ts'

export const recommendationRoutes: Slice = (app, services) => {
  const { secrets } = services
  const rosterOf = ({ db }: Reading, { schoolId, studentId }: RecommendationCase) =>
    findSheetFacts(db, { school: schoolId, id: studentId }, secrets)
  const shown = (of: Doing, { after, roster }: Acted) => presentRecommendation(readingIn(of), after, roster)

  app.route({
    ...contract.getMyRecommendation,
    handler: async (request) => {
      const read = reading(services, request)
      const { school } = request.params
      const studentId = read.person.studentId!
      const [found, facts, enrolments] = await Promise.all([
        findOfStudent(read.db, school, studentId),
        findSheetFacts(read.db, { school, id: studentId }, secrets),
        listEnrolments(read.db, school, [studentId]),
      ])
      return {
        facts: presentFacts(facts),
        reasons: reasonsAgainstRecommending(enrolments.get(studentId)!.enrolment),
        recommendation: found && (await presentRecommendation(read, found, facts)),
      }
    },
  })

  app.route({
    ...contract.askRecommendation,
    handler: (request) =>
      doing(services, request, async (of) => shown(of, await ask(of, request.params.school, request.body))),
  })

  app.route({
    ...contract.listRecommendations,
    handler: (request) => {
      const read = reading(services, request)
      const { school } = request.params
      const { queue, college, ...filter } = request.query
      const asked = { ...filter, ...scopeOf(read, { queue, college }) }
      return queued(read, school, {
        page: listRecommendations(read.db, { school }, asked, read.acting.at),
        counts: countByStatus(read, 'recommendations', school),
      })
    },
  })

  app.route({
    ...contract.getRecommendationNeighbours,
    handler: (request) => {
      const read = reading(services, request)
      const { queue, college, at, ...filter } = request.query
      const asked = { ...filter, ...scopeOf(read, { queue, college }) }
      return findRecommendationNeighbours(read, placeOf(request.params, at), asked)
    },
  })

  app.route({
    ...contract.getRecommendation,
    handler: async (request) => {
      const read = reading(services, request)
      const found = await findRecommendation(read.db, request.params, read.person)
      return presentRecommendation(read, found, await rosterOf(read, found))
    },
  })

  app.route({
    ...contract.readRecommendation,
    handler: async (request, reply) => {
      const { db, person } = reading(services, request)
      const of = await findRecommendation(db, request.params, person)
      const key = { kind: 'recommendation', ...request.params } as const
      const edition = await findEdition(db, request.params)
      if (!edition) return refuseUnlessSealed((await findDocument(db, key))?.seal ?? null)
      const facts = await factsOf(db, of, edition)
      const { as = usualRecommendation(facts), download } = request.query
      return serveDocument(services, reply, {
        of: key,
        as,
        download: download === '1',
        copy: async () => layoutOf(db, facts, await printedVerification(services, key)),
        nameOf: (mark) => [zh.title, edition.number, of.snapshot.name, mark].filter(Boolean).join(' '),
      })
    },
  })

  const { renew, resubmit, ...others } = contract.recommendationActs
  const sent = { renew, resubmit }
  for (const action of Object.keys(sent) as (keyof typeof sent)[])
    app.route({
      ...sent[action],
      handler: (request) =>
        doing(services, request, async (of) => {
          const { seenVersion, ...own } = request.body
          return shown(of, await send(of, request.params, { action, seenVersion, own }))
        }),
    })
  for (const action of Object.keys(others) as (keyof typeof others)[])
    app.route({
      ...others[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          shown(of, await act(of, request.params, { ...request.body, action })),
        ),
    })

  app.route({
    ...contract.passRecommendations,
    handler: (request) => {
      const { school } = request.params
      return eachAlone(services, request, request.body.items, (of, { id, seenVersion }) =>
        act(of, { school, id }, { action: 'pass', seenVersion }),
      )
    },
  })
}
