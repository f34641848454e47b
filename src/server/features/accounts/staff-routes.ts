import * as contract from '../../../contracts/staff.ts'
import { secondFactorTold } from '../../../domain/second-factor.ts'
import {
  refuseDuty,
  refuseToDisable,
  refuseToEnable,
  refuseToGiveLink,
  refuseToResetSecondFactor,
  refuseUnlessDuty,
  type StaffDuty,
  staffActions,
} from '../../../domain/staff.ts'
import { inTransaction } from '../../db/database.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import type { Key } from '../../db/key.ts'
import { doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { listTimeline } from '../journal/queries.ts'
import { tell } from '../notifications/tell.ts'
import { listColleges } from '../schools/queries.ts'
import { closeAccount } from './closing.ts'
import { dropLinksGivenBy, makeLink } from './links.ts'
import { dropSecondFactor } from './second-factor.ts'
import { endSessionsOf } from './sessions.ts'
import * as staff from './staff.ts'

type Told = Pick<Line, 'action' | 'reason' | 'data'>

/** An act of an administrator on an account of staff: its line in the journal. */
const lineOf = ({ school, id }: Key, actor: Actor, at: Date, told: Told): Line => ({
  school,
  subject: `staff:${id}`,
  at,
  actor: { ...actor, role: 'administrator' },
  from: null,
  to: null,
  ...told,
})

export const staffRoutes: Slice = (app, services) => {
  const { db, now, baseUrl } = services

  app.route({
    ...contract.listStaff,
    handler: async ({ params: { school }, query }) => {
      const [page, colleges] = await Promise.all([
        staff.listStaff(db, school, query, now()),
        listColleges(db, school, null),
      ])
      return { ...page, colleges }
    },
  })

  app.route({
    ...contract.getStaffMember,
    handler: async (request) => {
      const key = request.params
      const [member, colleges, timeline] = await Promise.all([
        staff.findStaff(db, key, now()),
        listColleges(db, key.school, null),
        listTimeline(db, key.school, { subject: `staff:${key.id}` }),
      ])
      const { userId: by } = personOf(request)
      const actions = staffActions(member, { by, hasSecondFactor: member.secondFactor })
      return { ...member, colleges, timeline, actions }
    },
  })

  app.route({
    ...contract.addStaff,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { school } = request.params
        const { login, name, ...duty } = request.body
        refuseUnlessDuty(duty, await idsOfColleges(tx, school))
        const id = await staff.addStaff(tx, school, { login, name, duty })
        await record(tx, [
          lineOf({ school, id }, actor, at, {
            action: 'staff.add',
            reason: null,
            data: { login, name, ...duty },
          }),
        ])
        return staff.findStaff(tx, { school, id }, at)
      }),
  })

  app.route({
    ...contract.changeDuty,
    handler: (request) =>
      doing(services, request, async ({ tx, person, actor, acting: { at } }) => {
        const { params: key, body } = request
        const { name, seenVersion, ...duty } = body
        const found = await staff.lockStaff(tx, key)
        const facts = { ...found, by: person.userId, colleges: await idsOfColleges(tx, key.school) }
        refuseDuty(facts, duty, seenVersion)
        await staff.saveDuty(tx, key.id, { name, duty })
        await dropLinksGivenBy(tx, key.id)
        const before: StaffDuty = found.member
        await record(tx, [
          lineOf(key, actor, at, {
            action: 'staff.change-duty',
            reason: null,
            data: {
              name,
              nameBefore: found.name,
              ...duty,
              roleBefore: before.role,
              collegeBefore: before.collegeId,
            },
          }),
        ])
        return staff.findStaff(tx, key, at)
      }),
  })

  app.route({
    ...contract.disableStaff,
    handler: (request) =>
      doing(services, request, async ({ tx, person, actor, acting: { at } }) => {
        const { params: key, body } = request
        const found = await staff.lockStaff(tx, key)
        refuseToDisable({ ...found, by: person.userId, colleges: [] })
        await closeAccount(tx, key.id, at)
        const { reason } = body
        await record(tx, [lineOf(key, actor, at, { action: 'staff.disable', reason, data: {} })])
        return staff.findStaff(tx, key, at)
      }),
  })

  app.route({
    ...contract.enableStaff,
    handler: (request) =>
      doing(services, request, async ({ tx, actor, acting: { at } }) => {
        const { params: key } = request
        refuseToEnable(await staff.lockStaff(tx, key))
        await staff.saveEnabled(tx, key.id)
        await record(tx, [lineOf(key, actor, at, { action: 'staff.enable', reason: null, data: {} })])
        return staff.findStaff(tx, key, at)
      }),
  })

  app.route({
    ...contract.resetSecondFactor,
    handler: (request) =>
      doing(services, request, async ({ tx, jobs, person, actor, acting: { at } }) => {
        const { params: key, body } = request
        refuseToResetSecondFactor({ ...(await staff.lockStaff(tx, key)), by: person.userId })
        await dropSecondFactor(tx, key.id)
        await endSessionsOf(tx, key.id)
        const { reason } = body
        await record(tx, [lineOf(key, actor, at, { action: 'staff.reset-second-factor', reason, data: {} })])
        const whose = { userId: key.id, school: key.school }
        await tell(tx, jobs, [secondFactorTold('account.second-factor-reset', whose, { reason })], at)
        return staff.findStaff(tx, key, at)
      }),
  })

  app.route({
    ...contract.giveStaffLink,
    handler: (request) => {
      const { params: key } = request
      const at = now()
      // Not by `doing`: what opens an account is kept nowhere.
      return inTransaction(db, async (tx) => {
        const { member, name, login } = await staff.lockStaff(tx, key)
        refuseToGiveLink(member)
        const actor = actorOf(request)
        const link = await makeLink(tx, key.id, { baseUrl, at, by: actor.id })
        const told = { action: 'staff.give-link', reason: null, data: { until: link.until } }
        await record(tx, [lineOf(key, actor, at, told)])
        return { ...link, name, login }
      })
    },
  })
}

const idsOfColleges = async (db: Parameters<typeof listColleges>[0], school: string) =>
  (await listColleges(db, school, null)).map(({ id }) => id)
