import { randomBytes } from 'node:crypto'
import * as contract from '../../../contracts/passkeys.ts'
import { accountName } from '../../../domain/login.ts'
import { originOf } from '../../../domain/network.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { hungUp } from '../../http/hung-up.ts'
import type { Slice } from '../../http/slice.ts'
import { takePasskey } from './acts.ts'
import { countUse, settle } from './attempts.ts'
import { givePasskeyCookie, PASSKEY_COOKIE } from './cookies.ts'
import { enter, userAgentOf } from './entering.ts'
import { makeChallenge, takeChallenge } from './passkey-challenges.ts'
import { findByCredential } from './passkeys.ts'
import { relyingPartyOf } from './relying-party.ts'
import { endSessionOf, SESSION_COOKIE } from './sessions.ts'
import * as webauthn from './webauthn.ts'
import { weighTry } from './weigh-try.ts'

/** The door for whoever has a passkey: it is asked for without a log-in, so nothing here says who has one. */
export const passkeyEntryRoutes: Slice = (app, services) => {
  const { db, now, passwordLine } = services

  app.route({
    ...contract.beginEntryByPasskey,
    handler: async (request, reply) => {
      const party = await relyingPartyOf(services, request)
      await countUse(services, 'passkeys', originOf(request.ip).network, now())
      const boundTo = randomBytes(32).toString('base64url')
      const asking = { purpose: 'enter', boundTo, userId: null, host: party.host } as const
      const challenge = await makeChallenge(db, asking, now())
      givePasskeyCookie(services, reply, boundTo)
      return { options: await webauthn.requestOptions(party, challenge) }
    },
  })

  app.route({
    ...contract.enterByPasskey,
    handler: async (request, reply) => {
      const party = await relyingPartyOf(services, request)
      const { host } = party
      const asserted = webauthn.readAsserted(request.body.answer)
      const { challenge, credentialId } = asserted
      const at = now()
      const boundTo = request.cookies[PASSKEY_COOKIE] ?? ''
      await takeChallenge(db, challenge, { purpose: 'enter', boundTo, userId: null, host }, at)
      const from = { ip: request.ip, userAgent: userAgentOf(request), ...originOf(request.ip) }
      // Counted by what was shown, whether it is anybody's or not, and with every other try from there.
      const caller = {
        ...from,
        name: accountName('passkey', null, credentialId.toString('hex')),
        device: null,
      }
      const { whenRight } = await weighTry(services, caller, { isNewcomer: false, rules: null, at })
      const passkey = await findByCredential(db, credentialId, host)
      // By a school's own name nobody of another school comes in.
      const isElsewhere = party.school !== null && passkey?.schoolId && passkey.schoolId !== party.school
      if (!passkey || isElsewhere) throw new Refusal('passkey-refused')
      const comer = { known: false, place: caller.network, left: hungUp(reply) }
      const { log } = request
      const shown = await passwordLine.through(comer, () =>
        webauthn.verifyAsserted(asserted, passkey, party, { alone: true, log }),
      )
      await settle(services, whenRight('passkey'))
      const { userId, schoolId, studentId, employerId } = passkey
      const actor = { id: null, name: '', role: 'newcomer', ip: from.ip, userAgent: from.userAgent } as const
      const owner = { userId, schoolCode: schoolId, studentId, employerId }
      await takePasskey(services, owner, { passkey, shown, at, actor })
      const before = request.cookies[SESSION_COOKIE]
      if (before) await endSessionOf(db, before)
      return enter(services, request, reply, userId, 'passkey')
    },
  })
}
