import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/own-fields.ts'
import { mayChangeSettings, SETTINGS_CHANGED_BY } from '../../../domain/settings.ts'
import type { Db } from '../../db/database.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { saveOwnFields } from './acts.ts'
import { findLastChanges, listChanges } from './history.ts'
import { presentField } from './present.ts'
import * as own from './queries.ts'

/** Both lists, as their page shows them to this reader. */
async function presentLists(db: Db, request: FastifyRequest, school: string): Promise<contract.OwnLists> {
  // First: whoever saves what has changed since is told, and never the other way round.
  const [ofRoster, ofDestinations] = await Promise.all([
    own.findOwnVersion(db, school, 'roster'),
    own.findOwnVersion(db, school, 'destination'),
  ])
  const [filled, changed, categories, roster, destination] = await Promise.all([
    own.findFilled(db, school),
    findLastChanges(db, school),
    own.listCategories(db),
    own.findOwnFields(db, school, 'roster'),
    own.findOwnFields(db, school, 'destination'),
  ])
  const shown = {
    roster: { fields: roster, version: ofRoster },
    destination: { fields: destination, version: ofDestinations },
  }
  const listed = (list: keyof typeof shown) => ({
    version: shown[list].version,
    fields: shown[list].fields.map(presentField),
    filled: [...filled[list]],
    changed: changed[list],
  })
  return {
    mayChange: mayChangeSettings(personOf(request).staffRole),
    changedBy: [...SETTINGS_CHANGED_BY],
    roster: listed('roster'),
    destination: listed('destination'),
    categories: categories.map(({ code, name, nameEn }) => ({ code, name, nameEn })),
  }
}

export const ownFieldRoutes: Slice = (app, services) => {
  const { db } = services

  app.route({
    ...contract.listOwnFields,
    handler: (request) => presentLists(db, request, request.params.school),
  })

  app.route({
    ...contract.saveOwnFields,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        await saveOwnFields(of, school, request.body)
        return presentLists(of.tx, request, school)
      }),
  })

  app.route({
    ...contract.listOwnFieldChanges,
    handler: ({ params, query }) => listChanges(db, params.school, query),
  })
}
