import * as contract from '../../../contracts/health.ts'
import { doing } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { findHealth } from './health.ts'

/** How the platform runs, for its operators. */
export const platformHealthRoutes: Slice = (app, services) => {
  app.route({ ...contract.getHealth, handler: () => findHealth(services.db, services, services.now()) })

  app.route({
    ...contract.startCheck,
    handler: (request) =>
      doing(services, request, async ({ tx, jobs, acting: { at } }) => {
        await jobs.enqueue(tx, 'daily-check', [{}])
        return findHealth(tx, services, at)
      }),
  })
}
