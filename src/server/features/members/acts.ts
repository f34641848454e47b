import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { addMember } from '../../../contracts/members.ts'
import { type EmployerRole, refuseLastOwner, refuseOneMore } from '../../../domain/membership.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { inTransaction, type Tx } from '../../db/database.ts'
import { record } from '../../db/journal.ts'
import type { Doing } from '../../http/doing.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Services } from '../../services/services.ts'
import { closeAccount } from '../accounts/closing.ts'
import { dropLinksGivenBy, makeLink } from '../accounts/links.ts'
import * as accounts from '../accounts/members.ts'
import { employerLine } from '../employers/journal.ts'
import { lockEmployer, saveOwner } from '../employers/queries.ts'

/** The employer's members, with its row held, so that they and its owners stay who they are. */
async function lockMembers(tx: Tx, employerId: string) {
  await lockEmployer(tx, employerId)
  return accounts.lockMembers(tx, employerId)
}
type Members = Awaited<ReturnType<typeof lockMembers>>

/** An account that begins by a link; its id. */
export async function add(
  { tx, person, actor, acting: { at } }: Doing,
  { memberName: name, login, memberRole: role }: z.output<typeof addMember.schema.body>,
): Promise<{ id: string }> {
  const employerId = person.employer!.id
  refuseOneMore(await lockMembers(tx, employerId))
  const id = await accounts.addMember(tx, employerId, { login, name, role })
  const data = { member: id, name, login, role }
  await record(tx, [employerLine(employerId, 'employer.add-member', { actor, at, data })])
  return { id }
}

/** Not by `doing`: what opens an account is kept nowhere. */
export function giveLink(
  { db, now, baseUrl }: Pick<Services, 'db' | 'now' | 'baseUrl'>,
  request: FastifyRequest,
  id: string,
) {
  const at = now()
  const actor = actorOf(request)
  const employerId = personOf(request).employer!.id
  return inTransaction(db, async (tx) => {
    const { name, login } = accounts.memberAmong(await lockMembers(tx, employerId), id)
    const link = await makeLink(tx, id, { baseUrl, at, by: actor.id })
    const data = { member: id, name, until: link.until }
    await record(tx, [employerLine(employerId, 'employer.give-link', { actor, at, data })])
    return { ...link, name, login }
  })
}

/** Another owner answers for the employer from now on. Refuses `last-owner` where none is left who can sign in. */
async function letGoOfOwner(tx: Tx, employerId: string, members: Members, leaving: Members[number]) {
  const owners = members.filter(({ role, begun }) => role === 'owner' && begun).map(({ id }) => id)
  refuseLastOwner(owners, leaving)
  const next = owners.find((id) => id !== leaving.id)
  if (next) await saveOwner(tx, employerId, next)
}

/** What the member sent stays with the employer (`domain.md` §5.8); whom the member was about to let in stays out. */
export async function remove({ tx, person, actor, acting: { at } }: Doing, id: string): Promise<void> {
  const employerId = person.employer!.id
  const members = await lockMembers(tx, employerId)
  const leaving = accounts.memberAmong(members, id)
  await letGoOfOwner(tx, employerId, members, leaving)
  await closeAccount(tx, id, at)
  const { name, role } = leaving
  await record(tx, [
    employerLine(employerId, 'employer.remove-member', { actor, at, data: { member: id, name, role } }),
  ])
}

/** Who is an owner no more has let nobody in by what they still hold. */
export async function changeRole(
  { tx, person, actor, acting: { at } }: Doing,
  id: string,
  role: EmployerRole,
): Promise<void> {
  const employerId = person.employer!.id
  const members = await lockMembers(tx, employerId)
  const member = accounts.memberAmong(members, id)
  if (member.role === role) throw new Refusal('nothing-changed')
  await letGoOfOwner(tx, employerId, members, member)
  await accounts.saveEmployerRole(tx, id, role)
  await dropLinksGivenBy(tx, id)
  const { name } = member
  await record(tx, [
    employerLine(employerId, 'employer.change-role', { actor, at, data: { member: id, name, role } }),
  ])
}
