import { type AgreementCase, agreementRef } from '../agreement/case.ts'
import type { Day } from '../day.ts'
import type { Message } from '../notification.ts'
import type { CodeSide } from './owning.ts'

/** The student is told that somebody else has made a code that shows their agreement, and for what. */
export const codeMadeTold = (
  of: AgreementCase,
  side: CodeSide,
  { maker, purpose, endsOn }: { readonly maker: string; readonly purpose: string; readonly endsOn: Day },
): Message[] =>
  side === 'student'
    ? []
    : [
        {
          kind: 'agreement.code-made',
          school: of.schoolId,
          to: { studentId: of.studentId },
          about: agreementRef(of),
          params: { number: of.number, maker, purpose, day: endsOn },
        },
      ]
