import { addDays, dayInChina } from './day.ts'
import { LIVES } from './event.ts'
import type { Role } from './lifecycle.ts'
import type { Change, Outcome } from './outcome.ts'
import { Refusal } from './refusal.ts'

/**
 * How many notices one party gives another in a day by acts that may come again and again: beginning a case, or changing
 * one. Answers and endings are never counted and never refused.
 */
export const NOTICES_A_DAY = 20

type Rule = {
  readonly from: readonly string[] | null
  readonly by: readonly Role[]
  readonly repeats?: boolean
}
const mayRepeat = ({ kind, step }: Change, role: Role): boolean => {
  const rules: Readonly<Record<string, Rule | undefined>> = LIVES[kind].rules
  const rule = step && rules[step.action]
  return rule?.by.includes(role) ? rule.from === null || rule.repeats === true : false
}

/** Whom a party tells by what it may do again and again, as `student:<id>` or `employer:<id>`; nobody for everybody else. */
export function countedNotices({ changes, told }: Outcome, role: Role): string[] {
  const isParty = role === 'student' || role === 'employer'
  if (!isParty || !changes.some((change) => !change.byClock && mayRepeat(change, role))) return []
  const parties = told.flatMap(({ to }) => {
    if ('studentId' in to) return role === 'employer' ? [`student:${to.studentId}`] : []
    return 'employerId' in to && role === 'student' ? [`employer:${to.employerId}`] : []
  })
  return [...new Set(parties)]
}

export const refuseUntilTomorrow = (at: Date): never => {
  throw new Refusal('told-too-often', { limit: NOTICES_A_DAY, day: addDays(dayInChina(at), 1) })
}
