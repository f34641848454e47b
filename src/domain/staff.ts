import { Refusal } from './refusal.ts'

/** What staff of a school may do: review for one college, review for the school, or run the school's place here. */
export const STAFF_ROLES = ['college_reviewer', 'school_reviewer', 'administrator'] as const
export type StaffRole = (typeof STAFF_ROLES)[number]

/** What an account of staff is given: a college exactly where it reviews for one. */
export type StaffDuty = { readonly role: StaffRole; readonly collegeId: string | null }

export type StaffMember = StaffDuty & {
  readonly id: string
  readonly version: number
  readonly disabled: boolean
}

/** What an administrator may do to an account of staff, as its page offers it. */
export const STAFF_ACTIONS = ['give-link', 'change-duty', 'disable', 'enable', 'reset-second-factor'] as const
type StaffAction = (typeof STAFF_ACTIONS)[number]

/** One who changes an account of staff, and how many can run the school: that is, administrators who have begun and are not disabled. */
type Facts = {
  readonly member: StaffMember
  readonly by: string
  readonly administrators: readonly string[]
  readonly colleges: readonly string[]
}

/** Refuses `no-such-college` for a duty at a college that the school does not have, or without the college it needs. */
export function refuseUnlessDuty({ role, collegeId }: StaffDuty, colleges: readonly string[]): void {
  const isOfCollege = role === 'college_reviewer'
  if (isOfCollege !== (collegeId !== null)) throw new Refusal('no-such-college', { field: 'collegeId' })
  if (collegeId !== null && !colleges.includes(collegeId))
    throw new Refusal('no-such-college', { field: 'collegeId' })
}

/** Nobody takes away their own powers, and a school is never without somebody who runs it. */
function refuseToLose({ member, by, administrators }: Facts): void {
  if (member.id === by) throw new Refusal('not-for-oneself')
  if (administrators.length === 1 && administrators[0] === member.id) throw new Refusal('last-administrator')
}

/** Refuses what a change of duty may not be: `content-changed`, `no-such-college`, `not-for-oneself`, `last-administrator`. */
export function refuseDuty(facts: Facts, duty: StaffDuty, seenVersion: number): void {
  const { member, colleges } = facts
  if (seenVersion !== member.version) throw new Refusal('content-changed', { version: member.version })
  refuseUnlessDuty(duty, colleges)
  if (duty.role !== member.role) refuseToLose(facts)
}

/** Refuses to disable whom the school cannot lose, and what is disabled already. */
export function refuseToDisable(facts: Facts): void {
  if (facts.member.disabled) throw new Refusal('already-moved-on')
  refuseToLose(facts)
}

/** The platform lets an administrator begin, and from then on the school sees to its own. */
export function refuseToLinkAnew(member: StaffMember, begun: boolean): void {
  refuseToGiveLink(member)
  if (begun || member.role !== 'administrator') throw new Refusal('already-begun')
}

/** Nobody gets in by a link while the account is disabled. */
export function refuseToGiveLink({ disabled }: Pick<StaffMember, 'disabled'>): void {
  if (disabled) throw new Refusal('account-disabled')
}

/** Refuses to enable what is enabled. */
export function refuseToEnable({ member }: Pick<Facts, 'member'>): void {
  if (!member.disabled) throw new Refusal('already-moved-on')
}

/** Whoever has lost the telephone and the codes is let in by another administrator. */
export function refuseToResetSecondFactor({ member, by }: Pick<Facts, 'member' | 'by'>): void {
  if (member.id === by) throw new Refusal('not-for-oneself')
}

/** Those that are offered; that a school's last administrator stays is said where it is tried. */
export function staffActions(
  { id, disabled }: Pick<StaffMember, 'id' | 'disabled'>,
  { by, hasSecondFactor }: { readonly by: string; readonly hasSecondFactor: boolean },
): StaffAction[] {
  const isOther = id !== by
  const offered: Record<StaffAction, boolean> = {
    'give-link': !disabled,
    'change-duty': true,
    'reset-second-factor': isOther && hasSecondFactor,
    disable: !disabled && isOther,
    enable: disabled,
  }
  return STAFF_ACTIONS.filter((action) => offered[action])
}
