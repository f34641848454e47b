import * as forgotten from '../../../contracts/forgotten.ts'
import * as contract from '../../../contracts/recoveries.ts'
import { originOf } from '../../../domain/network.ts'
import {
  type RecoveryAction,
  recoveryActions,
  recoveryEndsAt,
  recoveryTold,
  refuseRecoveryStep,
} from '../../../domain/recovery.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { shownCode } from '../../../domain/spoken-code.ts'
import { type Db, inTransaction, type Tx } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { doing } from '../../http/doing.ts'
import { actorOf, type Person, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { setPasswordAnew, takeAwaySecondFactor } from '../accounts/acts.ts'
import { countUse } from '../accounts/attempts.ts'
import { enter, hashFirst, refuseWeak, userAgentOf } from '../accounts/entering.ts'
import { saveLanguage } from '../accounts/queries.ts'
import { tell } from '../notifications/tell.ts'
import { recordOnStudent } from '../students/acts.ts'
import { refuseOutsideScope } from '../students/queries.ts'
import * as recoveries from './queries.ts'

/** New passwords of students through their school, by two of its staff. */
export const recoveryRoutes: Slice = (app, services) => {
  const { db, now, jobs, secrets } = services

  const lookAt = async (of: Db, key: Key, { by, begun, at }: { by: string; begun: boolean; at: Date }) => {
    const last = await recoveries.findLast(of, key, at)
    const facts = last && { ...last, startedBy: last.startedById, endsAt: new Date(last.endsAt) }
    return { last, facts: { last: facts, begun, by } }
  }
  const standing = async (of: Db, key: Key, looking: { by: string; begun: boolean; at: Date }) => {
    const { last, facts } = await lookAt(of, key, looking)
    return { last, actions: recoveryActions(facts, looking.at) }
  }
  /** The student's account, held, once the step was asked for by somebody who may take it. */
  const lockFor = async (
    tx: Tx,
    { action, key, person, at }: { action: RecoveryAction; key: Key; person: Person; at: Date },
    seenVersion: number | null,
  ) => {
    await refuseOutsideScope(tx, key.school, key.id, person.collegeId)
    const account = await recoveries.lockAccountOf(tx, key)
    const looking = { by: person.userId, begun: account.begun, at }
    const { facts } = await lookAt(tx, key, looking)
    refuseRecoveryStep(action, facts, { seenVersion, at })
    return { account, looking }
  }

  app.route({
    ...contract.listRecoveries,
    handler: (request) => {
      const { collegeId: college } = personOf(request)
      return recoveries.listRecoveries(db, request.params.school, { ...request.query, college }, now())
    },
  })

  app.route({
    ...contract.getRecovery,
    handler: async (request) => {
      const { params: key } = request
      const person = personOf(request)
      await refuseOutsideScope(db, key.school, key.id, person.collegeId)
      const account = await recoveries.findAccountOf(db, key)
      return standing(db, key, { by: person.userId, begun: account?.begun ?? false, at: now() })
    },
  })

  app.route({
    ...contract.startRecovery,
    handler: (request) =>
      doing(services, request, async ({ tx, person, actor, acting: { at } }) => {
        const { params: key, body } = request
        const { account, looking } = await lockFor(tx, { action: 'start', key, person, at }, null)
        await recoveries.saveStarted(tx, key, { ...body, by: person.userId, at })
        await recordOnStudent(tx, key, { action: 'student.start-recovery', at, actor, data: body })
        const told = { school: key.school, userId: account.userId, by: person.name }
        await tell(tx, jobs, [recoveryTold('account.recovery-started', told)], at)
        return standing(tx, key, looking)
      }),
  })

  app.route({
    ...contract.approveRecovery,
    handler: (request) => {
      const { params: key, body } = request
      const [person, at] = [personOf(request), now()]
      // Not by `doing`: what opens an account is kept nowhere.
      return inTransaction(db, async (tx) => {
        const step = { action: 'approve', key, person, at } as const
        const { account } = await lockFor(tx, step, body.seenVersion)
        const code = await recoveries.saveApproved(tx, secrets, key, { by: person.userId, at })
        const actor = actorOf(request)
        await recordOnStudent(tx, key, { action: 'student.approve-recovery', at, actor })
        const told = { school: key.school, userId: account.userId, by: person.name }
        await tell(tx, jobs, [recoveryTold('account.recovery-approved', told)], at)
        return { code: shownCode(code), until: recoveryEndsAt('approved', at).toISOString() }
      })
    },
  })

  app.route({
    ...contract.refuseRecovery,
    handler: (request) =>
      doing(services, request, async ({ tx, person, actor, acting: { at } }) => {
        const { params: key, body } = request
        const { reason, seenVersion } = body
        const { looking } = await lockFor(tx, { action: 'refuse', key, person, at }, seenVersion)
        await recoveries.saveRefused(tx, key, { by: person.userId, reason })
        await recordOnStudent(tx, key, { action: 'student.refuse-recovery', at, actor, data: { reason } })
        return standing(tx, key, looking)
      }),
  })

  app.route({
    ...forgotten.recoverByCode,
    handler: async (request, reply) => {
      const { school, login, code, password, language } = request.body
      const at = now()
      // Nobody guesses sixty bits: what is counted is how often somebody has a password worked out.
      await countUse(services, 'search', `recovery:${originOf(request.ip).network}`, at)
      const hash = await hashFirst(services, request, reply, { name: '', login, password })
      const userId = await inTransaction(db, async (tx) => {
        const account = await recoveries.findAccountByLogin(tx, school, login)
        const key = account && { school, id: account.studentId }
        if (!account || !key || !(await recoveries.takeCode(tx, secrets, { key, typed: code, at })))
          throw new Refusal('recovery-code-wrong', { field: 'code' })
        // Said only to whoever has the code: a name is nobody else's to learn.
        refuseWeak(password, account)
        await saveLanguage(tx, account.userId, language)
        const from = { ip: request.ip, userAgent: userAgentOf(request) }
        await setPasswordAnew({ tx, jobs }, account, { hash, action: 'student.recover', at, ...from })
        const actor = { id: account.userId, name: account.name, role: 'newcomer', ...from } as const
        await takeAwaySecondFactor({ tx, jobs }, account, { at, actor })
        return account.userId
      })
      return enter(services, request, reply, userId)
    },
  })
}
