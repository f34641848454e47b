import * as contract from '../../../contracts/members.ts'
import type { EmployerRole } from '../../../domain/membership.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { countArrival, enter } from '../accounts/entering.ts'
import { listMembersOf } from '../accounts/queries.ts'
import { changeRole, invite, join, remove, revoke } from './acts.ts'
import { findLink, listLinks } from './queries.ts'

async function presentMembers({ db, person, acting }: Reading) {
  const employerId = person.employer!.id
  const members = await listMembersOf(db, employerId)
  return {
    items: members.flatMap(({ id, name, login, employerRole }) =>
      employerRole === null
        ? []
        : [{ id, name, login, role: employerRole as EmployerRole, isMe: id === person.userId }],
    ),
    former: members.flatMap(({ id, name, leftAt }) =>
      leftAt === null ? [] : [{ id, name, leftAt: leftAt.toISOString() }],
    ),
    links: await listLinks(db, employerId, acting.at),
  }
}

export const memberRoutes: Slice = (app, services) => {
  const { db, now } = services

  app.route({ ...contract.listMembers, handler: (request) => presentMembers(reading(services, request)) })

  app.route({
    ...contract.inviteMember,
    handler: (request) => invite(services, request, request.body.memberRole),
  })

  app.route({
    ...contract.revokeLink,
    handler: (request) =>
      doing(services, request, async (of) => {
        await revoke(of, request.params.id)
        return presentMembers(readingIn(of))
      }),
  })

  app.route({
    ...contract.changeMemberRole,
    handler: (request) =>
      doing(services, request, async (of) => {
        await changeRole(of, request.params.id, request.body.memberRole)
        return presentMembers(readingIn(of))
      }),
  })

  app.route({
    ...contract.removeMember,
    handler: (request) =>
      doing(services, request, async (of) => {
        await remove(of, request.params.id)
        return { done: true as const }
      }),
  })

  app.route({
    ...contract.readLink,
    handler: async (request) => {
      await countArrival(services, request)
      const { employer, role, expiresAt } = await findLink(db, request.body.joinCode, now())
      return { employer, role, expiresAt: expiresAt.toISOString() }
    },
  })

  app.route({
    ...contract.join,
    handler: async (request, reply) =>
      enter(services, request, reply, await join(services, request, reply, request.body)),
  })
}
