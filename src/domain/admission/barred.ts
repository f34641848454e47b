import type { Day } from '../day.ts'
import type { EmployerFacts } from '../employer-facts.ts'
import { Refusal } from '../refusal.ts'

/** By what an employer is known again when it comes under another name. */
export const KNOWN_BY = ['creditCode', 'legalPerson', 'contactPhone'] as const
export type KnownBy = (typeof KNOWN_BY)[number]
export type Identity = { readonly creditCode: string } & Pick<EmployerFacts, 'legalPerson' | 'contactPhone'>

export const identityOf = (creditCode: string, { legalPerson, contactPhone }: EmployerFacts): Identity => ({
  creditCode,
  legalPerson,
  contactPhone,
})

/** Which of them are the same; what nobody has said is like nothing. */
export const sameIn = (one: Identity, other: Identity): KnownBy[] =>
  KNOWN_BY.filter((by) => one[by] !== '' && one[by] === other[by])

/**
 * A name alone is many people's, and a telephone may be an agency's: these are facts for whoever reviews. The credit code, or
 * both together, keep an employer out where it was barred.
 */
export const isKeptOutBy = (same: readonly KnownBy[]): boolean =>
  same.includes('creditCode') || (same.includes('legalPerson') && same.includes('contactPhone'))

/** A barring that stands at some school. */
export type StandingBar = { readonly school: string; readonly until: Day; readonly same: readonly KnownBy[] }

/** Refuses where this school has barred the same employer, whatever it is called now. */
export function refuseIfBarred(school: string, standing: readonly StandingBar[]): void {
  const bar = standing.find((one) => one.school === school && isKeptOutBy(one.same))
  if (bar) throw new Refusal('employer-barred', { day: bar.until })
}
