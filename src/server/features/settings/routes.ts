import * as contract from '../../../contracts/schools.ts'
import * as settings from '../../../contracts/settings.ts'
import { mayChangeSettings, SETTINGS_CHANGED_BY } from '../../../domain/settings.ts'
import { doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { findSettings } from '../schools/queries.ts'
import { changeSettings } from './acts.ts'
import { listChanges, listSections } from './history.ts'

export const settingsRoutes: Slice = (app, services) => {
  const { db } = services

  app.route({ ...contract.getSettings, handler: ({ params }) => findSettings(db, params.school) })

  app.route({
    ...settings.listSettingSections,
    handler: async (request) => ({
      mayChange: mayChangeSettings(personOf(request).staffRole),
      changedBy: [...SETTINGS_CHANGED_BY],
      items: await listSections(db, request.params.school),
    }),
  })

  app.route({
    ...settings.listSettingChanges,
    handler: ({ params, query }) => listChanges(db, params.school, query),
  })

  app.route({
    ...contract.saveSettings,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        await changeSettings(of, school, request.body)
        return findSettings(of.tx, school)
      }),
  })
}
