import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/own-messages.ts'
import { maskPhone } from '../../../domain/identifiers.ts'
import { CHANNELS, type Channel } from '../../../domain/message/channel.ts'
import { Refusal, RefusedFields } from '../../../domain/refusal.ts'
import type { Db } from '../../db/database.ts'
import { type Doing, doing } from '../../http/doing.ts'
import { personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse, tryOwn } from '../accounts/attempts.ts'
import { recordOnStudent } from '../students/acts.ts'
import { findPhone } from '../students/queries.ts'
import { listChannels } from './channels.ts'
import { allow, listConsents, stop } from './consents.ts'
import { askCode, type CodeOwner, endCodes, findCode, findLastCode, isCode } from './phone-codes.ts'

type Asking = FastifyRequest<{ Params: { school: string } }>

/** By which ways a student lets the school tell of what stands in the inbox: allowed one by one, stopped at any time. */
export const ownMessageRoutes: Slice = (app, services) => {
  const { db, now, jobs, secrets } = services

  const ownerOf = (request: Asking): CodeOwner => {
    const { userId, studentId } = personOf(request)
    return { school: request.params.school, userId, studentId: studentId! }
  }
  const shown = async (of: Db, owner: CodeOwner, at: Date) => {
    const offered = await listChannels(of, owner.school)
    const consents = await listConsents(of, owner)
    const phone = await findPhone(of, { school: owner.school, id: owner.studentId }, secrets)
    return {
      channels: CHANNELS.map((channel) => {
        const consent = consents.find((one) => one.channel === channel)
        return {
          channel,
          isOffered: offered.some((one) => one.channel === channel && one.enabled),
          allowedSince: consent?.since.toISOString() ?? null,
          stands: consent?.stands ?? true,
        }
      }),
      mobile: phone === null ? '' : maskPhone(phone),
      code: await findLastCode(of, owner, at),
    }
  }
  const refuseUnlessOffered = async (school: string, channel: Channel) => {
    const offered = await listChannels(db, school)
    if (!offered.some((one) => one.channel === channel && one.enabled))
      throw new Refusal('channel-not-offered')
  }
  const journal = (
    { tx, actor, acting: { at } }: Doing,
    { school, studentId: id }: CodeOwner,
    data: {
      action: 'student.allow-messages' | 'student.stop-messages'
      channel: Channel
    },
  ) =>
    recordOnStudent(tx, { school, id }, { action: data.action, at, actor, data: { channel: data.channel } })

  /** The number that the digits confirm. Counted before they are compared, so that nobody finds them by trying. */
  const confirmed = async (owner: CodeOwner, digits: string) => {
    const at = now()
    const code = await findCode(db, owner, at)
    const isRight = async () => code !== null && isCode(secrets, code.id, digits.trim())
    const right = await tryOwn(services, `phone-code:${owner.userId}`, at, isRight)
    if (!right || !code) throw new RefusedFields('phone-code-wrong', ['digits'])
    return code.phoneCipher
  }

  app.route({
    ...contract.getOwnChannels,
    handler: (request) => shown(db, ownerOf(request), now()),
  })

  app.route({
    ...contract.askPhoneCode,
    handler: async (request) => {
      const owner = ownerOf(request)
      await refuseUnlessOffered(owner.school, 'sms')
      await countUse(services, 'codes', owner.userId, now())
      return doing(services, request, async ({ tx, acting: { at } }) => {
        await askCode(tx, jobs, owner, at)
        return shown(tx, owner, at)
      })
    },
  })

  app.route({
    ...contract.allowMessages,
    handler: async (request) => {
      const owner = ownerOf(request)
      const { channel, digits } = request.body
      await refuseUnlessOffered(owner.school, channel)
      const phoneCipher = channel === 'sms' ? await confirmed(owner, digits) : null
      return doing(services, request, async (of) => {
        const { at } = of.acting
        await allow(of.tx, owner, channel, { phoneCipher, at })
        if (phoneCipher) await endCodes(of.tx, owner.school, owner.userId)
        await journal(of, owner, { action: 'student.allow-messages', channel })
        return shown(of.tx, owner, at)
      })
    },
  })

  app.route({
    ...contract.stopMessages,
    handler: (request) =>
      doing(services, request, async (of) => {
        const owner = ownerOf(request)
        const { channel } = request.body
        if (await stop(of.tx, owner, channel))
          await journal(of, owner, { action: 'student.stop-messages', channel })
        return shown(of.tx, owner, of.acting.at)
      }),
  })
}
