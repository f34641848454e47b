import { passwordProblem } from './password.ts'
import { Refusal } from './refusal.ts'

type Roster = { readonly name: string; readonly studentNumber: string; readonly idNumber: string }
type Given = {
  readonly name: string
  readonly idNumberTail: string
  readonly phone: string
  readonly password: string
}

/** First log-in (R20): what the student gives is what the roster says, with a password that is none of it; refuses with the field. */
export function checkVerification(roster: Roster, { name, idNumberTail, phone, password }: Given): void {
  if (roster.name !== name) throw new Refusal('verification-mismatch', { field: 'name' })
  if (!roster.idNumber.endsWith(idNumberTail.toUpperCase()))
    throw new Refusal('verification-mismatch', { field: 'idNumberTail' })
  const problem = passwordProblem(password, { ...roster, phone })
  if (problem) throw new Refusal('weak-password', { field: 'password', problem })
}
