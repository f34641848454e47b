import { endsDocument, type IdentityDocument } from './identity-document.ts'
import { passwordProblem } from './password.ts'
import { Refusal } from './refusal.ts'
import { isSameText } from './text.ts'

type Roster = { readonly name: string; readonly studentNumber: string; readonly document: IdentityDocument }
type Given = {
  readonly name: string
  readonly idNumberTail: string
  readonly phone: string
  readonly password: string
}

/** First log-in (R20): what the student gives is what the roster says, with a password that is none of it; refuses with the field. */
export function checkVerification(roster: Roster, { name, idNumberTail, phone, password }: Given): void {
  if (!isSameText(roster.name, name)) throw new Refusal('verification-mismatch', { field: 'name' })
  if (!endsDocument(roster.document, idNumberTail))
    throw new Refusal('verification-mismatch', { field: 'idNumberTail' })
  const problem = passwordProblem(password, {
    name: roster.name,
    studentNumber: roster.studentNumber,
    idNumber: roster.document.number,
    phone,
  })
  if (problem) throw new Refusal('weak-password', { field: 'password', problem })
}
