import type { AgreementKind } from '../agreement/life.ts'
import { otherSide, type Side } from '../lifecycle.ts'
import type { StandardClause } from '../terms.ts'
import type { DissolutionKind } from './life.ts'

export const FAULTS = ['student', 'employer', 'none'] as const
/** On whose side the breach is. */
export type Fault = (typeof FAULTS)[number]

type Ground = {
  readonly kind: 'consent' | 'statutory'
  readonly by: readonly Side[]
  readonly fault: 'asker' | 'other' | 'none'
  /** With this clause agreed in the terms it is no breach (`dictionary.md`, Standard remark clauses). */
  readonly clause?: StandardClause
}

/** Why a dissolution is asked for. The statutory ones need evidence and are never a breach (`domain.md` §3). */
export const GROUNDS = {
  'further-study': { kind: 'consent', by: ['student'], fault: 'asker', clause: 'further-study' },
  'civil-service': { kind: 'consent', by: ['student'], fault: 'asker', clause: 'civil-service' },
  enlistment: { kind: 'consent', by: ['student'], fault: 'asker', clause: 'enlistment' },
  health: { kind: 'consent', by: ['student', 'employer'], fault: 'asker', clause: 'health' },
  'other-offer': { kind: 'consent', by: ['student'], fault: 'asker' },
  family: { kind: 'consent', by: ['student'], fault: 'asker' },
  'terms-not-kept': { kind: 'consent', by: ['student'], fault: 'other' },
  'post-cancelled': { kind: 'consent', by: ['employer'], fault: 'asker' },
  'not-reported': { kind: 'consent', by: ['employer'], fault: 'other' },
  mutual: { kind: 'consent', by: ['student', 'employer'], fault: 'none' },
  other: { kind: 'consent', by: ['student', 'employer'], fault: 'asker' },
  'employer-ended': { kind: 'statutory', by: ['student', 'employer'], fault: 'none' },
  'no-qualification': { kind: 'statutory', by: ['student', 'employer'], fault: 'none' },
  'criminal-sentence': { kind: 'statutory', by: ['student', 'employer'], fault: 'none' },
  'other-legal': { kind: 'statutory', by: ['student', 'employer'], fault: 'none' },
} as const satisfies Record<string, Ground>
export type GroundCode = keyof typeof GROUNDS
export const GROUND_CODES = Object.keys(GROUNDS) as [GroundCode, ...GroundCode[]]
export const groundOf = (code: GroundCode): Ground => GROUNDS[code]

/** On whose side the breach is, as the request tells it; the school's review has the last word. */
export function faultOf(code: GroundCode, askedBy: Side, agreed: readonly StandardClause[]): Fault {
  const { fault, clause } = groundOf(code)
  if (fault === 'none' || (clause && agreed.includes(clause))) return 'none'
  return fault === 'asker' ? askedBy : otherSide(askedBy)
}

export const kindOfRequest = (agreement: AgreementKind, ground: GroundCode): DissolutionKind => {
  if (agreement === 'paper') return 'paper'
  return groundOf(ground).kind === 'statutory' ? 'statutory' : 'consent'
}

/** Statutory requests and those of paper agreements come with evidence. */
export const needsEvidence = (kind: DissolutionKind) => kind !== 'consent'

/** On which a side may ask of several at once: what needs evidence is asked for one by one. */
export const groundsForSeveral = (side: Side): GroundCode[] =>
  GROUND_CODES.filter(
    (code) => groundOf(code).by.includes(side) && !needsEvidence(kindOfRequest('online', code)),
  )

/** The school's review has the last word on the fault, but what the law allows is nobody's breach (`domain.md` §3). */
export const decidedFault = (kind: DissolutionKind, decided: Fault): Fault =>
  kind === 'statutory' ? 'none' : decided
