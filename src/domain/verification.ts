import type { SecondFact } from './first-login.ts'
import { endsDocument, type IdentityDocument } from './identity-document.ts'
import { passwordProblem } from './password.ts'
import { Refusal } from './refusal.ts'
import { plainCode } from './spoken-code.ts'
import { isSameText } from './text.ts'

/** What the roster says; of the second facts what it has. */
export type Roster = {
  readonly name: string
  readonly studentNumber: string
  readonly document: IdentityDocument
} & Readonly<Record<SecondFact, string | null>>
const FIELDS = ['name', 'idNumberTail', 'secondFact'] as const
type Given = { readonly name: string; readonly idNumberTail: string; readonly secondFact: string }

/** What the school asks for and the roster lacks: no try of the student's could be right. Null where nothing is lacking. */
export const lackingFact = (
  roster: Pick<Roster, SecondFact>,
  secondFact: SecondFact | null,
): SecondFact | null => (secondFact && !roster[secondFact] ? secondFact : null)

export function refuseUnlessOnRoster(roster: Roster, secondFact: SecondFact | null): void {
  if (lackingFact(roster, secondFact)) throw new Refusal('second-fact-missing')
}

/**
 * First log-in (R20): all fields in which what the student gives is not what the roster says. Named at once: one try then
 * says no more to a guesser than so many tries would, and every try is counted.
 */
export function mismatchesIn(roster: Roster, given: Given, secondFact: SecondFact | null): (keyof Given)[] {
  const expected = secondFact && roster[secondFact]
  const isRight: Record<keyof Given, boolean> = {
    name: isSameText(roster.name, given.name),
    idNumberTail: endsDocument(roster.document, given.idNumberTail),
    secondFact: !expected || plainCode(expected) === plainCode(given.secondFact),
  }
  return FIELDS.filter((field) => !isRight[field])
}

/** The password is none of what is known of its owner. */
export function checkNewPassword(
  password: string,
  {
    name,
    studentNumber,
    document,
    phone,
  }: Pick<Roster, 'name' | 'studentNumber' | 'document'> & { phone: string },
): void {
  const problem = passwordProblem(password, { name, studentNumber, idNumber: document.number, phone })
  if (problem) throw new Refusal('weak-password', { field: 'password', problem })
}
