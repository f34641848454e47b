import * as contract from '../../../contracts/members.ts'
import { doing, type Reading, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { listMembers } from '../accounts/members.ts'
import { add, changeRole, giveLink, remove } from './acts.ts'

async function presentMembers({ db, person, acting }: Reading) {
  const { items, former } = await listMembers(db, person.employer!.id, acting.at)
  return { items: items.map((one) => ({ ...one, isMe: one.id === person.userId })), former }
}

/** What the owners of an employer may do with who belongs to it. */
export const memberRoutes: Slice = (app, services) => {
  app.route({ ...contract.listMembers, handler: (request) => presentMembers(reading(services, request)) })

  app.route({
    ...contract.addMember,
    handler: (request) => doing(services, request, (of) => add(of, request.body)),
  })

  app.route({
    ...contract.giveMemberLink,
    handler: (request) => giveLink(services, request, request.params.id),
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
}
