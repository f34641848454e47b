import * as contract from '../../../contracts/retention.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { doing } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { lockSchool } from '../schools/queries.ts'
import { recordOnSchool } from '../schools/record-on-school.ts'
import { countToGo } from './letting-go.ts'
import { findRules, saveRules } from './queries.ts'

export const retentionRoutes: Slice = (app, services) => {
  const { db, now } = services

  app.route({ ...contract.getRetention, handler: ({ params }) => findRules(db, params.school) })

  app.route({
    ...contract.tryRetention,
    handler: ({ params, body }) => countToGo(db, params.school, body.rules, now()),
  })

  app.route({
    ...contract.saveRetention,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { school } = request.params
        const { rules, seenRules } = request.body
        await lockSchool(tx, school)
        const before = await findRules(tx, school)
        if (before.version !== seenRules) throw new Refusal('content-changed', { version: before.version })
        const version = before.version + 1
        await saveRules(tx, school, rules, version)
        await recordOnSchool({ tx, actor, at }, school, 'school.save-retention', {
          before: JSON.stringify(before.rules),
          after: JSON.stringify(rules),
        })
        return { rules, version }
      }),
  })
}
