import type { FastifyReply, FastifyRequest } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { registerEmployer } from '../../../contracts/employer-records.ts'
import { originOf } from '../../../domain/network.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { inTransaction } from '../../db/database.ts'
import { record } from '../../db/journal.ts'
import type { Services } from '../../services/services.ts'
import { countUse } from '../accounts/attempts.ts'
import { hashFirst, userAgentOf } from '../accounts/entering.ts'
import { addUsers, isLoginFree, saveLanguage } from '../accounts/queries.ts'
import { askConfirmation } from '../notifications/addresses.ts'
import { employerLine } from './journal.ts'
import { addRegistered, findEmployerByCode, refuseUnknownCodes, saveOwner } from './queries.ts'

type Registration = z.output<typeof registerEmployer.schema.body>

/**
 * An employer by its credit code, with its first member, who owns it; the account's id. Refuses `employer-registered`
 * without a word on who it was, and whatever else is sent with it: no password is tried here.
 */
export async function register(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { creditCode, memberName, login, password, language, ...facts }: Registration,
): Promise<string> {
  const { db, jobs, now } = services
  const at = now()
  await countUse(services, 'arrivals', originOf(request.ip).network, at)
  await countUse(services, 'registrations', creditCode, at)
  if (await findEmployerByCode(db, creditCode))
    throw new Refusal('employer-registered', { field: 'creditCode' })
  await refuseUnknownCodes(db, facts, null, at)
  if (!(await isLoginFree(db, login))) throw new Refusal('login-taken', { field: 'login' })
  const passwordHash = await hashFirst(services, request, reply, { name: memberName, login, password })
  const employerId = uuidv7()
  return inTransaction(db, async (tx) => {
    await addRegistered(tx, { id: employerId, creditCode, facts }, at)
    const owner = { portal: 'employer', employerId, employerRole: 'owner', name: memberName } as const
    const [userId = ''] = await addUsers(tx, [{ ...owner, login, passwordHash }])
    await saveLanguage(tx, userId, language)
    await saveOwner(tx, employerId, userId)
    // Mail goes to people, each of whom confirms their own: the owner is asked whether this one is.
    await askConfirmation(tx, jobs, userId, { email: facts.contactEmail, at })
    await record(tx, [
      employerLine(employerId, 'employer.register', {
        at,
        actor: {
          id: userId,
          name: memberName,
          role: 'employer',
          ip: request.ip,
          userAgent: userAgentOf(request),
        },
        data: { creditCode, ...facts },
      }),
    ])
    return userId
  })
}
