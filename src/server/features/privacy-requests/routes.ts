import * as contract from '../../../contracts/privacy-requests.ts'
import { reasonsAgainstAsking } from '../../../domain/privacy-request/acts.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { act, ask } from './acts.ts'
import { listRequests } from './lists.ts'
import { presentRequest } from './present.ts'
import { findAsking, findRequest } from './queries.ts'

export const privacyRequestRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listMyRequests,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { school } = request.params
      const studentId = person.studentId!
      const [page, facts] = await Promise.all([
        listRequests(db, school, { ...request.query, studentId }, acting.at),
        findAsking(db, school, studentId),
      ])
      return { ...page, reasons: reasonsAgainstAsking(facts, acting.at) }
    },
  })

  app.route({
    ...contract.askPrivacyRequest,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { requestKind: kind, reason } = request.body
        return presentRequest(readingIn(of), await ask(of, request.params.school, { kind, reason }))
      }),
  })

  app.route({
    ...contract.listPrivacyRequests,
    handler: (request) => {
      const { db, acting } = reading(services, request)
      return listRequests(db, request.params.school, request.query, acting.at)
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
