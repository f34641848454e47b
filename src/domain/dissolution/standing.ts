import { otherSide } from '../lifecycle.ts'
import { dueTo, nothingDue, type Standing } from '../standing.ts'
import { type DissolutionCase, dissolutionAt } from './case.ts'

export const DISSOLUTION_STANDINGS = [
  'asked',
  'silent',
  'agreed',
  'evidence',
  'by-law',
  'with-proof',
  'completed',
  'refused',
  'withdrawn',
  'rejected',
] as const
export type DissolutionStanding = (typeof DISSOLUTION_STANDINGS)[number]

type Of = Pick<
  DissolutionCase,
  'status' | 'answerBy' | 'answeredAt' | 'waitingFor' | 'waitingSince' | 'askedBy' | 'kind'
>

/** Who asks, who did not answer, who agreed, and on what the request rests where nobody was to agree. */
export function dissolutionStanding(of: Of, at: Date): Standing<DissolutionStanding> {
  const { askedBy, kind } = of
  const { status, agreed, waitingFor } = dissolutionAt(of, at)
  const other = otherSide(askedBy)
  switch (status) {
    case 'awaiting_counterparty':
      return dueTo('asked', askedBy, waitingFor, 'answer')
    case 'in_mediation':
      return dueTo('silent', other, waitingFor, 'decide')
    case 'in_review':
      if (kind === 'statutory') return dueTo('by-law', askedBy, waitingFor, 'review')
      if (kind === 'paper') return dueTo('with-proof', askedBy, waitingFor, 'review')
      return agreed
        ? dueTo('agreed', other, waitingFor, 'review')
        : dueTo('evidence', 'school', waitingFor, 'review')
    case 'refused':
      return nothingDue(status, other)
    case 'withdrawn':
      return nothingDue(status, askedBy)
    case 'completed':
    case 'rejected':
      return nothingDue(status)
  }
}
