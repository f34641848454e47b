import { Refusal } from './refusal.ts'

/** Of an employer's members: an owner registers, names members and speaks for the employer; a recruiter invites. */
export const EMPLOYER_ROLES = ['owner', 'recruiter'] as const
export type EmployerRole = (typeof EMPLOYER_ROLES)[number]

/** Days in which an invitation to join can be used. */
export const LINK_DAYS = 7
/** So many invitations to join may be open at once. */
export const OPEN_LINKS = 20

export type Member = { readonly id: string; readonly role: EmployerRole }

/** An employer always has an owner: the last one neither goes nor becomes a recruiter. `owners` are all there are. */
export function refuseLastOwner(owners: readonly string[], leaving: Member): void {
  if (leaving.role === 'owner' && owners.every((id) => id === leaving.id)) throw new Refusal('last-owner')
}

/** A log-in that somebody chooses, as `normalLogin` has it: what every keyboard can type. */
export const LOGIN_FORM = /^[a-z0-9][a-z0-9._@-]{2,}$/
