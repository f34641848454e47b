import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/roster.ts'
import { documentsMeant } from '../../../domain/identity-document.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { listColleges } from '../schools/queries.ts'
import * as roster from './roster-list.ts'
import * as views from './roster-view.ts'

type AtSchool = FastifyRequest<{ Params: { school: string } }>
export const rosterScopeOf = (request: AtSchool): roster.RosterScope => ({
  school: request.params.school,
  college: personOf(request).collegeId,
})

/** 生源库 as staff read it: the list, and how each of them has set it up. */
export const rosterRoutes: Slice = (app, services) => {
  const { db, secrets, now } = services
  const ownerOf = (request: AtSchool): views.Owner => ({
    school: request.params.school,
    userId: personOf(request).userId,
  })

  app.route({
    ...contract.listStudents,
    handler: async (request) => {
      const scope = rosterScopeOf(request)
      const [page, colleges] = await Promise.all([
        roster.listStudents(db, scope, request.query, now()),
        listColleges(db, scope.school, scope.college),
      ])
      return { ...page, colleges }
    },
  })

  app.route({
    ...contract.listRosterChoices,
    handler: (request) => roster.listRosterChoices(db, rosterScopeOf(request)),
  })

  app.route({
    ...contract.findByDocument,
    handler: async (request) => {
      const scope = rosterScopeOf(request)
      const meant = documentsMeant(request.body.documentNumber)
      if (meant.length === 0) throw new Refusal('no-document-number', { field: 'documentNumber' })
      await countUse({ db, secrets }, 'search', `document:${personOf(request).userId}`, now())
      const indexes = meant.flatMap(({ type, lookUp }) =>
        secrets.blindIndexes(lookUp).map((index) => ({ type, index })),
      )
      const ids = await roster.findByIndexes(db, scope, indexes)
      return { items: await roster.listByIds(db, scope.school, ids, now()) }
    },
  })

  app.route({
    ...contract.getRosterView,
    handler: (request) => views.findRosterView(db, ownerOf(request)),
  })

  app.route({
    ...contract.saveRosterColumns,
    handler: (request) =>
      doing(services, request, async ({ tx }) => {
        await views.saveColumns(tx, ownerOf(request), request.body.columns)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.saveRosterFilter,
    handler: (request) =>
      doing(services, request, async ({ tx }) => {
        await views.saveFilter(tx, ownerOf(request), request.body)
        return views.findRosterView(tx, ownerOf(request))
      }),
  })

  app.route({
    ...contract.forgetRosterFilter,
    handler: (request) =>
      doing(services, request, async ({ tx }) => {
        await views.forgetFilter(tx, ownerOf(request), request.body.name)
        return views.findRosterView(tx, ownerOf(request))
      }),
  })
}
