import { reportDelivery } from '../../../contracts/message-reports.ts'
import { originOf } from '../../../domain/network.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { inTransaction } from '../../db/database.ts'
import { takeSigned } from '../../http/signed-body.ts'
import type { Slice } from '../../http/slice.ts'
import { isSignedBy } from '../../services/webhook.ts'
import { countUse } from '../accounts/attempts.ts'
import { listChannels } from './channels.ts'
import { saveReport } from './reports.ts'

/** What gateways tell of deliveries. */
export const messageReportRoutes: Slice = (app, services) => {
  const { db, now, jobs, secrets } = services

  takeSigned(app, (scope) =>
    scope.route({
      ...reportDelivery,
      handler: async (request) => {
        const { school } = request.params
        const at = now()
        await countUse(services, 'reports', originOf(request.ip).network, at)
        const signers = (await listChannels(db, school)).filter(({ key }) =>
          isSignedBy(secrets.open(key), request.headers, request.rawBody, at),
        )
        // The same for a school that is none, or has none of these ways: nobody learns which.
        if (signers.length === 0) throw new Refusal('signature-refused')
        const { type, data } = request.body
        const isDelivered = type === 'message.delivered'
        await inTransaction(db, async (tx) => {
          const of = { school, id: data.id }
          const reported = isDelivered
            ? ({ state: 'delivered', fault: null, said: null } as const)
            : ({ state: 'failed', fault: data.reason, said: data.said || null } as const)
          const byThese = signers.map(({ channel }) => channel)
          const userId = await saveReport(tx, of, byThese, reported)
          if (userId) jobs.hint(tx, [userId])
        })
        return { done: true as const }
      },
    }),
  )
}
