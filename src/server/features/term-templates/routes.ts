import type { z } from 'zod'
import * as contract from '../../../contracts/term-templates.ts'
import { codesIn, faultsOfTemplate, MOST_TEMPLATES } from '../../../domain/term-template.ts'
import { refusalText } from '../../../words/refusals.ts'
import { doing, reading } from '../../http/doing.ts'
import { languageOf } from '../../http/problems.ts'
import type { Slice } from '../../http/slice.ts'
import { listNotOffered } from '../codes/offered.ts'
import { remove, rename, replace, save } from './acts.ts'
import { listTemplates } from './queries.ts'

/** The terms that an employer keeps under names; every member of it may use and change them. */
export const termTemplateRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listTermTemplates,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const found = await listTemplates(db, person.employer!.id)
      const language = languageOf(request)
      const used = found.flatMap(({ terms }) => codesIn(terms))
      const asked = used.map(({ table: kind, code }) => ({ field: '', kind, code }))
      const gone = await listNotOffered(db, asked, acting.at)
      const isGone = new Set(gone.map(({ kind, code }) => `${kind}/${code}`))
      const items = found.map(
        ({ savedAt, terms, ...one }): z.input<typeof contract.termTemplate> => ({
          ...one,
          terms,
          savedAt: savedAt.toISOString(),
          faults: faultsOfTemplate(
            terms,
            ({ table, code }) => !isGone.has(`${table}/${code}`),
            acting.at,
          ).map(({ field, code, details }) => ({ field, said: refusalText(code, language, details) })),
        }),
      )
      return { items, most: MOST_TEMPLATES }
    },
  })

  app.route({
    ...contract.saveTermTemplate,
    handler: (request) => doing(services, request, (of) => save(of, request.body)),
  })

  app.route({
    ...contract.replaceTermTemplate,
    handler: (request) =>
      doing(services, request, async (of) => {
        await replace(of, request.params.id, request.body)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.renameTermTemplate,
    handler: (request) =>
      doing(services, request, async (of) => {
        await rename(of, request.params.id, request.body.name)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.removeTermTemplate,
    handler: (request) =>
      doing(services, request, async (of) => {
        await remove(of, request.params.id)
        return { done: true as const }
      }),
  })
}
