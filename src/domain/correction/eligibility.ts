import { type Often, reasonsOfOften } from '../often.ts'
import type { Reason } from '../refusal.ts'
import type { Holder } from '../review.ts'
import type { Correctable } from './correctable.ts'

/** The student's correction that is open, by who has it; null where none is. */
export type OpenCorrection = { readonly waitingFor: NonNullable<Holder> } | null

/** By what the case that is open says; null where there is none. */
export const openCorrection = (waitingFor: string | null): OpenCorrection =>
  waitingFor === null ? null : { waitingFor: waitingFor as NonNullable<Holder> }

/** R20: nothing is signed while it is not sure who signs. Whoever has the correction can end that. */
export const reasonsOfCorrection = (open: OpenCorrection): Reason[] =>
  open
    ? [
        {
          code: 'correction-open',
          remover: open.waitingFor === 'student' ? 'student' : 'school',
          details: {},
        },
      ]
    : []

export type SubmittingFacts = {
  readonly open: OpenCorrection
  readonly asked: Often
  readonly fields: readonly Correctable[]
}

/** All that stands in the way of asking for a correction (R27). */
export const reasonsAgainstSubmitting = ({ open, asked, fields }: SubmittingFacts, at: Date): Reason[] => [
  ...(fields.length === 0 ? [{ code: 'kept-by-school', remover: 'school', details: {} } as const] : []),
  ...reasonsOfCorrection(open),
  ...reasonsOfOften('corrections-too-often', asked, at),
]
