import { Refusal } from './refusal.ts'

/** Of an employer's members: an owner registers, names members and speaks for the employer; a recruiter invites. */
export const EMPLOYER_ROLES = ['owner', 'recruiter'] as const
export type EmployerRole = (typeof EMPLOYER_ROLES)[number]

/** So many members an employer may have at once. */
export const MOST_MEMBERS = 200

export type Member = { readonly id: string; readonly role: EmployerRole }

/** Refuses `members-too-many` where one more would be. */
export function refuseOneMore(members: readonly unknown[]): void {
  if (members.length >= MOST_MEMBERS) throw new Refusal('members-too-many', { limit: MOST_MEMBERS })
}

/** An employer always has an owner: the last one neither goes nor becomes a recruiter. `owners` are all who can sign in. */
export function refuseLastOwner(owners: readonly string[], leaving: Member): void {
  if (leaving.role === 'owner' && owners.every((id) => id === leaving.id)) throw new Refusal('last-owner')
}

/** A log-in that somebody chooses, as `normalLogin` has it: what every keyboard can type. */
export const LOGIN_FORM = /^[a-z0-9][a-z0-9._@-]{2,}$/
