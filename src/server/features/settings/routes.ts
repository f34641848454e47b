import * as contract from '../../../contracts/schools.ts'
import { doing } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { findSettings } from '../schools/queries.ts'
import { changeSettings } from './acts.ts'

export const settingsRoutes: Slice = (app, services) => {
  const { db } = services

  app.route({ ...contract.getSettings, handler: ({ params }) => findSettings(db, params.school) })

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
