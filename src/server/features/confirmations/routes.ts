import * as contract from '../../../contracts/confirmations.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { confirm, remind, setPeriod } from './acts.ts'
import { presentMine } from './present.ts'
import { findProgress, listConfirmations } from './progress.ts'

/** 本人核验: graduates confirm what is reported of them; the school asks them to and sees how far it has come. */
export const confirmationRoutes: Slice = (app, services) => {
  const { db, now } = services

  app.route({
    ...contract.getMyConfirmation,
    handler: (request) =>
      presentMine(db, { school: request.params.school, id: personOf(request).studentId! }, now()),
  })

  app.route({
    ...contract.confirmDestination,
    handler: (request) =>
      doing(services, request, async (of) => {
        const student = { school: request.params.school, id: of.person.studentId! }
        await confirm(of, student, request.body.seenHash)
        return presentMine(of.tx, student, of.acting.at)
      }),
  })

  app.route({
    ...contract.getConfirmationProgress,
    handler: ({ params: { school }, query: { year } }) => findProgress(db, school, year, now()),
  })

  app.route({
    ...contract.listConfirmations,
    handler: ({ params: { school }, query }) => listConfirmations(db, school, query, now()),
  })

  app.route({
    ...contract.saveConfirmationPeriod,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const { year, seenVersion, periodText: words, opensOn, closesOn } = request.body
        await setPeriod(of, school, { graduationYear: year, opensOn, closesOn, words, version: seenVersion })
        return findProgress(of.tx, school, year, of.acting.at)
      }),
  })

  app.route({
    ...contract.remindOfConfirmation,
    handler: (request) =>
      doing(services, request, async (of) => {
        await remind(of, request.params.school, request.body.year)
        return { done: true as const }
      }),
  })
}
