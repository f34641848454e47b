import * as contract from '../../../contracts/checks.ts'
import { doing, levelOf, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { eachAlone } from '../reviews/each-alone.ts'
import { act, ask, setRule } from './acts.ts'
import { listChecks } from './lists.ts'
import { presentCheck, presentRules } from './present.ts'
import { findCheck } from './queries.ts'

/** 核查: rules that a school sets, what they find, and who looks into it. */
export const checkRoutes: Slice = (app, services) => {
  const { db, now } = services

  app.route({
    ...contract.listCheckRules,
    handler: ({ params: { school } }) => presentRules(db, school, now()),
  })

  app.route({
    ...contract.saveCheckRule,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const { checkRule: rule, isOn, threshold, seenVersion: version } = request.body
        await setRule(of, school, { rule, isOn, threshold, version })
        return presentRules(of.tx, school, of.acting.at)
      }),
  })

  app.route({
    ...contract.askChecks,
    handler: (request) =>
      doing(services, request, async (of) => {
        await ask(of, request.params.school)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.listChecks,
    handler: (request) => {
      const { person } = reading(services, request)
      const scope = { school: request.params.school, college: person.collegeId }
      // Whoever may call is a member of staff, and each has a level.
      return listChecks(db, scope, levelOf(person)!, request.query)
    },
  })

  app.route({
    ...contract.getCheck,
    handler: async (request) => {
      const read = reading(services, request)
      const { school, id } = request.params
      return presentCheck(read, await findCheck(db, { school, college: read.person.collegeId }, id))
    },
  })

  app.route({
    ...contract.checkActs.assign,
    handler: (request) =>
      doing(services, request, async (of) =>
        presentCheck(readingIn(of), await act(of, request.params, { ...request.body, action: 'assign' })),
      ),
  })

  for (const action of ['explain', 'close'] as const)
    app.route({
      ...contract.checkActs[action],
      handler: (request) =>
        doing(services, request, async (of) =>
          presentCheck(readingIn(of), await act(of, request.params, { ...request.body, action })),
        ),
    })

  app.route({
    ...contract.explainChecks,
    handler: (request) => {
      const { school } = request.params
      const { items, reason } = request.body
      return eachAlone(services, request, items, (of, { id, seenVersion }) =>
        act(of, { school, id }, { action: 'explain', seenVersion, reason }),
      )
    },
  })
}
