import { randomBytes } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { join as contract } from '../../../contracts/members.ts'
import { type EmployerRole, refuseLastOwner } from '../../../domain/membership.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { type Actor, type Line, record } from '../../db/journal.ts'
import type { Doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { countArrival, hashInTurn } from '../accounts/entering.ts'
import { PLATFORM } from '../accounts/operators.ts'
import * as accounts from '../accounts/queries.ts'
import { lockEmployer, saveOwner } from '../employers/queries.ts'
import { refuseWeak, userAgentOf } from '../employers/registration.ts'
import * as links from './queries.ts'

const line = (
  employerId: string,
  action: string,
  { actor, at, data }: { readonly actor: Actor; readonly at: Date; readonly data: Line['data'] },
): Line => ({
  school: PLATFORM,
  subject: `employer:${employerId}`,
  action: `employer.${action}`,
  at,
  actor,
  from: null,
  to: null,
  reason: null,
  data,
})

/** A link by which one person joins. Not by `doing`: what opens an account is answered once and kept nowhere. */
export async function invite(
  { db, now }: Pick<Services, 'db' | 'now'>,
  request: FastifyRequest,
  role: EmployerRole,
) {
  const at = now()
  const person = personOf(request)
  const code = randomBytes(32).toString('base64url')
  return inTransaction(db, async (tx) => {
    const { id: employerId } = await lockEmployer(tx, person.employer!.id)
    const made = await links.addLink(tx, { employerId, role, madeBy: person.userId, code }, at)
    const data = { link: made.id, role }
    await record(tx, [line(employerId, 'invite-member', { actor: actorOf(request), at, data })])
    return { code, expiresAt: made.expiresAt.toISOString() }
  })
}

export async function revoke({ tx, person, actor, acting: { at } }: Doing, id: string): Promise<void> {
  const employerId = person.employer!.id
  await links.revokeLink(tx, id, employerId, at)
  await record(tx, [line(employerId, 'revoke-link', { actor, at, data: { link: id } })])
}

/** Whoever has the link joins with an account of their own; its id. */
export async function join(
  services: Services,
  request: FastifyRequest,
  reply: FastifyReply,
  { joinCode, memberName, login, password, language }: z.output<typeof contract.schema.body>,
): Promise<string> {
  const { db, now } = services
  const at = now()
  await countArrival(services, request)
  const link = await links.findLink(db, joinCode, at)
  refuseWeak({ memberName, login, password })
  if (!(await accounts.isLoginFree(db, login))) throw new Refusal('login-taken', { field: 'login' })
  const passwordHash = await hashInTurn(services, request, reply, password)
  const { employerId, role } = link
  return inTransaction(db, async (tx) => {
    const account = { portal: 'employer', employerId, employerRole: role, name: memberName } as const
    const [userId = ''] = await accounts.addUsers(tx, [{ ...account, login, passwordHash }])
    await accounts.saveLanguage(tx, userId, language)
    await links.useLink(tx, link.id, userId, at)
    const actor = {
      id: userId,
      name: memberName,
      role: 'employer',
      ip: request.ip,
      userAgent: userAgentOf(request),
    } as const
    await record(tx, [line(employerId, 'join', { actor, at, data: { link: link.id, role } })])
    return userId
  })
}

/** The member among the employer's own, with the employer's row held, so that the owners stay who they are. */
async function lockMember(tx: Tx, employerId: string, id: string) {
  await lockEmployer(tx, employerId)
  const members = await accounts.listMembersOf(tx, employerId)
  const found = members.find((one) => one.id === id && one.employerRole !== null)
  if (!found) throw new Refusal('not-found')
  const owners = members.filter(({ employerRole }) => employerRole === 'owner').map((one) => one.id)
  return { member: { id, name: found.name, role: found.employerRole as EmployerRole }, owners }
}

/** Another owner answers for the employer from now on. Refuses `last-owner` where there is none. */
async function letGoOfOwner(
  tx: Tx,
  employerId: string,
  { member, owners }: Awaited<ReturnType<typeof lockMember>>,
) {
  refuseLastOwner(owners, member)
  const next = owners.find((id) => id !== member.id)
  if (next) await saveOwner(tx, employerId, next)
}

/** What the member sent stays with the employer (`domain.md` §5.8); whom the member was about to let in stays out. */
export async function remove({ tx, person, actor, acting: { at } }: Doing, id: string): Promise<void> {
  const employerId = person.employer!.id
  const found = await lockMember(tx, employerId, id)
  await letGoOfOwner(tx, employerId, found)
  await accounts.closeAccount(tx, id, at)
  await links.revokeLinksOf(tx, id, at)
  const { name, role } = found.member
  await record(tx, [line(employerId, 'remove-member', { actor, at, data: { member: id, name, role } })])
}

export async function changeRole(
  { tx, person, actor, acting: { at } }: Doing,
  id: string,
  role: EmployerRole,
): Promise<void> {
  const employerId = person.employer!.id
  const found = await lockMember(tx, employerId, id)
  if (found.member.role === role) throw new Refusal('nothing-changed')
  await letGoOfOwner(tx, employerId, found)
  await accounts.saveEmployerRole(tx, id, role)
  const { name } = found.member
  await record(tx, [line(employerId, 'change-role', { actor, at, data: { member: id, name, role } })])
}
