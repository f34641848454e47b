import type { Day } from '../day.ts'
import type { DocumentSubject } from '../document/kind.ts'
import type { Message } from '../notification.ts'
import type { CodeSide } from './owning.ts'

/** What a code is of. */
type Of = {
  readonly ref: { readonly kind: DocumentSubject; readonly id: string }
  readonly school: string
  readonly studentId: string
  readonly number: string
}
const TOLD = {
  agreement: 'agreement.code-made',
  dissolution: 'dissolution.code-made',
  destination: 'destination.code-made',
  recommendation: 'recommendation.code-made',
} as const satisfies Record<DocumentSubject, string>

/** The student is told that somebody else has made a code that shows what is theirs, and for what. */
export const codeMadeTold = (
  { ref, school, studentId, number }: Of,
  side: CodeSide,
  { maker, purpose, endsOn }: { readonly maker: string; readonly purpose: string; readonly endsOn: Day },
): Message[] =>
  side === 'student'
    ? []
    : [
        {
          kind: TOLD[ref.kind],
          school,
          to: { studentId },
          about: ref,
          params: { number, maker, purpose, day: endsOn },
        },
      ]
