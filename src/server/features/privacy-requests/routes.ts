import * as contract from '../../../contracts/privacy-requests.ts'
import { reasonsAgainstAsking } from '../../../domain/privacy-request/acts.ts'
import { ANSWER_WORKDAYS } from '../../../domain/privacy-request/deadline.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { act, ask } from './acts.ts'
import { answererOf, findAsking, listAnswering } from './asking.ts'
import { listOwn, listRequests } from './lists.ts'
import { presentRequest } from './present.ts'
import { findRequest } from './queries.ts'

export const privacyRequestRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listOwnRequests,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const answeredBy = answererOf(person)
      const [page, facts, schools] = await Promise.all([
        listOwn(db, person, request.query, acting.at),
        findAsking(db, person),
        listAnswering(db, person, acting.at),
      ])
      const reasons = reasonsAgainstAsking(facts, acting.at)
      return { ...page, reasons, schools, answeredBy, workdays: ANSWER_WORKDAYS }
    },
  })

  app.route({
    ...contract.askPrivacyRequest,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school, requestKind: kind, reason } = request.body
        return presentRequest(readingIn(of), await ask(of, school, { kind, reason }))
      }),
  })

  app.route({
    ...contract.listPrivacyRequests,
    handler: (request) => {
      const { db, person, acting } = reading(services, request)
      return listRequests(db, person, { ...request.query, ...request.params }, acting.at)
    },
  })

  app.route({
    ...contract.getPrivacyRequest,
    handler: async (request) => {
      const read = reading(services, request)
      return presentRequest(read, await findRequest(read.db, request.params, read.person))
    },
  })

  const { refuse, ...plain } = contract.privacyRequestActs
  for (const action of Object.keys(plain) as (keyof typeof plain)[])
    app.route({
      ...plain[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          presentRequest(readingIn(of), await act(of, request.params, { ...request.body, action })),
        ),
    })

  app.route({
    ...refuse,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { lawGround: ground, ...said } = request.body
        const command = { ...said, ground, action: 'refuse' } as const
        return presentRequest(readingIn(of), await act(of, request.params, command))
      }),
  })
}
