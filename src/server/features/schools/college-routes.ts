import * as contract from '../../../contracts/schools.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import { doing } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import * as schools from './queries.ts'

const lineOf = (
  school: string,
  actor: Actor,
  at: Date,
  told: Pick<Line, 'action' | 'from' | 'to' | 'data'>,
): Line => ({
  school,
  subject: `school:${school}`,
  at,
  actor: { ...actor, role: 'administrator' },
  reason: null,
  ...told,
})

export const collegeRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listColleges,
    handler: async ({ params }) => ({ items: await schools.listColleges(services.db, params.school, null) }),
  })

  app.route({
    ...contract.addCollege,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { school } = request.params
        const { id, name } = request.body
        await schools.addCollege(tx, school, { id, name })
        const told = { action: 'school.add-college', from: null, to: null, data: { college: id, name } }
        await record(tx, [lineOf(school, actor, at, told)])
        return { items: await schools.listColleges(tx, school, null) }
      }),
  })

  app.route({
    ...contract.renameCollege,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { school, college } = request.params
        const { name, seenName } = request.body
        await schools.renameCollege(tx, school, college, { name, seenName })
        const data = { college, name, nameBefore: seenName }
        await record(tx, [
          lineOf(school, actor, at, { action: 'school.rename-college', from: null, to: null, data }),
        ])
        return { items: await schools.listColleges(tx, school, null) }
      }),
  })
}
