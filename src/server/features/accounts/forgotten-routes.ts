import * as contract from '../../../contracts/forgotten.ts'
import { accountName } from '../../../domain/login.ts'
import { originOf } from '../../../domain/network.ts'
import { isOfSchool } from '../../../domain/portal.ts'
import { inTransaction } from '../../db/database.ts'
import type { Slice } from '../../http/slice.ts'
import { countUses } from './attempts.ts'
import { userAgentOf } from './entering.ts'

/**
 * Whoever has forgotten the password. Nothing is looked up here: what was typed is passed on as it is, so that neither the
 * answer nor its time says whether there is such an account.
 */
export const forgottenRoutes: Slice = (app, services) => {
  const { db, now, jobs } = services

  app.route({
    ...contract.askForLink,
    handler: async (request) => {
      const { portal, login, ...body } = request.body
      const school = isOfSchool(portal) ? (body.school ?? '') : null
      const names = {
        forgotten: accountName(portal, school, login),
        forgetters: originOf(request.ip).network,
      }
      await countUses(services, names, now())
      const asked = { portal, school, login, ip: request.ip, userAgent: userAgentOf(request) }
      await inTransaction(db, (tx) => jobs.enqueue(tx, 'forgotten', [asked]))
      return { mails: jobs.sendsMail }
    },
  })
}
